/** The owner of a listener. */
import type { Trust } from '../model/inspection.ts'
import type { Listener } from '../model/listener.ts'
import type { PortProxy } from '../model/port-proxy.ts'
import type { WatchedPort } from './watched-ports.ts'

/** What has to be known of a process to tell whether a port is its own. */
export interface PortProcess {
  readonly pid: number
  /** ISO 8601, UTC; null where the system tells none. */
  readonly startedAtUtc: string | null
  /** The image name as listed. */
  readonly name: string
  /** Id of the catalogue process whose name it bears. */
  readonly catalogueId: string | null
  /** Null when nobody looked. */
  readonly trust: Trust | null
  /** Key names of the services that run in it, where known. */
  readonly services: readonly string[]
}

/** `expected`: the program that the port is for, signed by Apple. `other`: certainly not that one. */
export const ownerStandings = ['expected', 'other', 'unknown'] as const
export type OwnerStanding = (typeof ownerStandings)[number]

/**
 * - `owner-not-told`: the system does not say which process it is.
 * - `owner-not-listed`: the process was not in the list; it had ended, or only just begun.
 * - `owner-not-proven`: it bears the right name, but nobody knows whether it is the real one.
 */
export const ownerReasons = ['owner-not-told', 'owner-not-listed', 'owner-not-proven'] as const
export type OwnerReason = (typeof ownerReasons)[number]

/** One process that has the port, on one or several addresses. */
export interface PortOwner {
  readonly pid: number
  /** The image name as listed; null when the process is not known. */
  readonly name: string | null
  readonly catalogueId: string | null
  readonly trust: Trust | null
  readonly services: readonly string[]
  readonly addresses: readonly string[]
  /** What it hands on from this port to somewhere else: a port proxy of Windows. */
  readonly proxies: readonly PortProxy[]
  readonly standing: OwnerStanding
  /** Why nobody can tell; null unless the standing is `unknown`. */
  readonly reason: OwnerReason | null
}

/** The service of Windows that port proxies run in. */
const proxyService = 'iphlpsvc'

/** One for each process, in the order in which they first come. */
export function ownersOf(
  watched: WatchedPort,
  listeners: readonly Listener[],
  processes: ReadonlyMap<number, readonly PortProcess[]>,
  proxies: readonly PortProxy[],
): readonly PortOwner[] {
  const groups = new Map<string, [Listener, ...Listener[]]>()
  for (const listener of listeners) {
    const key = `${listener.pid} ${listener.startedAtUtc ?? ''}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [listener])
    else group.push(listener)
  }
  return [...groups.values()].map((group) => ownerOf(watched, group, processes, proxies))
}

function ownerOf(
  watched: WatchedPort,
  group: readonly [Listener, ...Listener[]],
  processes: ReadonlyMap<number, readonly PortProcess[]>,
  proxies: readonly PortProxy[],
): PortOwner {
  const { pid, startedAtUtc } = group[0]
  // A later process with the same pid has another start.
  const process = processes.get(pid)?.find((listed) => listed.startedAtUtc === startedAtUtc)
  const addresses = [...new Set(group.map(({ address }) => address))]
  if (pid === 0 || process === undefined) {
    return {
      ...{ pid, name: null, catalogueId: null, trust: null, services: [], addresses, proxies: [] },
      ...{ standing: 'unknown', reason: pid === 0 ? 'owner-not-told' : 'owner-not-listed' },
    }
  }
  const { name, catalogueId, trust, services } = process
  const isProxy = services.some((service) => service.toLowerCase() === proxyService)
  return {
    ...{ pid, name, catalogueId, trust, services, addresses },
    proxies: isProxy ? proxies.filter((proxy) => isAt(proxy, watched, group)) : [],
    ...standingOf(watched, process),
  }
}

function standingOf(
  watched: WatchedPort,
  process: PortProcess,
): Pick<PortOwner, 'standing' | 'reason'> {
  const likeness = likenessOf(watched, process)
  return likeness === 'unknown'
    ? { standing: 'unknown', reason: 'owner-not-proven' }
    : { standing: likeness, reason: null }
}

/** A name alone is no identity: what the signature says decides. */
export function likenessOf(
  { owners }: WatchedPort,
  { catalogueId, trust }: Pick<PortProcess, 'catalogueId' | 'trust'>,
): OwnerStanding {
  if (catalogueId === null || !owners.includes(catalogueId)) return 'other'
  switch (trust) {
    // The second: Apple's own program, in a folder of somebody's choice.
    case 'genuine':
    case 'wrong-folder':
      return 'expected'
    case 'wrong-signer':
    case 'unsigned':
    case 'tampered':
      return 'other'
    case 'cannot-tell':
    case null:
      return 'unknown'
  }
}

function isAt(proxy: PortProxy, watched: WatchedPort, group: readonly Listener[]): boolean {
  const { address, port } = proxy.listen
  if (watched.protocol !== 'tcp' || port !== watched.port) return false
  const family = proxy.kind.startsWith('v4') ? 4 : 6
  return group.some(
    (listener) =>
      listener.family === family &&
      // `*` and names of hosts stand for addresses that cannot be known from here.
      (listener.address === address.toLowerCase() || !/^[\d.]+$|:/.test(address)),
  )
}
