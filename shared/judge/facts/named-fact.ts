/** A named fact: one thing about a PC that the rules and the doctor's steps ask for, as yes, no, or not known. */
import type { Probe } from '../../model/probe.ts'

export interface NamedFact {
  /** Null: could not be looked at. */
  readonly value: boolean | null
  /** What it is about: a program, a file, a version. */
  readonly subject: string
  /** For the sentence of a finding. */
  readonly values: Readonly<Record<string, string>>
  /** Why it is not known, a code of `reason`; null where it is. */
  readonly reason: string | null
}

export function yes(subject = '', values: NamedFact['values'] = {}): NamedFact {
  return { value: true, subject, values, reason: null }
}

export function no(subject = ''): NamedFact {
  return { value: false, subject, values: {}, reason: null }
}

export function unknown(reason: string): NamedFact {
  return { value: null, subject: '', values: {}, reason }
}

export function fact(is: boolean, subject = '', values: NamedFact['values'] = {}): NamedFact {
  return is ? yes(subject, values) : no(subject)
}

/** Of a detail that may be unknown itself. */
export function factOf<T>(probe: Probe<T>, use: (value: T) => NamedFact): NamedFact {
  return probe.state === 'known' ? use(probe.value) : unknown(probe.reason)
}

/** The first that is so; no where all are known not to be; else not known. */
export function anyOf(facts: readonly NamedFact[]): NamedFact {
  return (
    facts.find(({ value }) => value === true) ?? facts.find(({ value }) => value === null) ?? no()
  )
}
