/** The run: a symptom, the facts of a PC and a person's answers in; the steps with their states and one thing to do out. */
import { allFindings } from '../judge/findings/connection-findings.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Endpoint } from '../catalogue/endpoints.ts'
import { actionById, actionOf, isActionId, type FindingAction } from '../judge/findings/actions.ts'
import { nameFacts, type NamedFacts, type PcQuestion } from '../judge/named-facts.ts'
import {
  answerRule,
  holds,
  rulesFor,
  withoutReplaced,
  type RuleAnswer,
} from '../judge/findings/rules.ts'
import type { DiagnosedStep, Diagnosis, StepAnswer, StepAnswers } from '../model/diagnosis.ts'
import type { Finding } from '../model/finding.ts'
import type { Symptom } from '../model/symptom.ts'
import { readTrees, type Step } from './trees.ts'

export type { StepAnswers }

export interface DoctorQuestion {
  readonly symptom: Symptom
  readonly facts: Omit<PcQuestion, 'symptom'>
  readonly answers?: StepAnswers
  /** The catalogue's servers. */
  readonly endpoints: readonly Endpoint[]
}

export function diagnose({ symptom, facts, answers = {}, endpoints }: DoctorQuestion): Diagnosis {
  const { steps, trees } = readTrees()
  const tree = trees[symptom]
  const named = nameFacts({ ...facts, symptom })
  const ruled = rulesFor(symptom).map((rule) => answerRule(rule, named))
  const { inspection, look, check } = facts
  const given = allFindings(inspection, { look, check }, endpoints)
  const found = withoutReplaced(given, ruled).filter(
    (finding) => finding.severity !== 'info' || passes(finding),
  )
  const made = tree.steps.flatMap((id): Weighed[] => {
    const step = steps[id]
    return step === undefined
      ? []
      : [weigh(id, step, { named, ruled, found, answer: answers[id] ?? null })]
  })
  return concluded(symptom, made, {
    left: tree.left.find(({ where = [] }) => holds(where, named).value === true)?.action,
    unseen: made.flatMap(({ step: { id, state, reason } }) =>
      state === 'could-not-look' && steps[id]?.isKey === true ? [reason] : [],
    ),
  })
}

/** A step, and whether the walk ends with it while nobody has answered. */
interface Weighed {
  readonly step: DiagnosedStep
  readonly decides: boolean
}

interface Known {
  readonly named: NamedFacts
  readonly ruled: readonly RuleAnswer[]
  readonly found: readonly Finding[]
  readonly answer: StepAnswer | null
}

function weigh(id: string, step: Step, { named, ruled, found, answer }: Known): Weighed {
  const nothing: DiagnosedStep = {
    ...{ id, state: 'done', finding: null, says: null, shows: '', reason: null },
    ...{ action: null, tool: step.tool ?? null, answer },
    from: evidenceOf(step, ruled),
  }
  const { codes = [], where = [], needs = [], shows, decides = false } = step
  if (holds(where, named).value === false) {
    return { step: { ...nothing, state: 'not-here' }, decides: false }
  }
  if (codes.length === 0) {
    const asked = askedStep(nothing, actionOfId(step.action))
    return { step: asked, decides: decides && asked.state === 'needs-you' }
  }
  const trouble = troubleOf(step, ruled, found)
  if (trouble?.isCertain === true) {
    return { step: { ...nothing, ...trouble.said, state: 'failed' }, decides: true }
  }
  if (trouble !== null && passes(trouble.said.finding)) {
    return { step: { ...nothing, ...trouble.said, state: 'could-not-look' }, decides: true }
  }
  if (trouble !== null) {
    const asked = askedStep({ ...nothing, ...trouble.said }, trouble.said.action)
    return { step: asked, decides: asked.state === 'needs-you' }
  }
  const open =
    needs.map((name) => named[name]).find(({ value }) => value === null)?.reason ??
    ruled.find(({ rule, state }) => state === 'unknown' && codes.includes(rule.code))?.reason
  if (open !== undefined && open !== null) {
    // The check of Apple's servers waits for somebody to start it.
    const state = step.tool === undefined ? 'could-not-look' : 'needs-you'
    return { step: { ...nothing, state, reason: open }, decides: false }
  }
  if (step.wants !== undefined && named[step.wants].value === false) {
    return { step: { ...nothing, state: 'not-here' }, decides: false }
  }
  return {
    step: {
      ...nothing,
      shows: shows !== undefined && named[shows].value === true ? named[shows].subject : '',
    },
    decides: false,
  }
}

/** "Yes" says that this was it, "no" that it was not. */
function askedStep(step: DiagnosedStep, action: FindingAction | null): DiagnosedStep {
  const state =
    step.answer === 'yes' ? 'failed' : step.answer === 'no' ? 'done' : ('needs-you' as const)
  return { ...step, state, action }
}

interface Trouble {
  readonly isCertain: boolean
  readonly said: Pick<DiagnosedStep, 'finding' | 'says'> & {
    readonly action: FindingAction
    readonly from?: readonly Evidence[]
  }
}

