/** Processes that say the same about themselves. They are told once, with all their numbers. */
import type { ExaminedProcess } from '../../shared/model/inspection.ts'
import type { Examined } from './use-examined.ts'

export type SameFiles =
  | { readonly state: 'looking' | 'ended' | 'failed'; readonly pids: readonly number[] }
  | {
      readonly state: 'known'
      readonly pids: readonly number[]
      readonly process: ExaminedProcess
    }

/** @param examined one for each pid, in their order. Nothing is said of those that are still being looked at while others are known. */
export function sameFiles(
  pids: readonly number[],
  examined: readonly Examined[],
): readonly SameFiles[] {
  const groups = new Map<string, { readonly examined: Examined; readonly pids: number[] }>()
  pids.forEach((pid, at) => {
    const one = examined[at] ?? { state: 'looking' }
    const key = keyOf(one)
    const same = groups.get(key)
    if (same === undefined) groups.set(key, { examined: one, pids: [pid] })
    else same.pids.push(pid)
  })
  return [...groups.values()].map((group) => ({ ...group.examined, pids: group.pids }))
}

function keyOf(examined: Examined): string {
  if (examined.state !== 'known') return examined.state
  const { imagePath, version, signature } = examined.process
  return JSON.stringify([imagePath, version, signature])
}
