/** Every machine of the written-down cases comes out with its outcome, its cause and one thing to do. */
import { expect, test } from 'vitest'
import cases from '../../fixtures/machines/cases.json' with { type: 'json' }
import { diagnoseMachine } from '../../fixtures/machines/diagnose-machine.ts'

test.each(cases.map((one) => [one.id, one] as const))('%s', async (_id, one) => {
  const diagnosis = await diagnoseMachine(one)
  expect(
    diagnosis?.steps.filter(({ state }) => state === 'failed').map(({ id }) => id),
  ).toBeDefined()
  expect([diagnosis?.outcome, diagnosis?.cause?.code ?? null]).toEqual([
    one.outcome,
    one.causeCode?.replace(/^new:/, '') ?? null,
  ])
  expect(diagnosis?.next).not.toBeNull()
  expect(diagnosis?.next?.needsAdmin).toBe(one.needsAdmin)
})
