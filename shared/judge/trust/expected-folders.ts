/** The folders where a program file belongs. Expands the catalogue's folders with what is known about this PC. */
import type { CatalogueProcess } from '../../catalogue/schemas/catalogue-schema.ts'
import type { KnownFolderName, Places } from '../../model/places.ts'
import type { Probe } from '../../model/probe.ts'
import { readTrustRules } from './trust-rules.ts'
import {
  folderOf,
  hasShortName,
  isInOrBelow,
  isSameFolder,
  isSetAside,
  pathKey,
  readPath,
  readRecordedFolder,
} from '../windows-path.ts'
import type { ComparablePath, UnreadablePath } from '../windows-path.ts'

export type FolderAnswer =
  | { readonly state: 'expected'; readonly way: 'listed' | 'twin' | 'installer' }
  /** `isProtected`: in the one WindowsApps folder that only Windows itself can write to. */
  | { readonly state: 'expected'; readonly way: 'store'; readonly isProtected: boolean }
  | { readonly state: 'unexpected' }
  | { readonly state: 'unknown'; readonly reason: string }

/**
 * @param reason of the first detail that would have been needed, or null when every one was known.
 */
export interface ExpectedFolders {
  readonly folders: readonly ComparablePath[]
  readonly reason: string | null
}

/**
 * The catalogue's ordinary folders of one program on this PC. Which layout a file was seen in does not matter: the
 * two Common Files folders are both in use, and only an administrator can write to either.
 */
export function expectedFolders(
  { folders }: Pick<CatalogueProcess, 'folders'>,
  { knownFolders }: Pick<Places, 'knownFolders'>,
): ExpectedFolders {
  return keptFor(keptExpected, knownFolders, folders, () => expand(folders, knownFolders))
}

/** One PC asks the same of every process, and a fleet the same of every PC. */
type Kept<T> = WeakMap<Places['knownFolders'], Map<CatalogueProcess['folders'], T>>
const keptExpected: Kept<ExpectedFolders> = new WeakMap()
const keptTwins: Kept<readonly ComparablePath[]> = new WeakMap()

function keptFor<T>(
  kept: Kept<T>,
  knownFolders: Places['knownFolders'],
  folders: CatalogueProcess['folders'],
  make: () => T,
): T {
  const ofPc = kept.get(knownFolders) ?? new Map<CatalogueProcess['folders'], T>()
  kept.set(knownFolders, ofPc)
  const before = ofPc.get(folders)
  if (before !== undefined) return before
  const made = make()
  ofPc.set(folders, made)
  return made
}

function expand(
  folders: CatalogueProcess['folders'],
  knownFolders: Places['knownFolders'],
): ExpectedFolders {
  const found: ComparablePath[] = []
  let reason: string | null = null
  for (const { path } of folders) {
    const parts = /^%([^%:]+)%(.*)$/.exec(path)
    if (parts === null) continue
    const [, root = '', rest = ''] = parts
    for (const name of rootsFor(root, knownFolders)) {
      const folder = knownFolders[name]
      if (folder.state !== 'known') {
        reason ??= folder.reason
        continue
      }
      if (folder.value === null) continue
      const base = readRecordedFolder(folder.value)
      if (typeof base === 'string') reason ??= base
      else if (hasShortName(base)) reason ??= 'short-name'
      else found.push({ root: base.root, parts: [...base.parts, ...splitFolders(rest)] })
    }
  }
  return { folders: found, reason }
}

/**
 * The same folders in the other Program Files, of Apple's older layouts, and those that Apple's programs share: nobody
 * recorded this program there, but Apple had both editions of most, moved some from one to another, and only an
 * administrator can write to any.
 */
function twinFolders(
  { folders }: Pick<CatalogueProcess, 'folders'>,
  { knownFolders }: Pick<Places, 'knownFolders'>,
): readonly ComparablePath[] {
  return keptFor(keptTwins, knownFolders, folders, () => expandTwins(folders, knownFolders))
}

