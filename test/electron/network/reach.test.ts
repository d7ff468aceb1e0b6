/** Of several addresses that failed, is the clearest reason told? */
import { expect, test } from 'vitest'
import { clearestReason, openTcp, raceAddresses } from '../../../electron/network/reach.ts'
import { findClosedPort, startPlain } from '../../fixtures/network/servers.ts'

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

test('an address that connected is no reason', () => {
  const connected = { address: 'x', family: 4, outcome: { state: 'known', value: 'connected' } }
  expect(clearestReason([connected, ...failed('no-route')] as never)).toBe('no-route')
  expect(clearestReason([connected] as never)).toBe('unreachable')
})

// Waiting for this time would end the test.
const limits = { signal: new AbortController().signal, timeoutMs: 3_600_000 }

test('a port that nobody has is refused, and one that somebody has is open', async () => {
  expect(await openTcp('127.0.0.1', await findClosedPort(), limits)).toEqual({
    ok: false,
    reason: 'refused',
  })
  const server = await startPlain('silent')
  const opened = await openTcp('127.0.0.1', server.port, limits)
  if (!opened.ok) throw new Error(opened.reason)
  opened.socket.destroy()
  await server.close()
})

test('who cancels before or while it waits is told so', async () => {
  const early = { ...limits, signal: AbortSignal.abort() }
  expect(await openTcp('127.0.0.1', 1, early)).toEqual({ ok: false, reason: 'cancelled' })
  const over = { ...limits, signal: AbortSignal.abort('time-over') }
  const race = raceAddresses([{ address: '127.0.0.1', family: 4 }], 1, over)
  expect(await race.winner).toBeUndefined()
  expect(await race.stop()).toMatchObject([{ outcome: { state: 'skipped', reason: 'time-over' } }])
  // Nobody goes on to the next address then.
  const two = ['127.0.0.1', '127.0.0.2'].map((address) => ({ address, family: 4 }) as const)
  const ended = raceAddresses(two, 1, over)
  expect(await ended.winner).toBeUndefined()
  expect(await ended.stop()).toHaveLength(1)
})

test('the next address of a family is tried where the first fails, and no third', async () => {
  const server = await startPlain('silent')
  // Nothing of this PC's is at 127.0.0.2 to 4 where the server listens at 127.0.0.1 alone.
  const at = (last: number) => ({ address: `127.0.0.${String(last)}`, family: 4 }) as const
  const second = raceAddresses([at(2), at(1)], server.port, limits)
  expect(await second.winner).toMatchObject({ address: '127.0.0.1', family: 4 })
  const attempts = await second.stop()
  expect(attempts.map(({ address, outcome }) => [address, outcome.state])).toEqual([
    ['127.0.0.2', 'failed'],
    ['127.0.0.1', 'known'],
  ])
  const third = raceAddresses([at(2), at(3), at(1)], server.port, limits)
  expect(await third.winner).toBeUndefined()
  expect(await third.stop()).toHaveLength(2)
  const none = raceAddresses([], server.port, limits)
  expect(await none.winner).toBeUndefined()
  expect(await none.stop()).toEqual([])
  await server.close()
})
