/** The words of a walk that a report holds: for text and page. */
import { label } from './label.ts'
import { saysSomething, stepSigns, symptomName, type DiagnosisReport } from './doctor-words.ts'
import type { StepSources } from './step-sources.ts'
import type { Words } from './words.ts'

/** The walk as a report tells it, by its own words: for text and page. */
export interface WalkWords {
  /** The symptom, and what came out. */
  readonly title: string
  /** What is not in order; null where nothing was found. */
  readonly cause: string | null
  /** The one thing to do, with its label; then its command and how to undo it. */
  readonly next: readonly string[]
  readonly steps: readonly { readonly sign: string; readonly text: string }[]
  /** Where each step that is for this PC is known from. */
  readonly sources: readonly WalkSource[]
}

interface WalkSource {
  readonly name: string
  readonly sources: readonly StepSources[]
  /** Whether it is not in order, or asks somebody to do something: what is printed names only those. */
  readonly isOpen: boolean
}

export function walkWords(words: Words, walk: DiagnosisReport): WalkWords {
  const { t } = words
  const { symptom, outcome, cause, next, steps } = walk
  const failed = steps.find(({ state }) => state === 'failed')
  const doing = {
    cause: 'doctor.do',
    'needs-you': 'doctor.try',
    'nothing-found': 'doctor.left',
  } as const
  const entries = [
    [t(doing[outcome]), next?.text],
    [t('action.label.command'), next?.command],
    [t('action.label.undo'), next?.undo],
  ] as const
  return {
    title: symptomName(words, symptom),
    cause: outcome === 'cause' && cause !== null ? (failed?.evidence ?? cause.code) : null,
    next: entries.flatMap(([name, text]) =>
      text === undefined || text === null ? [] : [`${label(words, name)} ${text}`],
    ),
    steps: steps.map(({ state, text, evidence }) => ({
      sign: stepSigns[state],
      text: `${label(words, text)} ${evidence}`,
    })),
    sources: steps.flatMap(({ state, text, sources = [] }) =>
      state === 'not-here' || sources.length === 0
        ? []
        : [{ name: text, sources, isOpen: saysSomething(state) }],
    ),
  }
}
