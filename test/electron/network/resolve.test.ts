import { afterAll, beforeAll, expect, test } from 'vitest'
import { resolveWithServers, resolveWithSystem } from '../../../electron/network/resolve.ts'
import { startNameServer, type NameServer } from '../../fixtures/network/name-server.ts'

let server: NameServer
const limits = { signal: new AbortController().signal, timeoutMs: 800 }

beforeAll(async () => {
  server = await startNameServer({
    'wrong.test': { a: ['10.1.2.3'], aaaa: ['::1'] },
    'mute.test': 'silence',
    'broken.test': 'server-failure',
    'empty.test': {},
    'half.test': { a: ['10.1.2.3'] },
    'six.test': { aaaa: ['::1'] },
  })
})
afterAll(() => server.close())

test('the system answers for the name that every PC has', async () => {
  const answer = await resolveWithSystem('localhost', limits)
  if (!answer.ok) throw new Error(answer.reason)
  expect(answer.answeredBy).toBe('system')
  expect(['127.0.0.1', '::1']).toContain(answer.addresses[0]?.address)
})

test('a name that cannot exist is not found, or at least not answered, and never an address', async () => {
  const answer = await resolveWithSystem('no-such-name.invalid', limits)
  expect(answer.ok ? 'address' : answer.reason).toMatch(
    /^name-(not-found|no-answer|server-failed)$/,
  )
})

test('a given name server is believed for both families, even where it is wrong', async () => {
  const answer = await resolveWithServers([server.address])('wrong.test', limits)
  if (!answer.ok) throw new Error(answer.reason)
  expect([...answer.addresses].sort((a, b) => a.family - b.family)).toEqual([
    { address: '10.1.2.3', family: 4 },
    { address: '::1', family: 6 },
  ])
})

test('silence ends with the time, cancelling at once', async () => {
  const ask = resolveWithServers([server.address])
  expect(await ask('mute.test', { ...limits, timeoutMs: 100 })).toEqual({
    ok: false,
    reason: 'name-no-answer',
  })
  const stop = new AbortController()
  // Waiting for this time would end the test.
  const asked = ask('mute.test', { signal: stop.signal, timeoutMs: 3_600_000 })
  stop.abort()
  expect(await asked).toEqual({ ok: false, reason: 'cancelled' })
})

test.each([
  ['nobody.test', 'name-not-found'],
  ['broken.test', 'name-server-failed'],
  ['empty.test', 'no-address'],
])('%s: %s', async (name, reason) => {
  const ask = resolveWithServers([server.address])
  expect(await ask(name, { ...limits, timeoutMs: 3_600_000 })).toEqual({ ok: false, reason })
})

test('one family is an answer', async () => {
  const ask = resolveWithServers([server.address])
  const answeredBy = 'name-server'
  expect(await ask('half.test', limits)).toEqual({
    ...{ ok: true, answeredBy },
    addresses: [{ address: '10.1.2.3', family: 4 }],
  })
  expect(await ask('six.test', limits)).toEqual({
    ...{ ok: true, answeredBy },
    addresses: [{ address: '::1', family: 6 }],
  })
})

test('whoever has cancelled is asked nothing', async () => {
  const stopped = { ...limits, signal: AbortSignal.abort() }
  const before = server.questions()
  for (const ask of [resolveWithSystem, resolveWithServers([server.address])]) {
    expect(await ask('half.test', stopped)).toEqual({ ok: false, reason: 'cancelled' })
  }
  const over = { ...limits, signal: AbortSignal.abort('time-over') }
  expect(await resolveWithServers([server.address])('half.test', over)).toEqual({
    ok: false,
    reason: 'time-over',
  })
  expect(server.questions()).toBe(before)
})

test('without servers of its own those of the system are asked, and that throws nothing', async () => {
  const limits = { signal: new AbortController().signal, timeoutMs: 50 }
  expect(await resolveWithServers()('name.invalid', limits)).toMatchObject({ ok: false })
})