function expandTwins(
  folders: CatalogueProcess['folders'],
  knownFolders: Places['knownFolders'],
): readonly ComparablePath[] {
  const [shared] = folders.filter(({ path }) => /^%CommonProgramFiles[^%]*%\\Apple\\/.test(path))
  const together =
    shared === undefined
      ? []
      : sharedFolders.map((name) => ({ ...shared, path: `%CommonProgramFiles%\\Apple\\${name}` }))
  const others = folders.flatMap((folder) => {
    const [, root = '', rest = ''] = /^%(ProgramFiles(?:\(x86\))?)%(.*)$/.exec(folder.path) ?? []
    const other = root === 'ProgramFiles' ? 'ProgramFiles(x86)' : 'ProgramFiles'
    const mobile = /^%CommonProgramFiles(?:\(x86\))?%(\\Apple\\Mobile Device Support)$/.exec(
      folder.path,
    )
    return [
      ...(root === '' ? [] : [{ ...folder, path: `%${other}%${rest}` }]),
      // iTunes 7 and 8 kept these programs one folder further down.
      ...(mobile === null ? [] : [{ ...folder, path: `${folder.path}\\bin` }]),
    ]
  })
  return expand([...others, ...together], knownFolders).folders
}

/** Below `Common Files\Apple`: where programs of iTunes and iCloud have lain side by side. */
const sharedFolders = ['Mobile Device Support', 'Apple Application Support', 'Internet Services']

const splitFolders = (rest: string): string[] =>
  rest.split('\\').flatMap((part) => (part === '' ? [] : [pathKey(part)]))

function rootsFor(root: string, knownFolders: Places['knownFolders']): readonly KnownFolderName[] {
  if (root.startsWith('CommonProgramFiles'))
    return ['CommonProgramFiles', 'CommonProgramFiles(x86)']
  if (root === 'ProgramFiles') return ['ProgramFiles']
  if (root !== 'ProgramFiles(x86)') return []
  const x86 = knownFolders['ProgramFiles(x86)']
  // 32-bit Windows has one folder for what 64-bit Windows keeps in two.
  return x86.state === 'known' && x86.value === null ? ['ProgramFiles'] : ['ProgramFiles(x86)']
}

export function locateProgram(
  entry: Pick<CatalogueProcess, 'folders'>,
  imagePath: Probe<string>,
  knowledge: Places,
): FolderAnswer {
  if (imagePath.state !== 'known') return { state: 'unknown', reason: imagePath.reason }
  const path = readPath(imagePath.value)
  if (typeof path === 'string') return { state: 'unknown', reason: path }
  if (isSetAside(path)) return { state: 'unknown', reason: 'set-aside' }
  const folder = folderOf(path)

  const expected = expectedFolders(entry, knowledge)
  if (expected.folders.some((wanted) => isSameFolder(folder, wanted))) {
    return { state: 'expected', way: 'listed' }
  }
  if (twinFolders(entry, knowledge).some((wanted) => isSameFolder(folder, wanted))) {
    return { state: 'expected', way: 'twin' }
  }
  const store = inStorePackage(folder, knowledge)
  if (store.state === 'expected') return store
  const installer = inInstallFolder(folder, knowledge)
  if (installer.state === 'expected') return installer

  if (hasShortName(folder)) return { state: 'unknown', reason: 'short-name' }
  if (entry.folders.length === 0) return { state: 'unknown', reason: 'no-known-folder' }
  if (expected.reason !== null) return { state: 'unknown', reason: expected.reason }
  if (store.state === 'unknown') return store
  return installer
}

/** Whether a file lies in or below a folder that Apple's installers made for Apple's programs alone. */
export function isInAppleFolder(
  path: string,
  entries: readonly Pick<CatalogueProcess, 'folders'>[],
  places: Places,
): boolean {
  const file = readPath(path)
  if (typeof file === 'string') return false
  const folder = folderOf(file)
  return entries.some((entry) =>
    expectedFolders(entry, places).folders.some((own) => isInOrBelow(folder, own)),
  )
}