/** The step's own sources, and those of the rules that it asks. */
function evidenceOf(
  { sources, confidence, codes = [] }: Step,
  ruled: readonly RuleAnswer[],
): readonly Evidence[] {
  return [
    ...(sources === undefined || confidence === undefined ? [] : [{ sources, confidence }]),
    ...ruled.flatMap(({ rule }) => (codes.includes(rule.code) ? [rule] : [])),
  ].map(({ sources: from, confidence: sure }) => ({ sources: from, confidence: sure }))
}

/** Of several findings the one whose code the step names first. What is certain comes before what may be. */
function troubleOf(
  { codes = [], subject, port }: Step,
  ruled: readonly RuleAnswer[],
  found: readonly Finding[],
): Trouble | null {
  const troubles = codes.flatMap((code) => [
    ...ruled.flatMap(({ rule, finding }): Trouble[] =>
      finding === null || rule.code !== code || !isAbout(finding, subject, port)
        ? []
        : [
            {
              isCertain: rule.isCertain !== false,
              said: {
                finding,
                says: rule.says ?? null,
                action: actionOfId(rule.action, finding) ?? actionOf(finding),
                from: [{ sources: rule.sources, confidence: rule.confidence }],
              },
            },
          ],
    ),
    ...found.flatMap((finding): Trouble[] =>
      finding.code === code && isAbout(finding, subject, port)
        ? [
            {
              isCertain: !passes(finding),
              said: { finding, says: null, action: actionOf(finding) },
            },
          ]
        : [],
    ),
  ])
  return troubles.find(({ isCertain }) => isCertain) ?? troubles[0] ?? null
}

/** Only a person can see it, nothing on this PC points to it, and nobody has answered. */
function isOpenQuestion({ state, finding, action, answer }: DiagnosedStep): boolean {
  return state === 'needs-you' && finding === null && action !== null && answer === null
}

/** Passes by itself within minutes: nobody can say yet whether the step is in order. */
function passes(finding: Finding | null): boolean {
  return finding?.code === 'service-starting' || finding?.code === 'service-stopping'
}

/** Codes that only one program can have need no subject. */
const anyPrograms = /^(?:service-(?!stale)|port-)/

function isAbout(
  { code, subject: about, values }: Finding,
  subject: string | undefined,
  port: string | undefined,
): boolean {
  if (port !== undefined && code.startsWith('port-')) return (values?.['port'] ?? port) === port
  return subject === undefined || !anyPrograms.test(code) || about === subject
}

function actionOfId(id: string | undefined, finding?: Finding): FindingAction | null {
  if (id === undefined || !isActionId(id)) return null
  return actionById(id, finding && { ...finding.values, subject: finding.subject })
}

function concluded(
  symptom: Symptom,
  made: readonly Weighed[],
  {
    left,
    unseen,
  }: {
    readonly left: string | undefined
    /** Why steps that matter could not be looked at. */
    readonly unseen: readonly (string | null)[]
  },
): Diagnosis {
  const steps = made.map(({ step }) => step)
  const end = (outcome: Diagnosis['outcome'], step: DiagnosedStep): Diagnosis => {
    const { finding: cause, action: next, id: deciding } = step
    // As long as there is one thing to do, nobody is asked for cables and restarts.
    const shown = steps.filter((one) => one === step || !isOpenQuestion(one))
    return { symptom, outcome, cause, next, deciding, steps: shown }
  }
  const concluding = (id: string | undefined): FindingAction | null => {
    const action = actionOfId(id)
    const seen = unseen.length === 0 ? 'all' : 'part'
    const asAdmin = unseen.includes('needs-admin')
    // A setting that is meant to be so needs no word about the rest.
    return action === null || id === 'stop-auto-sync'
      ? action
      : { ...action, values: { ...action.values, seen, ...(asAdmin && { asAdmin: 'yes' }) } }
  }
  const certain = made.find(({ step, decides }) => decides && step.state === 'failed')
  if (certain !== undefined) return end('cause', certain.step)
  // Somebody tried it, and that was it.
  const cured = steps.find(({ state }) => state === 'failed')
  if (cured !== undefined) return end(cured.finding === null ? 'nothing-found' : 'cause', cured)
  const passing = made.find(({ step, decides }) => decides && step.state === 'could-not-look')
  if (passing !== undefined) return end('needs-you', passing.step)
  const perhaps = made.filter(({ step, decides }) => decides && step.state === 'needs-you')
  const first = perhaps.find(({ step }) => step.answer === null) ?? perhaps[0]
  if (first !== undefined) return end('needs-you', first.step)
  // As long as nobody has answered, the whole of what is left in one sentence; then one by one.
  const asked = steps.filter(({ action, finding }) => action !== null && finding === null)
  const open = asked.find(isOpenQuestion)
  const next = asked.every(({ answer }) => answer === null)
    ? concluding(left)
    : (open?.action ?? concluding('ask-apple'))
  return { symptom, outcome: 'nothing-found', cause: null, next, deciding: null, steps }
}
