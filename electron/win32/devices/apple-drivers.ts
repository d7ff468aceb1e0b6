/** Apple's USB drivers in Windows's driver store, and set up as services. */
import { open, opendir } from 'node:fs/promises'
import type { AppleDriver } from '../../../shared/model/pc-facts.ts'
import { known, skipped, type Probe } from '../../../shared/model/probe.ts'
import { readNumber } from '../registry/typed-values.ts'
import { probeForNodeError } from '../files/held-file.ts'
import { readInfVersion } from '../bytes/read-inf-version.ts'
import { replaceSystemVariables } from '../files/system-variables.ts'

/**
 * Setup files, and the services that they set up.
 * https://n4r1b.com/posts/2023/03/the-intersection-of-apples-usb-lower-filter-and-iphone-wpd-integration
 */
const drivers = [
  { name: 'usbaapl64', services: ['USBAAPL64'] },
  { name: 'usbaapl', services: ['USBAAPL'] },
  { name: 'appleusb', services: [] },
  { name: 'AppleLowerFilter', services: ['AppleLowerFilter'] },
  { name: 'AppleKmdfFilter', services: ['AppleKmdfFilter'] },
  { name: 'netaapl64', services: ['Netaapl', 'Netaapl64'] },
] as const

const services = 'SYSTEM\\CurrentControlSet\\Services'

/** A store holds some thousand packages. */
const mostPackages = 50_000
/** Apple's own are 20 KB. */
const mostInfBytes = 256 * 1024

export async function readAppleDrivers(
  signal?: AbortSignal,
  store = replaceSystemVariables('%SystemRoot%\\System32\\DriverStore\\FileRepository'),
): Promise<Probe<readonly AppleDriver[]>> {
  const packages = await listPackages(store, signal)
  if (packages.state !== 'known') return packages
  const found: AppleDriver[] = []
  for (const { name, services: keys } of drivers) {
    const folders = packages.value.get(name.toLowerCase()) ?? []
    const types = keys.map((key) => readNumber('HKLM', `${services}\\${key}`, 'Type'))
    const unread = types.find(({ state }) => state === 'skipped')
    if (unread !== undefined && unread.state !== 'known') return unread
    const isService = types.some((type) => type.state === 'known' && type.value !== null)
    if (folders.length === 0 && !isService) continue
    const versions = await Promise.all(
      folders.map((folder) => versionIn(`${store}\\${folder}\\${name}.inf`)),
    )
    const version =
      versions
        .filter((one) => one !== null)
        .sort(byNumbers)
        .at(-1) ?? null
    found.push({ name, version, isInStore: folders.length > 0, isService })
  }
  return known(found)
}

/** `usbaapl64.inf_amd64_c0e4d8c2b7b4c1f3`: the folders of each setup file, by its name in lower case without ending. */
async function listPackages(
  store: string,
  signal: AbortSignal | undefined,
): Promise<Probe<ReadonlyMap<string, readonly string[]>>> {
  const wanted = new Set(drivers.map(({ name }) => name.toLowerCase()))
  const packages = new Map<string, string[]>()
  try {
    let count = 0
    for await (const { name } of await opendir(store, { bufferSize: 512 })) {
      if (signal?.aborted === true) return skipped('cancelled')
      count += 1
      if (count > mostPackages) break
      const inf = name.slice(0, Math.max(name.indexOf('.inf_'), 0)).toLowerCase()
      if (!wanted.has(inf)) continue
      packages.set(inf, [...(packages.get(inf) ?? []).slice(-9), name])
    }
  } catch (error) {
    const why = probeForNodeError(error)
    // Windows before 7 had no such folder, nor has Wine.
    return why.state === 'failed' && why.reason === 'file-missing' ? known(packages) : why
  }
  return known(packages)
}

async function versionIn(path: string): Promise<string | null> {
  try {
    const file = await open(path, 'r')
    try {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(mostInfBytes), 0, mostInfBytes, 0)
      return readInfVersion(buffer.subarray(0, bytesRead))
    } finally {
      await file.close()
    }
  } catch {
    return null
  }
}

function byNumbers(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number))
  for (let at = 0; at < 4; at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
