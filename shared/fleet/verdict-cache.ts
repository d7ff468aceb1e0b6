/** Verdicts by combination of facts: each is judged once, and only so many are kept. */
import type { PcVerdict } from '../model/fleet.ts'

/** In letters of the keys: about as many bytes. */
const mostKept = 24_000_000

export interface VerdictCache {
  readonly get: (key: string, judge: () => PcVerdict | null) => PcVerdict | null
  /** How many were judged. */
  readonly judged: () => number
}

export function createVerdictCache(most = mostKept): VerdictCache {
  const kept = new Map<string, PcVerdict | null>()
  let letters = 0
  let judged = 0
  return {
    judged: () => judged,
    get: (key, judge) => {
      const before = kept.get(key)
      if (before !== undefined) return before
      judged += 1
      const verdict = judge()
      // The oldest go: what comes often comes again soon.
      while (letters + key.length > most) {
        const oldest = kept.keys().next()
        if (oldest.done === true) break
        kept.delete(oldest.value)
        letters -= oldest.value.length
      }
      kept.set(key, verdict)
      letters += key.length
      return verdict
    },
  }
}
