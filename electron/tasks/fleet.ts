/** Many PCs for the window: one worker at a time, which reads, keeps the list and answers what is in sight. */
import { Worker } from 'node:worker_threads'
import { failure, type Result } from '../../shared/model/result.ts'
import type {
  FleetPage,
  FleetProgress,
  FleetQuery,
  FleetSummary,
} from '../../shared/model/fleet.ts'
import type { Language } from '../../shared/text/languages.ts'
import type { Texts } from '../../shared/text/words.ts'
import type { OpenedPc } from '../fleet/open-pc.ts'
import type { WorkerQuestion } from '../fleet/worker.ts'

export interface FleetTasks {
  /** Takes the place of what was read before. Null where it was cancelled. */
  readonly read: (
    paths: readonly string[],
    onProgress: (progress: FleetProgress) => void,
  ) => Promise<FleetSummary | null>
  readonly page: (query: FleetQuery) => Promise<FleetPage | null>
  readonly open: (index: number) => Promise<OpenedPc | null>
  readonly save: (
    query: Pick<FleetQuery, 'filter' | 'finding'>,
    file: string,
    language: Language,
    texts: readonly Texts[],
  ) => Promise<Result<null, string>>
  readonly cancel: () => void
}

/** In MB: a list of 100,000 PCs takes a fifth of it. More than this is stopped, not the program. */
const mostMemoryMb = 1_024

interface Running {
  readonly worker: Worker
  readonly ask: (question: WorkerQuestion) => Promise<unknown>
  readonly listen: (listener: (progress: FleetProgress) => void) => void
}

interface Message {
  readonly id?: number
  readonly text?: string
  readonly error?: string
  readonly progress?: FleetProgress
}

/** @param script the worker's bundle. */
export function openFleetTasks(script: string): FleetTasks {
  let running: Running | undefined

  const start = (): Running => {
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } })
    const waiting = new Map<
      number,
      { resolve: (value: unknown) => void; reject: (error: Error) => void }
    >()
    let last = 0
    let listener: (progress: FleetProgress) => void = () => {}
    worker.on('message', ({ id = 0, text, error, progress }: Message) => {
      if (progress !== undefined) listener(progress)
      const asked = waiting.get(id)
      waiting.delete(id)
      if (error !== undefined) asked?.reject(new Error(error))
      else asked?.resolve(text === undefined ? null : JSON.parse(text))
    })
    const end = (error?: Error) => {
      for (const { resolve, reject } of waiting.values()) {
        if (error === undefined) resolve(null)
        else reject(error)
      }
      waiting.clear()
      if (running?.worker === worker) running = undefined
    }
    worker.on('error', end)
    worker.on('exit', () => {
      end()
    })
    // Nothing waits for it when the program ends.
    worker.unref()
    return {
      worker,
      listen: (told) => {
        listener = told
      },
      ask: (question) =>
        new Promise((resolve, reject) => {
          last += 1
          waiting.set(last, { resolve, reject })
          worker.postMessage({ id: last, question })
        }),
    }
  }

  const cancel = () => {
    const before = running
    running = undefined
    if (before !== undefined) void before.worker.terminate()
  }
  return {
    cancel,
    read: async (paths, onProgress) => {
      cancel()
      const begun = start()
      running = begun
      begun.listen(onProgress)
      return (await begun.ask({ kind: 'read', paths })) as FleetSummary | null
    },
    page: async (query) =>
      ((await running?.ask({ kind: 'page', query })) ?? null) as FleetPage | null,
    open: async (index) =>
      ((await running?.ask({ kind: 'open', index })) ?? null) as OpenedPc | null,
    save: async (query, file, language, texts) => {
      const answer = (await running?.ask({ kind: 'export', query, file, language, texts })) as
        Result<null, string> | null | undefined
      return answer ?? failure('')
    },
  }
}
