/** The words of a diagnosis: its steps with their evidence, the one thing to do, and the text for a ticket. */
import type { Catalogue } from '../catalogue/schemas/catalogue-schema.ts'
import type { FindingAction } from '../judge/findings/actions.ts'
import type { DiagnosedStep, Diagnosis, Outcome, StepState } from '../model/diagnosis.ts'
import type { WindowsTool } from '../model/action.ts'
import type { Symptom } from '../model/symptom.ts'
import type { StepId } from '../doctor/trees.ts'
import { actionWords, type ActionWords } from './action-words.ts'
import { findingWords, subjectWords } from './fact-words.ts'
import { label } from './label.ts'
import { sourceLines, stepSources, type StepSources } from './step-sources.ts'
import { visibleText } from './visible-text.ts'
import type { TextKey, Words } from './words.ts'

export function symptomName({ t }: Words, symptom: Symptom): string {
  return t(`doctor.symptom.${symptom}.name`)
}

export function stepName({ t }: Words, { id }: Pick<DiagnosedStep, 'id'>): string {
  return t(`doctor.step.${id as StepId}`)
}

/** What a step rests on, in one sentence or name. */
export function stepEvidence(words: Words, step: DiagnosedStep): string {
  const { t, has } = words
  const { state, finding, says, shows, reason, tool } = step
  if (finding !== null && state !== 'done') return saidOf(words, step)
  switch (state) {
    case 'done':
      return shows === '' || says !== null ? t('doctor.state.done') : subjectWords(words, shows)
    case 'needs-you':
      return t(tool === 'connections' ? 'doctor.state.not-run' : 'doctor.state.needs-you')
    case 'could-not-look': {
      // Why it could not be checked is never that it was not.
      if (reason === null || reason === 'not-checked') return t('doctor.state.not-run')
      const key = `reason.${reason}`
      return t('doctor.state.could-not-look', {
        reason: has(key) ? t(key) : visibleText(reason),
      })
    }
    case 'failed':
    case 'not-here':
      return t(`doctor.state.${state}`)
  }
}

/** What a finding says, here: a step may know better words than the finding's own. */
function saidOf(words: Words, { finding, says }: DiagnosedStep): string {
  if (finding === null) return ''
  const key = `doctor.says.${says ?? ''}`
  if (!words.has(key)) return findingWords(words, finding)
  const values = Object.entries({ ...finding.values, subject: finding.subject })
  return words.t(
    key,
    Object.fromEntries(values.map(([name, value]) => [name, subjectWords(words, value)] as const)),
  )
}

/** The heading over a diagnosis. */
export function outcomeWords(
  { t }: Words,
  { outcome, cause, next, steps, deciding }: Diagnosis,
): string {
  const step = steps.find(({ id }) => id === deciding)
  // Nothing is wrong where somebody wants to be rid of what is left.
  if (cause?.code === 'leftovers') return t('doctor.outcome.remove')
  if (outcome === 'cause' && step?.says === 'server-fails') return t('doctor.outcome.cause-outside')
  if (outcome === 'needs-you' && step?.state === 'could-not-look') return t('doctor.outcome.wait')
  if (outcome === 'needs-you' && cause === null) return t('doctor.outcome.needs-you-setting')
  return outcome === 'nothing-found' && next?.values['seen'] === 'part'
    ? t('doctor.outcome.nothing-found-open')
    : t(`doctor.outcome.${outcome}`)
}

function nextWords(words: Words, { next }: Diagnosis): ActionWords | null {
  return next === null ? null : actionWords(words, next as FindingAction)
}

/** How many steps are in order, are not, wait for somebody, could not be checked. */
export function tallyWords({ t }: Words, { steps }: Diagnosis): string {
  const count = (state: StepState) => steps.filter((step) => step.state === state).length
  return t('doctor.tally', {
    done: count('done'),
    failed: count('failed'),
    asked: count('needs-you'),
    open: count('could-not-look'),
  })
}

/** As the command line and reports hand it out. */
export interface DiagnosisReport {
  readonly symptom: Symptom
  readonly outcome: Outcome
  readonly cause: { readonly code: string; readonly subject: string } | null
  readonly next: {
    readonly text: string
    readonly opens: WindowsTool | null
    readonly command: string | null
    readonly undo: string | null
    readonly needsAdmin: boolean
  } | null
  readonly steps: readonly {
    readonly id: string
    readonly state: StepState
    readonly text: string
    readonly evidence: string
    /** Left out by earlier versions. */
    readonly sources?: readonly StepSources[] | undefined
  }[]
}

