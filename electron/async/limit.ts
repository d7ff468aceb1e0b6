/** Limits of a wait: its own time, the time of the whole, the caller's cancel. */

export type StopReason = 'timed-out' | 'cancelled' | 'time-over'

export interface Limits {
  /** Aborted with the reason `time-over` when the time for everything has run out; with any other, cancelled. */
  readonly signal: AbortSignal
  readonly timeoutMs: number
}

export type Limited<T> = { readonly ended: true; readonly value: T } | NotEnded

interface NotEnded {
  readonly ended: false
  readonly why: StopReason
}

/**
 * Begins the work and waits for the first call of `settle`. `start` returns what tidies up; it is called exactly once,
 * with `false` when nobody will receive the value.
 */
export function withinLimits<T>(
  { signal, timeoutMs }: Limits,
  start: (settle: (value: T) => void) => (isReceived: boolean) => void,
): Promise<Limited<T>> {
  if (signal.aborted) return Promise.resolve({ ended: false, why: stopReason(signal) })
  return new Promise((resolve) => {
    const state: { isOver: boolean; tidyUp?: (isReceived: boolean) => void } = { isOver: false }
    const finish = (outcome: Limited<T>) => {
      if (state.isOver) return
      state.isOver = true
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      state.tidyUp?.(outcome.ended)
      resolve(outcome)
    }
    const stop = () => finish({ ended: false, why: stopReason(signal) })
    const timer = setTimeout(() => finish({ ended: false, why: 'timed-out' }), timeoutMs)
    signal.addEventListener('abort', stop, { once: true })
    const tidyUp = start((value) => finish({ ended: true, value }))
    // What settled while it was starting has not been tidied up yet.
    if (state.isOver) tidyUp(true)
    else state.tidyUp = tidyUp
  })
}

function stopReason({ reason }: AbortSignal): StopReason {
  return reason === 'time-over' ? 'time-over' : 'cancelled'
}

/** Whole milliseconds since `startedAt`, a value of `performance.now()`. */
export function since(startedAt: number): number {
  return Math.round(performance.now() - startedAt)
}
