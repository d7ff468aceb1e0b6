/** What runs now under a name: with or without `.exe`, in any case. */
import { imageNameKey } from '../catalogue/match.ts'
import type { Listing } from '../model/process.ts'
import type { LineAnswer } from '../catalogue/what-is.ts'

const mostRunning = 50

export interface Running {
  /** Null where "not in the list" does not mean "not running". */
  (name: string): LineAnswer['running']
  /** Image names that begin so, each once. */
  readonly beginningWith: (beginning: string) => readonly string[]
}

/** @param listing null when there is no list. */
export function runningIn(listing: Listing | null): Running {
  const byKey = new Map<string, { pid: number; name: string }[]>()
  for (const { pid, name } of listing?.processes ?? []) {
    const key = imageNameKey(name)
    const same = byKey.get(key)
    if (same === undefined) byKey.set(key, [{ pid, name }])
    else same.push({ pid, name })
  }
  const holdsAll = listing?.isComplete === true && listing.lister !== 'recorded'
  const find = (name: string): LineAnswer['running'] => {
    if (listing === null) return null
    const key = imageNameKey(name)
    const found = byKey.get(key) ?? byKey.get(`${key}.EXE`)
    if (found !== undefined) return found.slice(0, mostRunning)
    return holdsAll ? [] : null
  }
  const beginningWith = (beginning: string) => {
    const key = imageNameKey(beginning)
    return [...byKey].flatMap(([name, [first]]) =>
      name.startsWith(key) && first !== undefined ? [first.name] : [],
    )
  }
  return Object.assign(find, { beginningWith })
}
