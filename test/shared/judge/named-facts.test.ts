/** Does every fact that a rule or a step may ask for have an answer, on this PC or another? */
import { expect, test } from 'vitest'
import rules from '../../../assets/doctor/rules.json' with { type: 'json' }
import { factNames, nameFacts } from '../../../shared/judge/named-facts.ts'
import { rulesSchema } from '../../../shared/judge/findings/rules-schema.ts'
import { pcFacts } from '../../fixtures/pc-facts.ts'
import { inspectionOf } from '../../renderer/fake-bridge.ts'

test('the facts that may be asked for are those that are answered', () => {
  const facts = nameFacts({ inspection: inspectionOf({}), pc: pcFacts })
  expect(Object.keys(facts).sort()).toEqual([...factNames].sort())
})

test('a rule that asks for nothing, or for what nobody answers, is no rule', () => {
  const [rule] = rules.rules
  const reads = (more: object) => rulesSchema.safeParse({ rules: [{ ...rule, ...more }] }).success
  expect(reads({})).toBe(true)
  expect(reads({ when: [] })).toBe(false)
  expect(reads({ when: [{ fact: 'moon.isFull', is: true }] })).toBe(false)
  expect(reads({ subject: { fact: 'moon.isFull' } })).toBe(false)
  expect(reads({ subject: { text: '' } })).toBe(false)
  expect(reads({ symptoms: [] })).toBe(false)
  expect(reads({ symptoms: ['wifi-sync', 'not-recognised'] })).toBe(true)
  expect(reads({ symptoms: ['boredom'] })).toBe(false)
  expect(reads({ isCertain: true })).toBe(false)
  expect(reads({ severity: 'grave' })).toBe(false)
  expect(reads({ code: 'Has Spaces' })).toBe(false)
  expect(reads({ id: 'Has Spaces' })).toBe(false)
  expect(reads({ sources: [] })).toBe(false)
  expect(reads({ more: 1 })).toBe(false)
})
