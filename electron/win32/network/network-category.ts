/**
 * Whether the network that this PC is on counts as public, private or a domain's. Windows keeps a profile for each network
 * that it has met, and recognises a network by the hardware address of its way out; so does this. Names of networks are not
 * read.
 */
import { networkCategories } from '../../../shared/model/pc-parts.ts'
import type { NetworkCategory } from '../../../shared/model/pc-facts.ts'
import { failed, known, skipped, type Probe } from '../../../shared/model/probe.ts'
import { takeTurns } from '../../async/turns.ts'
import type { Network } from './network-adapters.ts'
import { readRegistryValue, visitRegistryKeys } from '../registry/registry.ts'
import { readNumber, readText } from '../registry/typed-values.ts'

const list = 'SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\NetworkList'

/** A notebook that travels meets some hundred. */
const mostProfiles = 2_000

interface Profile {
  readonly category: NetworkCategory
  /** As a number that grows with time; 0 where it is not noted. */
  readonly lastConnected: number
}

/** Null without a network. Of several networks the strictest. */
export async function readNetworkCategory(
  { isConnected, gateways }: Pick<Network, 'isConnected' | 'gateways'>,
  signal?: AbortSignal,
): Promise<Probe<NetworkCategory | null>> {
  if (!isConnected) return known(null)
  const profiles = await readProfiles(signal)
  if (profiles.state !== 'known') return profiles
  const ids = await idsOfGateways(gateways, signal)
  if (ids.state !== 'known') return ids
  const met = ids.value.flatMap((id) => profiles.value.get(id) ?? [])
  if (met.length > 0) return known(strictest(met))
  return lastMet([...profiles.value.values()])
}

/** Where the way out says nothing: the network that was met last, if its time is noted or all are alike. */
function lastMet(profiles: readonly Profile[]): Probe<NetworkCategory | null> {
  if (profiles.length === 0) return failed('unreadable')
  const newest = Math.max(...profiles.map(({ lastConnected }) => lastConnected))
  return known(strictest(profiles.filter(({ lastConnected }) => lastConnected === newest)))
}

function strictest(profiles: readonly Profile[]): NetworkCategory | null {
  const found = new Set(profiles.map(({ category }) => category))
  return networkCategories.find((category) => found.has(category)) ?? null
}

async function readProfiles(
  signal: AbortSignal | undefined,
): Promise<Probe<ReadonlyMap<string, Profile>>> {
  const names = await keysBelow(`${list}\\Profiles`, signal)
  if (names.state !== 'known') return names
  const profiles = new Map<string, Profile>()
  const rest = takeTurns()
  for (const id of names.value) {
    await rest()
    if (signal?.aborted === true) return skipped('cancelled')
    const key = `${list}\\Profiles\\${id}`
    const category = readNumber('HKLM', key, 'Category')
    const name =
      category.state === 'known' && category.value !== null
        ? networkCategories[category.value]
        : undefined
    // A profile that says nothing leaves the others whole.
    if (name === undefined) continue
    const time = readRegistryValue('HKLM', key, 'DateLastConnected')
    const bytes = time.state === 'known' && time.value?.kind === 'bytes' ? time.value.bytes : null
    profiles.set(id.toUpperCase(), {
      category: name,
      lastConnected: bytes === null ? 0 : readSystemTime(bytes),
    })
  }
  return known(profiles)
}

/** SYSTEMTIME: https://learn.microsoft.com/windows/win32/api/minwinbase/ns-minwinbase-systemtime. 0 for anything else. */
export function readSystemTime(bytes: Buffer): number {
  if (bytes.length !== 16) return 0
  const [year, month, , day, hour, minute, second] = Array.from({ length: 7 }, (_, at) =>
    bytes.readUInt16LE(2 * at),
  ) as [number, number, number, number, number, number, number]
  const isTime = year >= 1601 && month >= 1 && month <= 12 && day >= 1 && day <= 31
  return isTime ? Date.UTC(year, month - 1, day, hour, minute, second) : 0
}

/** Profiles of the networks with these ways out. */
async function idsOfGateways(
  gateways: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Probe<readonly string[]>> {
  const wanted = new Set(gateways.filter((one) => one !== ''))
  const ids: string[] = []
  if (wanted.size === 0) return known(ids)
  const rest = takeTurns()
  for (const kind of ['Managed', 'Unmanaged']) {
    const names = await keysBelow(`${list}\\Signatures\\${kind}`, signal)
    if (names.state !== 'known') return names
    for (const name of names.value) {
      await rest()
      if (signal?.aborted === true) return skipped('cancelled')
      const key = `${list}\\Signatures\\${kind}\\${name}`
      const address = readRegistryValue('HKLM', key, 'DefaultGatewayMac')
      if (address.state !== 'known' || address.value?.kind !== 'bytes') continue
      if (!wanted.has(address.value.bytes.toString('hex').toUpperCase())) continue
      const id = readText('HKLM', key, 'ProfileGuid')
      if (id.state === 'known' && id.value) ids.push(id.value.toUpperCase())
    }
  }
  return known(ids)
}

async function keysBelow(
  key: string,
  signal: AbortSignal | undefined,
): Promise<Probe<readonly string[]>> {
  const names: string[] = []
  const visited = await visitRegistryKeys(
    'HKLM',
    key,
    (name) => names.push(name),
    mostProfiles,
    signal,
  )
  return visited.state === 'known' ? known(names) : visited
}
