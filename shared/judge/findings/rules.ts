/** The rules: named facts of a PC to findings. Reads `assets/doctor/rules.json`. */
import data from '../../../assets/doctor/rules.json' with { type: 'json' }
import type { Finding } from '../../model/finding.ts'
import type { Symptom } from '../../model/symptom.ts'
import { nameFacts, type NamedFacts, type PcQuestion } from '../named-facts.ts'
import type { Condition, Rule } from './rules-schema.ts'

export type { Condition, Rule } from './rules-schema.ts'

export const readRules = (): { readonly rules: readonly Rule[] } =>
  data as { readonly rules: readonly Rule[] }

/** What a rule comes to. `unknown`: something that it asks for could not be looked at. */
export interface RuleAnswer {
  readonly rule: Rule
  readonly state: 'fires' | 'silent' | 'unknown'
  /** Why it is not known; null elsewhere. */
  readonly reason: string | null
  /** Null unless it fires. */
  readonly finding: Finding | null
}

/** Whether all of them hold: one that does not decides, whatever is not known. */
export function holds(
  conditions: readonly Condition[],
  facts: NamedFacts,
): { readonly value: boolean | null; readonly reason: string | null } {
  const answers = conditions.map(({ fact, is }) => ({ ...facts[fact], is }))
  if (answers.some(({ value, is }) => value !== null && value !== is)) {
    return { value: false, reason: null }
  }
  const open = answers.find(({ value }) => value === null)
  return open === undefined ? { value: true, reason: null } : { value: null, reason: open.reason }
}

export function answerRule(rule: Rule, facts: NamedFacts): RuleAnswer {
  const { value, reason } = holds(rule.when, facts)
  if (value === true) return { rule, state: 'fires', reason: null, finding: findingOf(rule, facts) }
  return { rule, state: value === false ? 'silent' : 'unknown', reason, finding: null }
}

function findingOf({ code, severity, when, subject }: Rule, facts: NamedFacts): Finding {
  const about = 'fact' in subject ? facts[subject.fact].subject : subject.text
  const values = Object.assign({}, ...when.map(({ fact }) => facts[fact].values)) as Record<
    string,
    string
  >
  return { code, severity, subject: about, ...(Object.keys(values).length > 0 && { values }) }
}

/** The rules that a symptom asks, or those of every PC. */
export function rulesFor(symptom: Symptom | null): readonly Rule[] {
  return readRules().rules.filter(
    ({ symptoms }) => symptoms === undefined || (symptom !== null && symptoms.includes(symptom)),
  )
}

/** What is a fault by itself: for window, reports and exit code. */
export function findInPc(question: PcQuestion): readonly Finding[] {
  const facts = nameFacts(question)
  const answers = rulesFor(null).map((rule) => answerRule(rule, facts))
  const found = answers.flatMap(({ finding }) => (finding === null ? [] : [finding]))
  return withoutReplaced([...question.inspection.findings, ...found], answers)
}

/** Without those whose advice does not hold, because a rule that fires knows better. */
export function withoutReplaced(
  findings: readonly Finding[],
  answers: readonly RuleAnswer[],
): readonly Finding[] {
  const known = answers.flatMap(({ state, rule: { replaces } }) =>
    state === 'fires' && replaces !== undefined ? [replaces] : [],
  )
  return findings.filter(
    (finding) =>
      !known.some(
        ({ code, subject }) =>
          code === finding.code && (subject === undefined || subject === finding.subject),
      ),
  )
}
