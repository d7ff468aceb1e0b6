/** A gate: so many tasks at once, the others in a queue, and no wait without an end. */

export interface Gate {
  /**
   * Waits for a place, then runs. Null when the signal was aborted before the turn came, and when there was no answer in
   * time: what was begun then goes on in the background and keeps its place until it ends.
   */
  readonly run: <T>(task: () => Promise<T>, signal?: AbortSignal) => Promise<T | null>
}

/**
 * Lets at most `places` tasks run at once; the others wait in the order in which they came. Where every place is held by
 * a task that is over its time, nobody waits: a queue behind what hangs would have no end.
 * @param deadlineMs how long one task may take, counted from its own beginning
 */
export function createGate(places: number, deadlineMs = Infinity): Gate {
  let free = places
  let hanging = 0
  const waiting = new Set<(mayEnter: boolean) => void>()

  const enter = (signal: AbortSignal | undefined): Promise<boolean> => {
    if (hanging === places) return Promise.resolve(false)
    if (free > 0) {
      free -= 1
      return Promise.resolve(true)
    }
    return new Promise((resolve) => {
      const stop = (): void => {
        answer(false)
      }
      const answer = (mayEnter: boolean): void => {
        waiting.delete(answer)
        signal?.removeEventListener('abort', stop)
        resolve(mayEnter)
      }
      waiting.add(answer)
      signal?.addEventListener('abort', stop, { once: true })
    })
  }
  const leave = (): void => {
    const [next] = waiting
    if (next === undefined) free += 1
    else next(true)
  }

  async function runInTime<T>(task: () => Promise<T>): Promise<T | null> {
    let isLate = false
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<null>((resolve) => {
      // A timer cannot count that far.
      if (deadlineMs === Infinity) return
      timer = setTimeout(() => {
        isLate = true
        hanging += 1
        if (hanging === places) for (const answer of waiting) answer(false)
        resolve(null)
      }, deadlineMs)
    })
    const answer = task().finally(() => {
      clearTimeout(timer)
      if (isLate) hanging -= 1
      leave()
    })
    // What fails after its time is nobody's any more.
    answer.catch(() => {})
    return Promise.race([answer, late])
  }

  return {
    run: async (task, signal) => {
      if (signal?.aborted === true) return null
      return (await enter(signal)) ? runInTime(task) : null
    },
  }
}
