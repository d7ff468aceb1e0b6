/**
 * Store packages of a publisher, with their folders. The user's own registry tells; the folder WindowsApps itself may
 * be listed only by administrators.
 */
import type { StorePackage } from '../../../shared/model/places.ts'
import type { Probe } from '../../../shared/model/probe.ts'
import { known } from '../../../shared/model/probe.ts'
import { keysBelow } from '../registry/keys-below.ts'
import { readRegistryValue } from '../registry/registry.ts'

/** A hash of the publisher's name: only Apple's packages end in this. */
export const applePublisherId = 'nzyj5cx40ttqa'

/** A user has some hundred. */
const mostPackages = 20_000

const repository =
  'Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\Repository\\Packages'

export async function listStorePackages(
  publisherId: string,
  signal?: AbortSignal,
): Promise<Probe<readonly StorePackage[]>> {
  const names = await keysBelow('HKCU', repository, mostPackages, signal)
  if (names.state !== 'known') return names
  const packages: StorePackage[] = []
  for (const fullName of names.value) {
    const familyName = familyOf(fullName)
    if (familyName?.endsWith(`_${publisherId}`) !== true) continue
    packages.push({ fullName, familyName, folder: readFolder(fullName) })
  }
  return known(packages)
}

/**
 * Name_Version_Architecture_ResourceId_PublisherId, the resource mostly empty; null for anything else.
 * https://learn.microsoft.com/windows/apps/desktop/modernize/package-identity-overview
 */
export function familyOf(fullName: string): string | null {
  const parts = fullName.split('_')
  const [name, publisherId] = [parts[0], parts[4]]
  if (parts.length !== 5 || !name || !publisherId) return null
  return `${name}_${publisherId.toLowerCase()}`
}

function readFolder(fullName: string): Probe<string> {
  const value = readRegistryValue('HKCU', `${repository}\\${fullName}`, 'PackageRootFolder')
  if (value.state !== 'known') return value
  return value.value?.kind === 'text' && value.value.text !== ''
    ? known(value.value.text)
    : { state: 'failed', reason: 'unreadable' }
}
