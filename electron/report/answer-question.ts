/** What the worker answers: a report that was opened, or two that are held beside one another. */
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

export async function answerQuestion(question: ReportQuestion): Promise<ReportAnswer> {
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
