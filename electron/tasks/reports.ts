/** Reports that the window opens and compares: in a worker, one at a time, by an id that says nothing about where they lie. */
import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import {
  liveId,
  type OpenedReport,
  type OpenReportFailure,
  type RecentReport,
} from '../../shared/ipc/channels.ts'
import type { ComparedRow } from '../../shared/report/compare/compare-words.ts'
import type { AsText } from '../../shared/ipc/as-text.ts'
import type { Result } from '../../shared/model/result.ts'
import type { Language } from '../../shared/text/languages.ts'
import type { Texts } from '../../shared/text/words.ts'
import type { ReportAnswer, ReportQuestion } from '../report/answer-question.ts'
import type { Side } from '../report/compare-for-window.ts'
import type { Shown } from '../report/save-report.ts'

/** What the settings keep of a report that was opened. */
interface KeptReport {
  readonly file: string
  readonly name: string
  readonly takenAtUtc: string
}

export interface RecentStore {
  readonly read: () => Promise<readonly KeptReport[]>
  readonly write: (recent: readonly KeptReport[]) => Promise<boolean>
}

interface InLanguage {
  readonly language: Language
  readonly texts: readonly Texts[]
}

type Opened = AsText<Result<OpenedReport | null, OpenReportFailure>>
type Compared = AsText<Result<readonly ComparedRow[], OpenReportFailure>>

export interface ReportTasks {
  /** The answer is `null` where it was cancelled. */
  readonly open: (file: string, words: InLanguage) => Promise<Opened | null>
  /** Undefined for an id that nothing was opened by. */
  readonly fileOf: (id: string) => string | undefined
  readonly compare: (
    beforeId: string,
    afterId: string,
    live: Shown,
    words: InLanguage,
  ) => Promise<Compared | null>
  readonly recent: () => Promise<readonly RecentReport[]>
  readonly forget: () => Promise<boolean>
  readonly cancel: () => void
}

/** A report of the largest size takes a quarter of it; more is stopped, not the program. */
const mostMemoryMb = 512

const mostRecent = 8

/** @param script the worker's bundle. */
export function openReportTasks(script: string, store: RecentStore): ReportTasks {
  let running: Worker | undefined
  const ids = new Map<string, string>()
  const files = new Map<string, string>()

  const idOf = (file: string): string => {
    const id = ids.get(file) ?? `report-${ids.size + 1}`
    ids.set(file, id)
    files.set(id, file)
    return id
  }
  const cancel = () => {
    const before = running
    running = undefined
    void before?.terminate()
  }
  // A worker for each question: it starts within a tenth of a second, and what it held is gone with it.
  const ask = (question: ReportQuestion): Promise<ReportAnswer | null> => {
    cancel()
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb } })
    running = worker
    worker.unref()
    return new Promise((resolve, reject) => {
      worker.once('message', (answer: ReportAnswer) => {
        resolve(answer)
        if (running === worker) running = undefined
        void worker.terminate()
      })
      worker.once('error', reject)
      worker.once('exit', () => {
        resolve(null)
      })
      worker.postMessage(question)
    })
  }
  const side = (id: string, live: Shown): Side => {
    const file = files.get(id)
    if (id === liveId) return { shown: live }
    if (file === undefined) throw new Error(`no report was opened as ${id}`)
    return { file }
  }

  return {
    cancel,
    fileOf: (id) => files.get(id),
    open: async (file, words) => {
      const answer = await ask({ kind: 'open', file, id: idOf(file), ...words })
      if (answer?.opened !== undefined) {
        const kept = { file, ...answer.opened }
        const others = (await store.read()).filter((one) => one.file !== file)
        await store.write([kept, ...others].slice(0, mostRecent))
      }
      return answer === null ? null : answer.text
    },
    compare: async (beforeId, afterId, live, words) => {
      const [before, after] = [side(beforeId, live), side(afterId, live)]
      const answer = await ask({ kind: 'compare', before, after, ...words })
      return answer === null ? null : answer.text
    },
    recent: async () =>
      (await store.read()).map(({ file, name, takenAtUtc }) => ({
        ...{ id: idOf(file), name, file: basename(file), takenAtUtc },
      })),
    forget: () => store.write([]),
  }
}
