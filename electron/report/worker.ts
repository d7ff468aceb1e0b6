/** Entry of the worker that opens and compares reports: 20 MB of JSON are read and judged beside the window, and given up at any moment. */
import { parentPort } from 'node:worker_threads'
import type { Language } from '../../shared/text/languages.ts'
import { makeWords, type Texts } from '../../shared/text/words.ts'
import { compareForWindow, type Side } from './compare-for-window.ts'
import { openForWindow } from './open-for-window.ts'

export type ReportQuestion = { readonly language: Language; readonly texts: readonly Texts[] } & (
  | { readonly kind: 'open'; readonly file: string; readonly id: string }
  | { readonly kind: 'compare'; readonly before: Side; readonly after: Side }
)

/** The answer is a text already: whoever passes it on need not read it. */
export interface ReportAnswer {
  readonly text: string
  /** Of a report that was opened. */
  readonly opened?: { readonly name: string; readonly takenAtUtc: string }
}

async function answer(question: ReportQuestion): Promise<ReportAnswer> {
  const words = makeWords(question.language, question.texts)
  if (question.kind === 'compare') {
    return { text: JSON.stringify(await compareForWindow(question.before, question.after, words)) }
  }
  const opened = await openForWindow(question.file, question.id, words)
  const text = JSON.stringify(opened)
  if (!opened.ok) return { text }
  const { name, takenAtUtc } = opened.value
  return { text, opened: { name, takenAtUtc } }
}

parentPort?.on('message', (question: ReportQuestion) => {
  answer(question).then(
    (value) => parentPort?.postMessage(value),
    (error: unknown) => {
      // A bug: the worker ends, and whoever waits is told.
      setImmediate(() => {
        throw error
      })
    },
  )
})