/** `AppleInc.iTunes_12134.4.3008.0_x64__nzyj5cx40ttqa` */
function isApplePackage(fullName: string | undefined): boolean {
  const { namePrefix, publisherId } = readTrustRules().storePublisher
  const [name, version, arch, , id, ...more] = (fullName ?? '').split('_')
  return (
    more.length === 0 &&
    name?.startsWith(pathKey(namePrefix)) === true &&
    /^\d+(?:\.\d+){3}$/.test(version ?? '') &&
    /^(?:X64|X86|ARM|ARM64|NEUTRAL)$/.test(arch ?? '') &&
    id === pathKey(publisherId)
  )
}

/** Whether these folders lead into a package of Apple's publisher, on whatever drive. */
export function isStorePackageOfApple(folders: readonly string[]): boolean {
  const at = folders.indexOf('WINDOWSAPPS')
  return at >= 0 && isApplePackage(folders[at + 1])
}

/**
 * Whoever runs as this user can write any folder into the user's own list of packages, so the list alone proves
 * nothing: the folder must have a package's name, and lie in a WindowsApps.
 */
function inStorePackage(folder: ComparablePath, knowledge: Places): FolderAnswer {
  if (!isStorePackageOfApple(folder.parts)) return { state: 'unexpected' }
  const at = folder.parts.indexOf('WINDOWSAPPS')
  const packageRoot = { root: folder.root, parts: folder.parts.slice(0, at + 2) }
  const programFiles = knowledge.knownFolders.ProgramFiles
  const base =
    programFiles.state === 'known' && programFiles.value !== null
      ? readRecordedFolder(programFiles.value)
      : 'no-drive-path'
  if (typeof base !== 'string') {
    const own = { root: base.root, parts: [...base.parts, 'WINDOWSAPPS'] }
    if (isSameFolder({ root: folder.root, parts: folder.parts.slice(0, at + 1) }, own)) {
      return { state: 'expected', way: 'store', isProtected: true }
    }
  }
  const packages = knowledge.storePackages
  if (packages.state !== 'known') return { state: 'unknown', reason: packages.reason }
  let reason: string | null = null
  for (const { folder: recorded } of packages.value) {
    if (recorded.state !== 'known') reason ??= recorded.reason
    else if (isSame(readRecordedFolder(recorded.value), packageRoot)) {
      return { state: 'expected', way: 'store', isProtected: false }
    }
  }
  if (programFiles.state !== 'known') reason ??= programFiles.reason
  return reason === null ? { state: 'unexpected' } : { state: 'unknown', reason }
}

const isSame = (a: ComparablePath | UnreadablePath, b: ComparablePath): boolean =>
  typeof a !== 'string' && isSameFolder(a, b)

/** A variable stands for a folder. */
const isWholeDrive = ({ root, parts }: ComparablePath): boolean =>
  parts.length === 0 && !root.startsWith('%')

function inInstallFolder(folder: ComparablePath, knowledge: Places): FolderAnswer {
  const { installFolders, knownFolders } = knowledge
  if (installFolders.state !== 'known') return { state: 'unknown', reason: installFolders.reason }
  const tooWide = Object.values(knownFolders).flatMap((known) => {
    const base = known.state === 'known' && known.value !== null && readRecordedFolder(known.value)
    return base === false || typeof base === 'string' ? [] : [base]
  })
  let reason: string | null = null
  for (const recorded of installFolders.value) {
    const wanted = readRecordedFolder(recorded)
    if (typeof wanted === 'string') continue
    // A drive, or all of Program Files, is no program's folder: that would make every place right.
    if (isWholeDrive(wanted) || tooWide.some((wide) => isInOrBelow(wide, wanted))) continue
    if (isInOrBelow(folder, wanted)) return { state: 'expected', way: 'installer' }
    if (hasShortName(wanted)) reason ??= 'short-name'
  }
  return reason === null ? { state: 'unexpected' } : { state: 'unknown', reason }
}
