/** Does every rule fire and stay silent, is every leaf of every tree reached, and is a change of the rules noticed? */
import { beforeAll, describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readEndpoints } from '../../../shared/catalogue/endpoints.ts'
import { diagnose, type DoctorQuestion } from '../../../shared/doctor/diagnose.ts'
import { readTrees } from '../../../shared/doctor/trees.ts'
import { isActionId } from '../../../shared/judge/findings/actions.ts'
import { nameFacts, type NamedFacts } from '../../../shared/judge/named-facts.ts'
import {
  answerRule,
  findInPc,
  readRules,
  type Condition,
  type Rule,
} from '../../../shared/judge/findings/rules.ts'
import type { Diagnosis, StepAnswer } from '../../../shared/model/diagnosis.ts'
import { symptoms, type Symptom } from '../../../shared/model/symptom.ts'
import { outcomeWords } from '../../../shared/text/doctor-words.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import cases from '../../fixtures/machines/cases.json' with { type: 'json' }
import { factsOf } from '../../fixtures/machines/diagnose-machine.ts'
import { ownMachines } from '../../fixtures/machines/own-machines.ts'

interface Ready {
  readonly id: string
  readonly symptom: Symptom
  readonly facts: DoctorQuestion['facts']
}

const endpoints = readEndpoints()
const { sources } = readCatalogue()
let machines: readonly Ready[] = []

beforeAll(async () => {
  machines = await Promise.all(
    [...cases, ...ownMachines].map(async ({ id, symptom, facts }) => ({
      ...{ id, symptom: symptom as Symptom },
      facts: await factsOf(facts),
    })),
  )
})

function saidOf({ facts, symptom }: Pick<Ready, 'facts' | 'symptom'>): Diagnosis {
  return diagnose({ symptom, facts, endpoints })
}

const { rules } = readRules()
const { steps, trees } = readTrees()

test('there are rules, trees and machines to try them on', () => {
  expect(rules.length).toBeGreaterThan(40)
  expect(Object.keys(trees).sort()).toEqual([...symptoms].sort())
  expect(machines.length).toBe(cases.length + ownMachines.length)
  expect(machines.length).toBeGreaterThan(100)
  expect(rules.every(({ when }) => when.length > 0)).toBe(true)
})

describe('a rule', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s fires in one machine and stays silent in another',
    (_id, rule) => {
      const states = new Set(
        asked(rule.symptoms ?? symptoms).map((one) => answerRule(rule, one.named).state),
      )
      expect(states).toContain('fires')
      expect(states).toContain('silent')
    },
  )

  test('has an id of its own, and an action that there is', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
    expect(rules.flatMap(({ action }) => (action === undefined ? [] : [isActionId(action)])))
      .not //
      .toContain(false)
  })

  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s: a condition turned round or taken away changes what is said',
    (_id, rule) => {
      for (const condition of rule.when) {
        const turned = rule.when.map((one) => (one === condition ? { ...one, is: !one.is } : one))
        const fewer = rule.when.filter((one) => one !== condition)
        for (const when of [turned, fewer]) {
          expect(isNoticed(rule, when), `${condition.fact} is ${condition.is}`).toBe(true)
        }
      }
    },
  )
})

/** Whether a machine is diagnosed otherwise, or has other findings, when the rule has these conditions. */
function isNoticed(rule: Rule, when: readonly Condition[]): boolean {
  const mutable = rule as { when: readonly Condition[] }
  const kept = rule.when
  return asked(rule.symptoms ?? symptoms).some((one) => {
    const before = answerRule(rule, one.named).state === 'fires'
    const after = answerRule({ ...rule, when: [...when] }, one.named).state === 'fires'
    if (before === after) return false
    const { right } = one
    mutable.when = when
    try {
      return allSaid(one) !== right
    } finally {
      mutable.when = kept
    }
  })
}

interface Asked extends Pick<Ready, 'facts' | 'symptom'> {
  readonly named: NamedFacts
  /** What is said with the rules as they are. */
  readonly right: string
}

const named = new Map<string, Asked>()

/** Every machine under each of these symptoms, its facts named once. */
function asked(wanted: readonly Symptom[]): readonly Asked[] {
  return machines.flatMap(({ id, facts }) =>
    wanted.map((symptom) => {
      const key = `${id} ${symptom}`
      const one = named.get(key) ?? {
        ...{ facts, symptom, named: nameFacts({ ...facts, symptom }) },
        right: allSaid({ facts, symptom }),
      }
      named.set(key, one)
      return one
    }),
  )
}

const allSaid = (one: Pick<Ready, 'facts' | 'symptom'>): string =>
  JSON.stringify([saidOf(one), findInPc(one.facts)])

