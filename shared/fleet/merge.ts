/** Answers of one PC brought together: the newest wins, and two PCs of one name stay two. */
import type { FleetPc } from '../model/fleet.ts'
import { pathKey } from '../judge/windows-path.ts'

/** `fleet:` of `fleet:12`; empty where there is no id. */
export const kindOfId = (id: string | null): string => id?.slice(0, id.indexOf(':')) ?? ''

/** Whether the second answer takes the place of the first. A later one of the same moment does. */
export function isNewer(next: number | null, before: number | null): boolean {
  if (before === null) return true
  return next !== null && next >= before
}

/**
 * Engines have ids of their own kind each, so a PC that answered through two of them is known by its name. Where one
 * engine knows two PCs of that name, nobody can tell which is meant: then all stay apart.
 */
export function mergeByName(pcs: Iterable<FleetPc>): readonly FleetPc[] {
  const byName = new Map<string, FleetPc | FleetPc[]>()
  let hasTwins = false
  for (const pc of pcs) {
    const key = pathKey(pc.name)
    const others = byName.get(key)
    if (others === undefined) byName.set(key, pc)
    else {
      hasTwins = true
      if (Array.isArray(others)) others.push(pc)
      else byName.set(key, [others, pc])
    }
  }
  if (!hasTwins) return [...byName.values()] as FleetPc[]
  return [...byName.values()].flatMap((one) => (Array.isArray(one) ? mergeTwins(one) : [one]))
}

function mergeTwins(pcs: readonly FleetPc[]): readonly FleetPc[] {
  const kinds = pcs.map(({ id }) => kindOfId(id))
  if (new Set(kinds).size < kinds.length) return pcs
  return [pcs.reduce((before, next) => (isNewer(next.atMs, before.atMs) ? next : before))]
}
