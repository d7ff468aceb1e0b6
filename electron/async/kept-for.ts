/** An answer that is kept for a while. What changes only with an installation is not asked anew every two seconds. */

/**
 * One answer for each key, asked again when it is older than `keptMs`. While one is being looked up, whoever asks for
 * the same waits for it.
 *
 * @param isWorthKeeping false for an answer that a cancelled look gave, for example.
 */
export function keptFor<A extends readonly unknown[], T>(
  keptMs: number,
  ask: (...args: A) => Promise<T>,
  keyOf: (...args: A) => string,
  isWorthKeeping: (answer: T) => boolean = () => true,
): (...args: A) => Promise<T> {
  const kept = new Map<string, { readonly answer: Promise<T>; readonly askedAt: number }>()
  return (...args) => {
    const key = keyOf(...args)
    const last = kept.get(key)
    if (last !== undefined && performance.now() - last.askedAt < keptMs) return last.answer
    const answer = ask(...args)
    const entry = { answer, askedAt: performance.now() }
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
