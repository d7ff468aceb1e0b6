/**
 * Is every word that the system has for a connection, a handshake, a name or a file told as what it means? The system is
 * played: no machine says them all. Codes: https://nodejs.org/api/errors.html#common-system-errors and
 * https://nodejs.org/api/dns.html#error-codes
 */
import { EventEmitter } from 'node:events'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

const world = {
  code: '',
  event: 'error',
  lookup: (): { readonly code?: string; readonly found?: readonly object[] } => ({}),
  servers: (family: 4 | 6): { readonly code?: string; readonly found?: readonly string[] } => ({
    code: String(family),
  }),
  asked: 0,
  cancelled: 0,
  stat: (): object => ({}),
  read: (): number => 0,
}
const coded = (code: string) => Object.assign(new Error(code), { code })

function socket() {
  const made = Object.assign(new EventEmitter(), { destroy: () => made, getProtocol: () => null })
  setImmediate(() => made.emit(world.event, coded(world.code)))
  return made
}

/** The one that is open already; the handshake has its own. */
const given = () => Object.assign(new EventEmitter(), { destroy: () => undefined }) as never

type Answered = (error: Error | null, found: unknown) => void
class Resolver {
  setServers = () => undefined
  cancel() {
    world.cancelled += 1
  }
  #answer(family: 4 | 6, done: Answered) {
    world.asked += 1
    const { code, found } = world.servers(family)
    if (code === undefined && found === undefined) return
    setImmediate(() => done(code === undefined ? null : coded(code), found))
  }
  resolve4(_host: string, done: Answered) {
    this.#answer(4, done)
  }
  resolve6(_host: string, done: Answered) {
    this.#answer(6, done)
  }
}

/** Loaded anew, onto the system that is played. */
async function load() {
  vi.resetModules()
  vi.doMock('node:net', async (original) => ({ ...(await original<object>()), connect: socket }))
  vi.doMock('node:tls', async (original) => ({ ...(await original<object>()), connect: socket }))
  vi.doMock('node:dns', () => ({
    Resolver,
    lookup: (_host: string, _options: object, done: Answered) => {
      const { code, found } = world.lookup()
      if (code === undefined && found === undefined) return
      setImmediate(() => done(code === undefined ? null : coded(code), found))
    },
  }))
  vi.doMock('node:fs/promises', () => ({
    stat: () => Promise.resolve().then(() => world.stat()),
    open: () =>
      Promise.resolve({
        read: () => Promise.resolve({ bytesRead: world.read() }),
        close: () => Promise.resolve(),
      }),
  }))
  const [reach, handshake, resolve, hosts] = await Promise.all([
    import('../../../electron/network/reach.ts'),
    import('../../../electron/network/handshake.ts'),
    import('../../../electron/network/resolve.ts'),
    import('../../../electron/network/hosts-file.ts'),
  ])
  return { ...reach, ...handshake, ...resolve, ...hosts }
}
let it: Awaited<ReturnType<typeof load>>
const mocked = ['node:net', 'node:tls', 'node:dns', 'node:fs/promises']
beforeAll(async () => {
  it = await load()
})
afterAll(() => {
  for (const name of mocked) vi.doUnmock(name)
  vi.resetModules()
})

const limits = { signal: new AbortController().signal, timeoutMs: 3_600_000 }

test.each([
  ['ECONNREFUSED', 'refused'],
  ['ECONNRESET', 'closed-early'],
  ['EPIPE', 'closed-early'],
  ['ECONNABORTED', 'closed-early'],
  ['ETIMEDOUT', 'timed-out'],
  ['EHOSTUNREACH', 'unreachable'],
  ['EHOSTDOWN', 'unreachable'],
  ['ENETUNREACH', 'no-route'],
  ['ENETDOWN', 'no-route'],
  ['EADDRNOTAVAIL', 'no-route'],
  ['EAFNOSUPPORT', 'no-route'],
  ['EACCES', 'blocked-here'],
  ['EPERM', 'blocked-here'],
  ['EWHATEVER', 'unreachable'],
])('a connection that ends with %s: %s', async (code, reason) => {
  Object.assign(world, { code, event: 'error' })
  expect(await it.openTcp('192.0.2.1', 443, limits)).toEqual({ ok: false, reason })
})

test.each([
  ['ETIMEDOUT', 'timed-out'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls-refused'],
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls-refused'],
  ['ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED', 'tls-refused'],
  ['ERR_SSL_NO_SHARED_CIPHER', 'tls-refused'],
  ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'tls-refused'],
  ['ERR_SSL_EE_KEY_TOO_SMALL', 'tls-refused'],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'not-tls'],
  ['EPROTO', 'not-tls'],
  ['ECONNRESET', 'closed-early'],
])('a handshake that ends with %s: %s', async (code, reason) => {
  Object.assign(world, { code, event: 'error' })
  const shaken = it.shakeHands(given(), 'x.test', { context: undefined } as never, limits)
  expect(await shaken).toEqual({ ok: false, reason })
})

test('a handshake that ends without a word was closed early', async () => {
  Object.assign(world, { code: '', event: 'close' })
  const shaken = it.shakeHands(given(), 'x.test', { context: undefined } as never, limits)
  expect(await shaken).toEqual({ ok: false, reason: 'closed-early' })
})

