/** An answer that is kept for a while. What changes only with an installation is not asked anew every two seconds. */

export interface Kept<T> {
  readonly answer: Promise<T>
  readonly askedAt: number
}

/**
 * One answer for each key, asked again when it is older than `keptMs`. While one is being looked up, whoever asks for
 * the same waits for it.
 *
 * @param isWorthKeeping false for an answer that a cancelled look gave, for example.
 * @param kept the tests' own, to be counted
 */
export function keptFor<A extends readonly unknown[], T>(
  keptMs: number,
  ask: (...args: A) => Promise<T>,
  keyOf: (...args: A) => string,
  isWorthKeeping: (answer: T) => boolean = () => true,
  kept = new Map<string, Kept<T>>(),
): (...args: A) => Promise<T> {
  return (...args) => {
    const key = keyOf(...args)
    const now = performance.now()
    // The oldest stand first. Of processes that have ended nobody asks again, and a day has many.
    for (const [old, { askedAt }] of kept) {
      if (now - askedAt < keptMs) break
      kept.delete(old)
    }
    const last = kept.get(key)
    if (last !== undefined) return last.answer
    const answer = ask(...args)
    const entry = { answer, askedAt: now }
    kept.set(key, entry)
    const forget = () => {
      if (kept.get(key) === entry) kept.delete(key)
    }
    answer.then((value) => {
      if (!isWorthKeeping(value)) forget()
    }, forget)
    return answer
  }
}
