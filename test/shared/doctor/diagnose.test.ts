/** What a walk says of rights, of what passes by itself, and of questions, over every machine that is written down. */
import { beforeAll, describe, expect, test } from 'vitest'
import { readEndpoints } from '../../../shared/catalogue/endpoints.ts'
import { diagnose, type DoctorQuestion } from '../../../shared/doctor/diagnose.ts'
import { readTrees } from '../../../shared/doctor/trees.ts'
import { nameFacts } from '../../../shared/judge/named-facts.ts'
import { answerRule, rulesFor } from '../../../shared/judge/findings/rules.ts'
import type { StepAnswer } from '../../../shared/model/diagnosis.ts'
import { denied, failed, type Probe } from '../../../shared/model/probe.ts'
import { symptoms } from '../../../shared/model/symptom.ts'
import { diagnosisText, outcomeWords } from '../../../shared/text/doctor-words.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import cases from '../../fixtures/machines/cases.json' with { type: 'json' }
import { factsOf } from '../../fixtures/machines/diagnose-machine.ts'
import { ownMachines } from '../../fixtures/machines/own-machines.ts'

type Facts = DoctorQuestion['facts']

const endpoints = readEndpoints()
const { steps } = readTrees()
const english = wordsIn('en')
let machines: readonly { readonly id: string; readonly facts: Facts }[] = []

beforeAll(async () => {
  machines = await Promise.all(
    [...cases, ...ownMachines].map(async ({ id, facts }) => ({ id, facts: await factsOf(facts) })),
  )
})

function factsFor(wanted: string): Facts {
  const facts = machines.find(({ id }) => id === wanted)?.facts
  if (facts === undefined) throw new Error(`no machine ${wanted}`)
  return facts
}

describe('what could not be looked at', () => {
  const asAdmin = 'Some of it only an administrator can see'
  const saidWith = (
    hidden: Partial<Record<'devices' | 'neededFiles' | 'pairing', Probe<never>>>,
  ) => {
    const facts = factsFor('a healthy desktop, all of it looked at')
    const diagnosis = diagnose({
      ...{ symptom: 'not-recognised', endpoints },
      facts: { ...facts, pc: { ...facts.pc, ...hidden } as Facts['pc'] },
    })
    return { ...diagnosis, text: diagnosisText(english, diagnosis, {}) }
  }

  test('for want of rights, in a step that matters, is to be seen as administrator', () => {
    const { outcome, next, text } = saidWith({ devices: denied('needs-admin') })
    expect([outcome, next?.values['seen'], next?.values['asAdmin']]).toEqual([
      ...['nothing-found', 'part', 'yes'],
    ])
    expect(text).toContain(asAdmin)
  })

  test('for another reason asks for no administrator', () => {
    const { outcome, next, text } = saidWith({ devices: failed('timeout') })
    expect([outcome, next?.values['seen'], next?.values['asAdmin']]).toEqual([
      ...['nothing-found', 'part', undefined],
    ])
    expect(text).not.toContain(asAdmin)
  })

  test('in a step that does not matter asks for no administrator either', () => {
    const { steps: walked, next, text } = saidWith({ pairing: denied('needs-admin') })
    expect(walked.find(({ id }) => id === 'pairing')?.state).toBe('could-not-look')
    expect([next?.values['seen'], next?.values['asAdmin']]).toEqual(['all', undefined])
    expect(text).not.toContain(asAdmin)
  })
})

describe('a service that is just starting', () => {
  test.each(['service just starting', 'service just starting, its program already there'])(
    '%s: is waited for, asks nobody, and blames no port',
    (id) => {
      const diagnosis = diagnose({ symptom: 'not-recognised', facts: factsFor(id), endpoints })
      expect(diagnosis).toMatchObject({ outcome: 'needs-you', deciding: 'service' })
      expect(diagnosis.next?.id).toBe('wait')
      expect(outcomeWords(english, diagnosis)).toBe('Not ready yet: wait a moment')
      const states = diagnosis.steps.map((step) => [step.id, step.state])
      expect(states).toContainEqual(['service', 'could-not-look'])
      expect(states).toContainEqual(['port', 'not-here'])
      expect(states.flat()).not.toContain('needs-you')
    },
  )

  test('an answer of somebody does not make its step one in order', () => {
    const facts = factsFor('service just starting')
    const answers: Record<string, StepAnswer> = { service: 'no' }
    const diagnosis = diagnose({ symptom: 'not-recognised', facts, answers, endpoints })
    expect(diagnosis.steps.find(({ id }) => id === 'service')?.state).toBe('could-not-look')
  })

  test('does not hide a cause that this PC shows', () => {
    const { inspection, look } = factsFor('service just starting')
    const { pc } = factsFor('no driver of Apple')
    expect(
      diagnose({ symptom: 'not-recognised', facts: { inspection, look, pc }, endpoints }),
    ).toMatchObject({ outcome: 'cause', cause: { code: 'driver-missing' } })
  })
})

test.each(symptoms)('%s: no machine is asked what it answers itself', (symptom) => {
  let questions = 0
  for (const { id: machine, facts } of machines) {
    const named = nameFacts({ ...facts, symptom })
    const rules = rulesFor(symptom).map((rule) => answerRule(rule, named))
    const { outcome, steps: walked } = diagnose({ symptom, facts, endpoints })
    for (const { id, finding, action, tool } of walked.filter(
      ({ state }) => state === 'needs-you',
    )) {
      const about = `${machine}: ${id}`
      const { codes = [], needs = [] } = steps[id] ?? {}
      questions += 1
      if (finding !== null) {
        // What was seen may be the cause and may not: no rule on it is certain, and it was really seen.
        const fires = rules.filter(
          ({ rule, state }) => rule.code === finding.code && state === 'fires',
        )
        expect(fires.length, about).toBeGreaterThan(0)
        expect(
          fires.map(({ rule }) => rule.isCertain),
          about,
        ).not.toContain(true)
      } else if (codes.length > 0) {
        // A check that somebody has to start: what it would tell is not known.
        expect(tool, about).not.toBeNull()
        const open = [
          ...needs.map((name) => named[name].value),
          ...rules.flatMap(({ rule, state }) =>
            codes.includes(rule.code) && state === 'unknown' ? [null] : [],
          ),
        ]
        expect(open, about).toContain(null)
      } else {
        // Nothing of this PC tells it, and nobody is asked while there is a cause.
        expect(action, about).not.toBeNull()
        expect(outcome, about).toBe(steps[id]?.decides === true ? 'needs-you' : 'nothing-found')
      }
    }
  }
  // Whether something is malware, nobody is asked at all.
  expect(questions > 0).toBe(symptom !== 'suspicious')
})

test('nobody is asked to restart a service that was started just now', () => {
  const stateIn = (id: string) =>
    diagnose({ symptom: 'not-recognised', facts: factsFor(id), endpoints }).steps.find(
      (step) => step.id === 'service-restart',
    )?.state
  expect(stateIn('a service that was started just now')).toBe('not-here')
  expect(stateIn('a PC that no iPhone trusts yet')).toBe('needs-you')
})