describe('the servers of names', () => {
  const ask = (four: string | readonly string[], six: string | readonly string[]) => {
    const said = (answer: string | readonly string[]) =>
      typeof answer === 'string' ? { code: answer } : { found: answer }
    world.servers = (family) => said(family === 4 ? four : six)
    return it.resolveWithServers()('x.test', limits)
  }
  const no = (reason: string) => ({ ok: false, reason })

  test.each([
    ['ENOTFOUND', 'ENODATA', 'name-not-found'],
    ['ESERVFAIL', 'ENOTFOUND', 'name-not-found'],
    ['ESERVFAIL', 'ENODATA', 'name-server-failed'],
    ['EREFUSED', 'ENODATA', 'name-server-failed'],
    ['ENODATA', 'EFORMERR', 'name-server-failed'],
    ['EBADRESP', 'EBADRESP', 'name-server-failed'],
    ['ENOTIMP', 'ETIMEOUT', 'name-server-failed'],
    ['ENODATA', 'ENODATA', 'no-address'],
    ['ENODATA', 'ETIMEOUT', 'name-no-answer'],
    ['ETIMEOUT', 'ECONNREFUSED', 'name-no-answer'],
  ])('%s and %s: %s', async (four, six, reason) => {
    expect(await ask(four, six)).toEqual(no(reason))
  })

  test('one family is enough, and what is still asked is cancelled', async () => {
    world.cancelled = 0
    const four = { address: '192.0.2.1', family: 4 }
    expect(await ask(['192.0.2.1'], 'ESERVFAIL')).toMatchObject({ ok: true, addresses: [four] })
    world.servers = (family) => (family === 4 ? { found: ['192.0.2.1'] } : {})
    expect(await it.resolveWithServers()('x.test', limits)).toEqual({
      ...{ ok: true, answeredBy: 'name-server', addresses: [four] },
    })
    expect(world.cancelled).toBe(2)
  })
})

describe('the system', () => {
  const ask = (lookup: typeof world.lookup, servers: typeof world.servers = () => ({})) => {
    Object.assign(world, { lookup, servers, asked: 0 })
    return it.resolveWithSystem('x.test', limits)
  }
  const address = { address: '192.0.2.1', family: 4 }

  test('is believed where its answer is clear, and nobody else is asked', async () => {
    const found = [address, { address: '::1', family: 6 }, { address: 'x', family: 0 }]
    expect(await ask(() => ({ found }))).toEqual({
      ...{ ok: true, answeredBy: 'system', addresses: found.slice(0, 2) },
    })
    for (const code of ['ENOTFOUND', 'ENODATA']) {
      expect(await ask(() => ({ code }))).toEqual({ ok: false, reason: 'name-not-found' })
    }
    expect(world.asked).toBe(0)
  })

  test('where it gives no clear answer, the servers of names are asked, whatever they say', async () => {
    const unclear = () => ({ code: 'EAI_AGAIN' })
    expect(await ask(unclear, () => ({ found: ['192.0.2.1'] }))).toMatchObject({
      ...{ ok: true, answeredBy: 'name-server' },
    })
    expect(await ask(unclear, () => ({ code: 'ESERVFAIL' }))).toEqual({
      ...{ ok: false, reason: 'name-server-failed' },
    })
    expect(world.asked).toBe(2)
  })

  test('where it stays silent for half of the time, too; a failure of theirs is told at the end', async () => {
    Object.assign(world, { lookup: () => ({}), asked: 0 })
    world.servers = () => ({ found: ['192.0.2.1'] })
    const quick = { ...limits, timeoutMs: 60 }
    expect(await it.resolveWithSystem('x.test', quick)).toMatchObject({
      ...{ ok: true, answeredBy: 'name-server' },
    })
    world.servers = () => ({ code: 'ESERVFAIL' })
    expect(await it.resolveWithSystem('x.test', quick)).toEqual({
      ...{ ok: false, reason: 'name-server-failed' },
    })
    world.servers = () => ({})
    expect(await it.resolveWithSystem('x.test', quick)).toEqual({
      ...{ ok: false, reason: 'name-no-answer' },
    })
  })
})

describe('the hosts file', () => {
  const file = (size: number) => ({ isFile: () => true, size })
  const read = (stat: () => object, bytes: () => number = () => 0) => {
    Object.assign(world, { stat, read: bytes })
    return it.readHostsFile({ path: 'x' })
  }
  const broken = (code: string) => () => {
    throw coded(code)
  }

  test.each([
    ['ENOENT', { state: 'known', value: new Uint8Array(0) }],
    ['ENOTDIR', { state: 'known', value: new Uint8Array(0) }],
    ['EACCES', { state: 'denied', reason: 'needs-admin' }],
    ['EPERM', { state: 'denied', reason: 'needs-admin' }],
    ['EBUSY', { state: 'failed', reason: 'cannot-read' }],
    ['EIO', { state: 'failed', reason: 'cannot-read' }],
  ])('%s', async (code, answer) => {
    expect(await read(broken(code))).toEqual(answer)
  })

  test('that grows while it is read is too large, and not read for ever', async () => {
    let chunks = 0
    const answer = await read(
      () => file(1),
      () => {
        chunks += 1
        return 256 * 1024
      },
    )
    expect(answer).toEqual({ state: 'failed', reason: 'too-large' })
    expect(chunks).toBe(65)
  })
})
