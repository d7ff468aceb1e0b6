/** A diagnosis: what the doctor found for one symptom, step by step. */
import type { Evidence } from './evidence.ts'
import type { Action } from './action.ts'
import type { Finding } from './finding.ts'
import type { Symptom } from './symptom.ts'

/**
 * - `cause`: this PC shows what is wrong.
 * - `needs-you`: something may be in the way, and only a person can tell.
 * - `nothing-found`: this PC is in order, as far as it could be checked.
 */
export const outcomes = ['cause', 'needs-you', 'nothing-found'] as const
export type Outcome = (typeof outcomes)[number]

/**
 * - `done`: in order. `failed`: not in order. `needs-you`: only a person can tell, or has to try something.
 * - `not-here`: not for this PC. `could-not-look`: this PC could not be asked.
 */
export const stepStates = ['done', 'failed', 'needs-you', 'not-here', 'could-not-look'] as const
export type StepState = (typeof stepStates)[number]

/** Whether the problem was gone after a step. */
export const stepAnswers = ['yes', 'no', 'do-not-know'] as const
export type StepAnswer = (typeof stepAnswers)[number]

/** By the steps' ids: whether the problem was gone after each. */
export type StepAnswers = Readonly<Partial<Record<string, StepAnswer>>>

/** A symptom that somebody looks into, and what was answered so far. */
export interface Walk {
  readonly symptom: Symptom
  readonly answers: StepAnswers
}

export interface DiagnosedStep {
  readonly id: string
  readonly state: StepState
  /** What is not in order, or may not be. */
  readonly finding: Finding | null
  /** Another sentence than the finding's own: `doctor.says.<says>`. */
  readonly says: string | null
  /** What it rests on where it is in order: a program, a service. May be empty. */
  readonly shows: string
  /** Why this PC could not be asked, a code of `reason`; null elsewhere. */
  readonly reason: string | null
  /** What to do about it; null where there is nothing to do. */
  readonly action: Action | null
  /** The part of this program that does the step. */
  readonly tool: string | null
  readonly answer: StepAnswer | null
  /** Where it is known from that this matters: of what was found, else of whatever the step asks. */
  readonly from: readonly Evidence[]
}

export interface Diagnosis {
  readonly symptom: Symptom
  readonly outcome: Outcome
  /** Null where nothing was found, and where a setting is meant to be so. */
  readonly cause: Finding | null
  /** The one thing to do. */
  readonly next: Action | null
  /** The step that the outcome rests on; null where nothing was found. */
  readonly deciding: string | null
  readonly steps: readonly DiagnosedStep[]
}
