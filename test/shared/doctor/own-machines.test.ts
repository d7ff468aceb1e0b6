/** Machines of our own, in the kinds of the real cases: each comes out as it is written down. */
import { expect, test } from 'vitest'
import { diagnoseMachine } from '../../fixtures/machines/diagnose-machine.ts'
import { ownMachines } from '../../fixtures/machines/own-machines.ts'

test.each(ownMachines.map((one) => [one.id, one] as const))('%s', async (_id, one) => {
  const diagnosis = await diagnoseMachine(one)
  expect([diagnosis?.outcome, diagnosis?.cause?.code ?? null]).toEqual([one.outcome, one.code])
  expect(diagnosis?.cause?.subject ?? '').toContain(one.subject ?? '')
  expect(diagnosis?.next).not.toBeNull()
})