export function diagnosisReport(
  words: Words,
  diagnosis: Diagnosis,
  sources: Catalogue['sources'],
): DiagnosisReport {
  const { symptom, outcome, cause, next, steps } = diagnosis
  const said = nextWords(words, diagnosis)
  return {
    symptom,
    outcome,
    cause: cause === null ? null : { code: cause.code, subject: cause.subject },
    next:
      next === null || said === null
        ? null
        : {
            text: said.text,
            opens: next.opens,
            command: next.command,
            undo: said.undo,
            needsAdmin: next.needsAdmin,
          },
    steps: steps.map((step) => ({
      id: step.id,
      state: step.state,
      text: stepName(words, step),
      evidence: stepEvidence(words, step),
      sources: stepSources(step, sources),
    })),
  }
}

/** The whole of it as plain text, for a terminal. */
export function diagnosisText(
  words: Words,
  diagnosis: Diagnosis,
  sources: Catalogue['sources'],
): string {
  const { t } = words
  const { symptom, cause, steps, deciding, outcome } = diagnosis
  const next = nextWords(words, diagnosis)
  const step = steps.find(({ id }) => id === deciding)
  const from = sourceLines(
    words,
    steps
      .filter(({ state }) => saysSomething(state))
      .map((one) => ({ name: stepName(words, one), sources: stepSources(one, sources) })),
  )
  const doing: TextKey = outcome === 'cause' ? 'doctor.do' : 'doctor.try'
  const lines = [
    symptomName(words, symptom),
    outcomeWords(words, diagnosis),
    ...(step !== undefined && cause !== null ? ['', saidOf(words, step)] : []),
    ...(next === null
      ? []
      : [
          '',
          `${label(words, t(outcome === 'nothing-found' ? 'doctor.left' : doing))} ${next.text}`,
          ...[next.needsAdmin].flatMap((line) => line ?? []),
          ...(next.command === null
            ? []
            : [
                `${label(words, t('action.label.command'))} ${next.command}`,
                `  ${next.commandDoes ?? ''}`,
              ]),
          ...(next.undo === null ? [] : [`${label(words, t('action.label.undo'))} ${next.undo}`]),
        ]),
    '',
    `${label(words, t('doctor.checked'))} ${tallyWords(words, diagnosis)}`,
    ...steps.map(
      (one) =>
        `  ${stepSigns[one.state]} ${label(words, stepName(words, one))} ${stepEvidence(words, one)}`,
    ),
    ...(from.length === 0 ? [] : ['', label(words, t('window.details.sources'))]),
    ...from.map((line) => `  ${line}`),
  ]
  return `${lines.join('\n')}\n`
}

export const saysSomething = (state: StepState): boolean =>
  state === 'failed' || state === 'needs-you'

export const stepSigns: Readonly<Record<StepState, string>> = {
  done: '[+]',
  failed: '[x]',
  'needs-you': '[?]',
  'not-here': '[-]',
  'could-not-look': '[ ]',
}

/** A few lines for whoever takes the ticket. */
export function ticketText(words: Words, diagnosis: Diagnosis, about: readonly string[]): string {
  const { t } = words
  const { symptom, cause, steps, deciding } = diagnosis
  const step = steps.find(({ id }) => id === deciding)
  const names = (state: StepState) =>
    steps.filter((one) => one.state === state).map((one) => stepName(words, one))
  const open = [...names('needs-you'), ...names('could-not-look')]
  const next = nextWords(words, diagnosis)
  const line = (key: TextKey, text: string) => `${label(words, t(key))} ${text}`
  return [
    [symptomName(words, symptom), ...about].join(' · '),
    line(
      'doctor.ticket.cause',
      step === undefined || cause === null
        ? t('doctor.ticket.nothing')
        : `${saidOf(words, step)} (${cause.code})`,
    ),
    ...(names('done').length > 0 ? [line('doctor.ticket.ok', names('done').join('; '))] : []),
    ...(open.length > 0 ? [line('doctor.ticket.open', open.join('; '))] : []),
    ...(next === null ? [] : [line('doctor.ticket.next', next.command ?? next.text)]),
  ].join('\n')
}
