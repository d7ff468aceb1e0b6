/** Apple's installer packages on this PC, with their folders and versions, and the files that they cannot do without. */
import { win32 } from 'node:path'
import { expandFolders } from '../../shared/judge/read-command.ts'
import type { InstalledPackage, NeededFile, PackageId } from '../../shared/model/pc-facts.ts'
import type { Places } from '../../shared/model/places.ts'
import { failed, known, type Probe } from '../../shared/model/probe.ts'
import { isOlderVersion } from '../../shared/model/older-version.ts'
import { pathForWindows } from '../win32/files/held-file.ts'
import { lookIntoFile } from '../win32/files/look-into-file.ts'
import { readVersionInfo } from '../win32/files/version-info.ts'
import {
  readProductsOf,
  readUninstallEntries,
  type UninstallEntry,
} from '../win32/installed/uninstall-entries.ts'
import type { Asking } from './asking.ts'
import { isFileThere, isFolderThere } from '../win32/files/is-file-there.ts'
import { windowsFolder } from './expand-for-services.ts'
import type { SharedQuestions } from './sources.ts'

interface Known {
  readonly id: PackageId
  /** What it calls itself, in the languages that are known to differ. */
  readonly name: RegExp
  /** The same in every language. */
  readonly upgradeCode?: string
  readonly mainProgram?: string
}

/**
 * Upgrade codes by the manifests of winget; other names as Windows lists them in French, Spanish and Swedish.
 * https://github.com/microsoft/winget-pkgs/tree/master/manifests/a/Apple
 */
const packages: readonly Known[] = [
  {
    id: 'itunes',
    name: /^iTunes$/i,
    upgradeCode: '{0880A3FD-2A1E-43C5-B020-09930E075D34}',
    mainProgram: 'iTunes.exe',
  },
  {
    id: 'apple-mobile-device-support',
    name: /^Apple Mobile Device Support\b/i,
    upgradeCode: '{5CF0656E-F3B8-11DB-BA81-804E56D89593}',
    mainProgram: 'AppleMobileDeviceService.exe',
  },
  {
    id: 'apple-application-support',
    name: /^(?:Apple Application Support|Support d.applications Apple|Soporte de aplicaciones (?:de )?Apple|Apple.?programsupport)(?:\b|$)/i,
    mainProgram: 'CoreFoundation.dll',
  },
  { id: 'bonjour-print-services', name: /^Bonjour Print Services\b/i },
  {
    id: 'bonjour',
    name: /^Bonjour$/i,
    upgradeCode: '{46AE3251-43D6-41CF-8CDF-E902C38516D1}',
    mainProgram: 'mDNSResponder.exe',
  },
  {
    id: 'apple-software-update',
    name: /^Apple Software Update\b/i,
    mainProgram: 'SoftwareUpdate.exe',
  },
  { id: 'icloud', name: /^iCloud\b/i, mainProgram: 'iCloud.exe' },
  { id: 'quicktime', name: /^QuickTime\b/i, mainProgram: 'QuickTimePlayer.exe' },
]

/** As Apple has called itself; `Apple Orchard Games` is somebody else. */
const publisherOfApple = /^Apple(?: Computer)?(?:,? Inc\.?)?$/i

/** Since this version iTunes brings what Apple Application Support held. */
const withoutApplicationSupport = '12.10.9.3'

type Questions = Pick<SharedQuestions, 'places'>

export function pcPackages({ places }: Questions) {
  return async (asking: Asking): Promise<Probe<readonly InstalledPackage[]>> => {
    const [here, products] = await Promise.all([places(asking), readProducts(asking)])
    const entries = await readUninstallEntries(
      (name, publisher, keyName) =>
        publisherOfApple.test(publisher) ||
        products.has(keyName.toUpperCase()) ||
        (publisher === '' && packages.some((one) => one.name.test(name))),
      asking.signal,
    )
    if (entries.state !== 'known') return entries
    return known(await Promise.all(entries.value.map((entry) => describe(entry, products, here))))
  }
}

async function readProducts({ signal }: Asking): Promise<ReadonlyMap<string, PackageId>> {
  const found = new Map<string, PackageId>()
  for (const { id, upgradeCode } of packages) {
    if (upgradeCode === undefined) continue
    for (const product of await readProductsOf(upgradeCode, signal)) found.set(product, id)
  }
  return found
}

async function describe(
  { hive, view, keyName, name, version, folder: recorded }: UninstallEntry,
  products: ReadonlyMap<string, PackageId>,
  here: Places,
): Promise<InstalledPackage> {
  const id =
    products.get(keyName.toUpperCase()) ??
    packages.find((one) => one.name.test(name))?.id ??
    'other'
  const folder = recorded?.replace(/^"(.*)"$/, '$1') ?? null
  const main = packages.find((one) => one.id === id)?.mainProgram
  const path = folder === null ? null : expandFolders(folder, here)
  return {
    ...{ id, name, version },
    bits: view === '32-bit' ? 32 : 64,
    ...{ hive, folder },
    isFolderThere: path === null ? known(null) : await isFolder(path),
    fileVersion:
      path === null || main === undefined ? null : await readFileVersion(win32.join(path, main)),
  }
}

const isFolder = (path: string): Promise<Probe<boolean>> =>
  /^[A-Za-z]:[\\/]/.test(path) ? isFolderThere(path) : Promise.resolve(failed('unreadable'))

async function readFileVersion(path: string): Promise<string | null> {
  if (!/^[A-Za-z]:[\\/]/.test(path)) return null
  const there = await isFileThere(path)
  if (there.state !== 'known' || !there.value) return null
  const version = await lookIntoFile(path, () => readVersionInfo(pathForWindows(path)))
  if (version.state !== 'known') return null
  return version.value.productVersion ?? version.value.fixedFileVersion
}

/** Only files that a source names, and only of packages that are here. */
export function pcNeededFiles({ places }: Questions, readPackages: ReturnType<typeof pcPackages>) {
  return async (asking: Asking): Promise<readonly NeededFile[]> => {
    const [here, found] = await Promise.all([places(asking), readPackages(asking)])
    if (found.state !== 'known') return []
    const paths = new Map<string, Pick<NeededFile, 'packageId' | 'fileName' | 'path'>>()
    for (const one of found.value) {
      for (const path of neededBy(one, here)) {
        const needed = { packageId: one.id, fileName: win32.basename(path), path }
        paths.set(path.toUpperCase(), needed)
      }
    }
    return Promise.all(
      [...paths.values()].map(async (needed) => ({
        ...needed,
        isThere: await isFileThere(needed.path),
      })),
    )
  }
}

function neededBy({ id, version, bits, folder }: InstalledPackage, here: Places): string[] {
  if (id === 'itunes' && version !== null && isOlderVersion(version, withoutApplicationSupport)) {
    const { knownFolders } = here
    const common = knownFolders[bits === 64 ? 'CommonProgramFiles' : 'CommonProgramFiles(x86)']
    const support = common.state === 'known' ? common.value : null
    return support === null
      ? []
      : [win32.join(support, 'Apple', 'Apple Application Support', 'CoreFoundation.dll')]
  }
  if (id === 'bonjour') {
    const path = folder === null ? null : expandFolders(folder, here)
    const provider = path !== null && /^[A-Za-z]:[\\/]/.test(path)
    return [
      win32.join(windowsFolder(), 'System32', 'dnssd.dll'),
      ...(provider ? [win32.join(path, 'mdnsNSP.dll')] : []),
    ]
  }
  return []
}
