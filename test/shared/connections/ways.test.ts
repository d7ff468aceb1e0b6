/** Of several ways to one server, does the one count that Windows programs take, and is what the others say a note? */
import { expect, test } from 'vitest'
import { judgeTarget } from '../../../shared/connections/judge-connections.ts'
import { isAboutTheNetwork } from '../../../shared/connections/judge-trial.ts'
import { connectionSymptoms } from '../../../shared/model/connection.ts'
import type { ConnectionTrial } from '../../../shared/model/connection-steps.ts'

const known = { state: 'known', value: {}, elapsedMs: 0 }
const skip = { state: 'skipped', reason: 'step-before-failed', elapsedMs: 0 }
const proxy = { kind: 'proxy', host: 'p', port: 1 }
const addresses = (...kinds: readonly string[]) => ({
  ...known,
  value: { addresses: kinds.map((kind) => ({ address: 'x', family: 4, kind })), count: 1 },
})

/** A way that ends at one step, or leads to the server. */
function way(kind: object, reason?: string, more: object = {}): ConnectionTrial {
  const steps = {
    ...{ name: known, address: addresses('public'), proxy: skip, certificate: skip, tls: known },
    tcp: reason === undefined ? known : { state: 'failed', reason, elapsedMs: 0 },
    ...more,
  }
  return { way: kind, attempts: [], proxySchemes: [], steps } as unknown as ConnectionTrial
}
const direct = (reason?: string, more?: object) => way({ kind: 'direct' }, reason, more)
const viaProxy = (reason?: string) => way(proxy, reason)

function judge(trials: readonly ConnectionTrial[], named: number, hostsLine: number | null = null) {
  const target = { id: 'x', host: 'x', port: 443 }
  const rest = { elapsedMs: 1, hasNetwork: true, untried: 'cancelled' } as const
  const { symptom, notes } = judgeTarget({ target, trials, named, hostsLine, ...rest })
  return [symptom, ...notes]
}

test('the first way of the setting counts, and the next only where a proxy fails', () => {
  expect(judge([viaProxy('refused'), direct()], 1)).toEqual(['refused', 'direct-works'])
  expect(judge([viaProxy('proxy-no-answer'), direct()], 2)).toEqual(['ok', 'proxy-failed'])
  expect(judge([viaProxy('proxy-no-answer'), direct()], 1)).toEqual([
    'proxy-failed',
    'direct-works',
  ])
  expect(judge([], 0)).toEqual(['cancelled'])
})

test('a proxy is needed where only the direct way is closed', () => {
  expect(judge([viaProxy(), direct('refused')], 1)).toEqual(['proxy-needed'])
  expect(judge([viaProxy(), direct()], 1)).toEqual(['ok'])
  for (const undecided of ['cancelled', 'time-over']) {
    expect(judge([viaProxy(), direct(undecided)], 1)).toEqual(['ok'])
  }
  expect(judge([direct('refused')], 1)).toEqual(['refused'])
})

test('the hosts file explains what fails on the direct way, and is a note where all is well', () => {
  expect(judge([direct('refused')], 1, 7)).toEqual(['hosts-file'])
  expect(judge([direct()], 1, 7)).toEqual(['ok', 'hosts-file'])
  expect(judge([viaProxy('refused')], 1, 7)).toEqual(['refused'])
  expect(judge([viaProxy()], 1, 7)).toEqual(['ok'])
})

test('a private address explains it only where there is no other', () => {
  const inside = { address: addresses('private', 'loopback') }
  expect(judge([direct('refused', inside)], 1)).toEqual(['private-address'])
  expect(judge([direct(undefined, inside)], 1)).toEqual(['ok', 'private-address'])
  expect(judge([direct('refused', { address: addresses('private', 'public') })], 1)).toEqual([
    'refused',
  ])
  expect(judge([direct('refused', { address: addresses() })], 1)).toEqual(['refused'])
})

test('a family that fails beside one that works is a note', () => {
  const attempt = (family: 4 | 6, state: string) => ({ address: 'x', family, outcome: { state } })
  const both = (four: string, six: string) =>
    ({ ...direct(), attempts: [attempt(4, four), attempt(6, six)] }) as unknown as ConnectionTrial
  expect(judge([both('known', 'failed')], 1)).toEqual(['ok', 'ipv6-failed'])
  expect(judge([both('failed', 'known')], 1)).toEqual(['ok', 'ipv4-failed'])
  for (const [four, six] of [
    ['known', 'known'],
    ['known', 'skipped'],
    ['failed', 'failed'],
  ] as const) {
    expect(judge([both(four, six)], 1)).toEqual(['ok'])
  }
})

test('five symptoms are about the network, the others about a server', () => {
  expect(connectionSymptoms.filter(isAboutTheNetwork)).toEqual([
    ...['no-network', 'name-not-found', 'name-no-answer', 'name-server-failed', 'unreachable'],
  ])
})
