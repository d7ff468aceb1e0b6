/** The share of the whole PC's processors that each process used between two lists, as Task Manager counts it. */
import type { Listing, ListedProcess } from '../model/process.ts'

/** Windows counts in steps of 16 ms: over a shorter time the share would be a guess. */
const leastMs = 500

/** Over a longer time it would not be what happens now, as after the window was hidden. */
const mostMs = 20_000

/** Undefined where there is nothing new to tell: what was told before then stays. */
export type CpuShares = ReadonlyMap<number, number> | undefined

/** In tenths of a percent, by pid; only of processes that are in both lists. */
export function cpuShares(before: Listing | undefined, now: Listing): CpuShares {
  if (before?.load === undefined || now.load === undefined) return undefined
  const wallMs = now.load.atMs - before.load.atMs
  if (wallMs < leastMs) return undefined
  if (wallMs > mostMs) return new Map()
  const capacityMs = wallMs * Math.max(1, now.load.processors)
  const earlier = new Map(before.processes.map((process) => [process.pid, process]))
  const shares = new Map<number, number>()
  for (const process of now.processes) {
    const old = earlier.get(process.pid)
    if (old === undefined || !isSame(old, process)) continue
    if (old.cpuMs?.state !== 'known' || process.cpuMs?.state !== 'known') continue
    const usedMs = process.cpuMs.value - old.cpuMs.value
    shares.set(process.pid, Math.min(1000, Math.max(0, Math.round((1000 * usedMs) / capacityMs))))
  }
  return shares
}

/** Of the whole PC: what the idle process left. Undefined where nobody counts it. */
export function wholeCpuShare(shares: CpuShares): number | undefined {
  const idle = shares?.get(0)
  return idle === undefined ? undefined : 1000 - idle
}

function isSame(a: ListedProcess, b: ListedProcess): boolean {
  const [from, to] = [a.startedAtUtc, b.startedAtUtc]
  return (
    a.name === b.name &&
    (from.state === 'known' && to.state === 'known'
      ? from.value === to.value
      : from.state === to.state)
  )
}

export type CpuMeter = (listing: Listing) => CpuShares

/** Holds each list against the last one that was long enough ago. */
export function createCpuMeter(): CpuMeter {
  let last: Listing | undefined
  return (listing) => {
    const shares = cpuShares(last, listing)
    if (shares !== undefined || last?.load === undefined) last = listing
    return shares
  }
}
