/** Tracks of services and ports. Things that are told apart by one name. */
import type { RecordingSample } from '../model/recording.ts'
import { Track } from './track.ts'

type Value<T> = T extends { readonly state: 'known'; readonly value: infer U } ? U : never
type Services = Value<NonNullable<RecordingSample['services']>>
type Listeners = Value<NonNullable<RecordingSample['listeners']>>

export class NamedTracks {
  readonly #tracks = new Map<string, Track>()
  readonly #hasStates: boolean

  constructor({ hasStates }: { readonly hasStates: boolean }) {
    this.#hasStates = hasStates
  }

  /** @param now a value for each name. @param beforeMs the look before; null for the first. */
  add(now: ReadonlyMap<string, string>, atMs: number, beforeMs: number | null): void {
    for (const [name, value] of now) {
      const track = this.#tracks.get(name)
      if (track !== undefined) track.seen(atMs, beforeMs ?? atMs, value)
      else this.#tracks.set(name, new Track(atMs, beforeMs, value, this.#hasStates))
    }
    for (const [name, track] of this.#tracks) if (!now.has(name)) track.missed(atMs)
  }

  all(): readonly (readonly [name: string, track: Track])[] {
    return [...this.#tracks]
  }
}

export function statesByName(services: Services): ReadonlyMap<string, string> {
  return new Map(
    services
      .map(({ keyName, state }) => [keyName, state] as const)
      .sort((a, b) => compareText(a[0], b[0]) || compareText(a[1], b[1])),
  )
}

/** `TCP 27015` and the numbers of those who have it: on several addresses, or shared, it is still one port. */
export function ownersByPort(listeners: Listeners): ReadonlyMap<string, string> {
  const owners = new Map<string, Set<number>>()
  for (const { protocol, port, pid } of listeners) {
    const key = `${protocol.toUpperCase()} ${port}`
    owners.set(key, (owners.get(key) ?? new Set<number>()).add(pid))
  }
  return new Map(
    [...owners].map(([key, pids]) => [key, [...pids].sort((a, b) => a - b).join(' ')] as const),
  )
}

/** The numbers that `ownersByPort` put together. */
export function pidsOf(value: string): readonly number[] {
  return value.split(' ').map(Number)
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
