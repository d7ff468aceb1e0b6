/** Of several addresses that failed, is the clearest reason told? */
import { expect, test } from 'vitest'
import { clearestReason } from '../../../electron/network/reach.ts'

const failed = (...reasons: readonly string[]) =>
  reasons.map((reason) => ({
    address: 'x',
    family: 4,
    outcome: { state: 'failed', reason },
  })) as never

test.each([
  ['refused', ['no-route', 'refused', 'timed-out']],
  ['blocked-here', ['closed-early', 'blocked-here']],
  ['closed-early', ['timed-out', 'closed-early']],
  ['timed-out', ['unreachable', 'timed-out']],
  ['unreachable', ['no-route', 'unreachable']],
  ['no-route', ['no-route', 'not-needed']],
  ['unreachable', ['not-needed']],
  ['unreachable', []],
  ['cancelled', ['refused', 'cancelled']],
  ['time-over', ['cancelled', 'refused', 'time-over']],
])('%s of %j', (reason, reasons) => {
  expect(clearestReason(failed(...reasons))).toBe(reason)
})
