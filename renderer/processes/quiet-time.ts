/**
 * When the list may change under somebody who scrolls it. Not in the middle of the movement, but not much later
 * either.
 */

/** So long after the last movement it counts as over. */
const quietMs = 150
/** Somebody who never stops scrolling sees the changes after this all the same. */
const longestMs = 5000
const stepMs = 50

export interface QuietTime {
  readonly noteScroll: () => void
  /** Runs it at once, or as soon as nothing moves; what came first runs first. */
  readonly whenQuiet: (run: () => void) => void
}

export function createQuietTime(): QuietTime {
  let lastScroll = -Infinity
  const isQuiet = () => performance.now() - lastScroll >= quietMs
  let waiting: readonly (() => void)[] = []
  const wait = (waitedMs: number) => {
    setTimeout(() => {
      if (!isQuiet() && waitedMs < longestMs) {
        wait(waitedMs + stepMs)
        return
      }
      const all = waiting
      waiting = []
      for (const run of all) run()
    }, stepMs)
  }
  return {
    noteScroll: () => {
      lastScroll = performance.now()
    },
    whenQuiet: (run) => {
      // An older answer that still waits must not come after this one.
      if (waiting.length === 0 && isQuiet()) {
        run()
        return
      }
      waiting = [...waiting, run]
      if (waiting.length === 1) wait(stepMs)
    },
  }
}