describe('the tree', () => {
  test.each(symptoms)('%s is walked to each of its leaves', (symptom) => {
    const tree = trees[symptom]
    const reached = new Set<string>()
    const endings = new Set<string | undefined>()
    for (const one of asked([symptom])) {
      const diagnosis = saidOf(one)
      for (const { id, state, finding } of diagnosis.steps) {
        if (finding !== null && (state === 'failed' || state === 'needs-you')) reached.add(id)
      }
      if (diagnosis.outcome === 'nothing-found') endings.add(diagnosis.next?.id)
    }
    for (const id of tree.steps.filter((one) => steps[one]?.action !== undefined)) {
      const answers: Record<string, StepAnswer> = { [id]: 'yes' }
      const ends = machines.some(({ facts }) => {
        const { deciding, next } = diagnose({ symptom, facts, answers, endpoints })
        return deciding === id && next?.id === steps[id]?.action
      })
      if (ends) reached.add(id)
    }
    expect(tree.steps.filter((id) => !reached.has(id))).toEqual([])
    const left = tree.left.map(({ action }) => action)
    const mayEnd = !tree.steps.some((id) => steps[id]?.decides === true)
    if (mayEnd) expect([...endings].sort()).toEqual([...left].sort())
  })

  test.each(symptoms)('%s says of each of its steps where it is known from', (symptom) => {
    const { facts } = machines[0] ?? {}
    if (facts === undefined) throw new Error('no machines')
    const walked = diagnose({ symptom, facts, endpoints }).steps
    expect(walked.length).toBeGreaterThan(0)
    for (const { id, from } of walked) {
      expect(from, id).not.toEqual([])
      for (const key of from.flatMap((one) => one.sources)) expect(sources, id).toHaveProperty(key)
    }
  })

  test('names only steps that there are, and every step stands in a tree', () => {
    const named = new Set(symptoms.flatMap((symptom) => trees[symptom].steps))
    expect([...named].sort()).toEqual(Object.keys(steps).sort())
  })

  test.each(symptoms)('%s asks nothing before what this PC can answer', (symptom) => {
    const kinds = trees[symptom].steps.map((id) => steps[id]?.action !== undefined)
    expect(kinds).toEqual([...kinds].sort((a, b) => Number(a) - Number(b)))
  })

  test('the walk "not recognised, service disabled" needs no answer', () => {
    const disabled = machines.find(({ id }) => id === 'service disabled')
    if (disabled === undefined) throw new Error('no such machine')
    expect(saidOf(disabled)).toMatchObject({
      outcome: 'cause',
      cause: { code: 'service-disabled' },
      next: { opens: 'services', needsAdmin: true },
    })
  })
})

describe('an answer', () => {
  const filter = () => machines.find(({ id }) => id === 'a filter that nobody reported for it')

  test('that it helped makes what may be the cause', () => {
    const facts = filter()?.facts
    if (facts === undefined) throw new Error('no such machine')
    const answered = diagnose({
      ...{ symptom: 'not-recognised', facts, endpoints },
      answers: { filter: 'yes' },
    })
    expect(answered).toMatchObject({ outcome: 'cause', cause: { code: 'third-party-filter' } })
  })

  test('that it did not help leads to what is left, one thing after another, and in the end to Apple', () => {
    const facts = filter()?.facts
    if (facts === undefined) throw new Error('no such machine')
    const answers: Record<string, StepAnswer> = { filter: 'no' }
    const ask = () => diagnose({ symptom: 'not-recognised', facts, answers, endpoints })
    expect(ask().outcome).toBe('nothing-found')
    for (const id of ['unlocked', 'plug-in', 'service-restart', 'restart', 'cable']) {
      answers[id] = 'no'
    }
    expect(ask().next?.id).toBe('try-another-pc')
    answers['other-pc'] = 'do-not-know'
    expect(ask().next?.id).toBe('ask-apple')
  })

  test('does not hide a cause that this PC shows', () => {
    const disabled = machines.find(({ id }) => id === 'service disabled')
    if (disabled === undefined) throw new Error('no such machine')
    const { facts, symptom } = disabled
    const answers = { service: 'no', filter: 'no' } as const
    expect(diagnose({ symptom, facts, answers, endpoints }).outcome).toBe('cause')
  })
})

test('a healthy PC of which everything is known ends with "nothing is wrong here"', () => {
  const healthy = machines.find(({ id }) => id === 'a healthy desktop, all of it looked at')
  if (healthy === undefined) throw new Error('no such machine')
  expect(outcomeWords(wordsIn('en'), saidOf(healthy))).toBe('Nothing is wrong here')
})

test('a step ticks by itself when its fact has changed', () => {
  const [before, after] = ['service disabled', 'an iTunes of today'].map((wanted) =>
    machines.find(({ id }) => id === wanted),
  )
  if (before === undefined || after === undefined) throw new Error('no such machine')
  const stateOf = ({ facts }: Ready) =>
    saidOf({ facts, symptom: 'not-recognised' }).steps.find(({ id }) => id === 'service')?.state
  expect(stateOf(before)).toBe('failed')
  expect(stateOf(after)).toBe('done')
})
