/**
 * Inspections for the window, one at a time. One runs at a time; whoever asks meanwhile gets its answer; the first one
 * starts before the window is there.
 */
import { failure, type Result } from '../../shared/model/result.ts'
import type {
  Inspection,
  InspectionFailure,
  InspectionProgress,
} from '../../shared/model/inspection.ts'
import type { Inspected } from '../inspection/inspect.ts'

type Answer = Promise<Result<Inspected, InspectionFailure>>
type Listener = (progress: InspectionProgress) => void
const cancelled = failure({ code: 'cancelled', detail: 'cancelled by the window' } as const)

type Run = (options: { readonly signal: AbortSignal; readonly onProgress: Listener }) => Answer

export interface InspectionDesk {
  readonly run: (onProgress: Listener) => Answer
  readonly cancel: () => void
  /** Starts the first inspection now; the next `run` gets it, once. */
  readonly startEarly: () => void
  /** The last look that worked, undefined before the first. */
  readonly latest: () => Inspection | undefined
}

export function openInspectionDesk(runInspection: Run): InspectionDesk {
  let current: { readonly answer: Answer; readonly controller: AbortController } | undefined
  /** How far the running look is: for whoever asks later. */
  let progress: InspectionProgress | undefined
  let early: Answer | undefined
  let latest: Inspection | undefined
  const listeners = new Set<Listener>()

  function start(): Answer {
    const controller = new AbortController()
    const { signal } = controller
    const look = runInspection({
      signal,
      onProgress: (next) => {
        if (signal.aborted) return
        progress = next
        for (const listener of listeners) listener(next)
      },
    })
    // A drive that hangs may keep a cancelled look for a while: nobody waits for that.
    const given = new Promise<Awaited<Answer>>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve(cancelled)
      })
    })
    const answer = Promise.race([look, given])
      .then((result) => {
        if (result.ok) latest = result.value.inspection
        return result
      })
      .finally(() => {
        if (current?.controller !== controller) return
        current = undefined
        progress = undefined
      })
    current = { answer, controller }
    return answer
  }

  return {
    run: async (onProgress) => {
      const underWay = early ?? current?.answer
      early = undefined
      if (underWay !== undefined && progress !== undefined) onProgress(progress)
      listeners.add(onProgress)
      try {
        return await (underWay ?? start())
      } finally {
        listeners.delete(onProgress)
      }
    },
    cancel: () => {
      current?.controller.abort()
    },
    startEarly: () => {
      early ??= start()
      // Whoever asks gets the failure; nobody asking is no reason to crash.
      early.catch(() => {})
    },
    latest: () => latest,
  }
}
