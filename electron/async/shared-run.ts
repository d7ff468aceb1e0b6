/** Single-flight: one run at a time, shared by everybody who asks while it goes on. */

type Listener<Progress> = (progress: Progress) => void

/** What the work is given: when to end, and whom to tell how far it is. */
export interface RunContext<Progress> {
  readonly signal: AbortSignal
  readonly onProgress: Listener<Progress>
}

export interface SharedRun<Question, Progress, Answer, Kept> {
  /**
   * Joins the run of the same question, which tells at once how far it is, or starts one. Another question, or one
   * after a cancel, takes the place of the running one and starts when that has ended.
   */
  readonly run: (onProgress: Listener<Progress>, question: Question) => Promise<Answer>
  readonly cancel: () => void
  /** Starts a run now; the next `run` gets it, once, also when it has ended by then. */
  readonly startEarly: (question: Question) => void
  /** What was kept last, undefined before the first. */
  readonly latest: () => Kept | undefined
}

interface Running<Progress, Answer> {
  readonly key: string | undefined
  readonly controller: AbortController
  readonly answer: Promise<Answer>
  readonly join: (onProgress: Listener<Progress>) => Promise<Answer>
}

/** @param keep what `latest` is to tell of an answer; undefined leaves what was kept before. */
export function shareRun<Progress, Answer, Kept = never, Question = void>(
  work: (context: RunContext<Progress>, question: Question) => Promise<Answer>,
  keep: (answer: Answer) => Kept | undefined = () => undefined,
): SharedRun<Question, Progress, Answer, Kept> {
  let running: Running<Progress, Answer> | undefined
  let early: typeof running
  let latest: Kept | undefined

  function start(question: Question, key: string | undefined): Running<Progress, Answer> {
    const before = running
    before?.controller.abort()
    const controller = new AbortController()
    const listeners = new Set<Listener<Progress>>()
    let soFar: Progress | undefined
    const onProgress: Listener<Progress> = (progress) => {
      soFar = progress
      for (const listener of listeners) listener(progress)
    }
    const begin = () => work({ signal: controller.signal, onProgress }, question)
    const answer = (before === undefined ? begin() : before.answer.then(begin, begin))
      .then((given) => {
        latest = keep(given) ?? latest
        return given
      })
      .finally(() => {
        if (running === started) running = undefined
      })
    const join = async (listener: Listener<Progress>) => {
      if (soFar !== undefined) listener(soFar)
      listeners.add(listener)
      try {
        return await answer
      } finally {
        listeners.delete(listener)
      }
    }
    const started = { key, controller, answer, join }
    return (running = started)
  }

  function runOf(question: Question): Running<Progress, Answer> {
    const key = JSON.stringify(question)
    if (running === undefined || running.controller.signal.aborted || running.key !== key) {
      return start(question, key)
    }
    return running
  }

  return {
    run: (onProgress, question) => {
      const mine = early ?? runOf(question)
      early = undefined
      return mine.join(onProgress)
    },
    cancel: () => {
      running?.controller.abort()
    },
    startEarly: (question) => {
      early ??= runOf(question)
      // Whoever asks gets the failure; nobody asking is no reason to crash.
      early.answer.catch(() => {})
    },
    latest: () => latest,
  }
}
