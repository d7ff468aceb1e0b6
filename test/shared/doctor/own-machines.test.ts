/** Machines of our own, in the kinds of the real cases: each comes out as it is written down. */
import { expect, test } from 'vitest'
import { diagnoseMachine } from '../../fixtures/machines/diagnose-machine.ts'
import { unknownKeys } from '../../fixtures/machines/other-spellings.ts'
import { ownMachines } from '../../fixtures/machines/own-machines.ts'
import { spelledMachines } from '../../fixtures/machines/spelled-machines.ts'

const all = [...ownMachines, ...spelledMachines].map((one) => [one.id, one] as const)

test.each(all)('%s', async (_id, one) => {
  expect(unknownKeys(one.facts)).toEqual([])
  const diagnosis = await diagnoseMachine(one)
  expect([diagnosis?.outcome, diagnosis?.cause?.code ?? null]).toEqual([one.outcome, one.code])
  expect(diagnosis?.cause?.subject ?? '').toContain(one.subject ?? '')
  expect(diagnosis?.next).not.toBeNull()
})
