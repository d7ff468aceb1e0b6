/** Who may start an inspection? One runs at a time; whoever asks meanwhile gets its answer; the first one starts before the window is there. */
import type { Result } from '../shared/ipc/result.ts'
import type {
  Inspection,
  InspectionFailure,
  InspectionProgress,
} from '../shared/model/inspection.ts'

type Answer = Promise<Result<Inspection, InspectionFailure>>
type Listener = (progress: InspectionProgress) => void
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
  let early: Answer | undefined
  let latest: Inspection | undefined
  const listeners = new Set<Listener>()

  function start(): Answer {
    const controller = new AbortController()
    const answer = runInspection({
      signal: controller.signal,
      onProgress: (progress) => {
        for (const listener of listeners) listener(progress)
      },
    })
      .then((result) => {
        if (result.ok) latest = result.value
        return result
      })
      .finally(() => {
        if (current?.controller === controller) current = undefined
      })
    current = { answer, controller }
    return answer
  }

  return {
    run: async (onProgress) => {
      if (early !== undefined) {
        const answer = early
        early = undefined
        return answer
      }
      listeners.add(onProgress)
      try {
        return await (current?.answer ?? start())
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
