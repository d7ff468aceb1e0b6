/**
 * The times of the refreshes. Some time after the last answer, never while one is awaited, and never while the window
 * is hidden or paused. Knows timers only: no React, no DOM.
 */

/** After failures the pause doubles up to this: a blocked helper program is not started again every two seconds. */
export const longestWaitMs = 30_000

export interface RefreshLoop {
  /** Looks at once, unless an answer is on its way. */
  readonly lookNow: () => void
  /** Whether looks of its own are wanted. Turning it on looks at once. */
  readonly setWanted: (isWanted: boolean) => void
  /** No look and no timer after this. */
  readonly stop: () => void
}

/**
 * @param look resolves to whether the look worked; it must not reject.
 * @param hasJustLooked an answer is there already: the first own look waits for the interval.
 */
export function createRefreshLoop(
  look: () => Promise<boolean>,
  intervalMs: number,
  hasJustLooked = false,
): RefreshLoop {
  let isFresh = hasJustLooked
  let isLooking = false
  let isWanted = false
  let isStopped = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const plan = () => {
    if (!isWanted || isStopped) return
    timer = setTimeout(lookNow, Math.min(intervalMs * 2 ** failures, longestWaitMs))
  }

  const lookNow = () => {
    if (isLooking || isStopped) return
    clearTimeout(timer)
    isFresh = false
    isLooking = true
    void look().then((hasWorked) => {
      isLooking = false
      failures = hasWorked ? 0 : failures + 1
      plan()
    })
  }

  return {
    lookNow,
    setWanted: (wanted) => {
      if (wanted === isWanted) return
      isWanted = wanted
      if (!wanted) clearTimeout(timer)
      else if (isFresh) plan()
      else lookNow()
    },
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}
