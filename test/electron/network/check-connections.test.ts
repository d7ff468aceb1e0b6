import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkConnections, type CheckOptions } from '../../../electron/network/check-connections.ts'
import { resolveWithServers } from '../../../electron/network/resolve.ts'
import type {
  ConnectionOverall,
  ConnectionProgress,
  ConnectionSymptom,
  ConnectionTarget,
  ProxyChoice,
} from '../../../shared/model/connection.ts'
import { makeCertificate } from '../../fixtures/network/certificates.ts'
import {
  startNameServer,
  type DnsAnswer,
  type NameServer,
} from '../../fixtures/network/name-server.ts'
import {
  findClosedPort,
  startFiltered,
  startPlain,
  startProxy,
  startTls,
  type RunningServer,
} from '../../fixtures/network/servers.ts'

/** Written down before the first run: what is wrong, and what the check must call it. */
const verdicts: Readonly<Record<string, ConnectionSymptom>> = {
  'good chain': 'ok',
  'good chain, 1,000 addresses': 'ok',
  'good chain on IPv6 alone': 'ok',
  'good chain, slow name server': 'ok',
  'plain TCP where no TLS belongs': 'ok',
  'Apple root that is in no public list': 'ok',
  'intercepting root': 'intercepted',
  'intercepting root, expired': 'intercepted',
  'self-signed by a router': 'certificate-other-name',
  'self-signed for the name': 'certificate-untrusted',
  'known authority, half a chain': 'certificate-untrusted',
  expired: 'certificate-expired',
  'not yet valid': 'certificate-not-yet-valid',
  'other name': 'certificate-other-name',
  'hostile names in the certificate': 'intercepted',
  'accepts and hangs': 'timed-out',
  'closes at once': 'closed-early',
  garbage: 'not-tls',
  'greets like a mail server': 'not-tls',
  'refused port': 'refused',
  'no such name': 'name-not-found',
  'name without address': 'name-not-found',
  'name server silent': 'name-no-answer',
  'name server fails': 'name-server-failed',
  'malformed answer': 'name-server-failed',
}

const hasIpv6 = Object.values(networkInterfaces()).some((all) =>
  all?.some(({ address }) => address === '::1'),
)

const servers: { close: () => Promise<void> }[] = []
const keep = async <T extends { close: () => Promise<void> }>(starting: Promise<T>): Promise<T> => {
  const server = await starting
  servers.push(server)
  return server
}

const root = makeCertificate({ commonName: 'Public Test Root', isAuthority: true })
const middle = makeCertificate({
  commonName: 'DigiCert Test CA',
  organization: 'DigiCert Inc',
  isAuthority: true,
  issuer: root,
})
const localRoot = makeCertificate({
  commonName: 'Reader Root',
  organization: 'Example Antivirus Ltd',
  isAuthority: true,
})
const appleRoot = makeCertificate({
  commonName: 'Own Root',
  organization: 'Apple Inc.',
  isAuthority: true,
})
const name = 'server.test'
const leaf = (wish: Partial<Parameters<typeof makeCertificate>[0]> = {}) =>
  makeCertificate({ commonName: name, dnsNames: [name], issuer: middle, ...wish })
const hostile = `\u202Eexe.\u0000\u001b[2J${'a'.repeat(10_000)}`

const answers: Record<string, DnsAnswer> = {
  [name]: { a: ['127.0.0.1'] },
  'many.test': { a: Array.from({ length: 1000 }, () => '127.0.0.1') },
  'six.test': { aaaa: ['::1'] },
  'slow.test': { a: ['127.0.0.1'], afterMs: 250 },
  'empty.test': {},
  'silent.test': 'silence',
  'failing.test': 'server-failure',
  'malformed.test': 'malformed',
}

let names: NameServer
let good: RunningServer
let hanging: RunningServer
const targets: Record<string, ConnectionTarget> = {}
const target = (title: string, port: number, host = name, withTls = true): void => {
  targets[title] = { id: title, host, port, withTls }
}

/** What answers is waited for, however busy this machine is; what is silent is given up soon. */
const noHurryMs = 3_600_000
const givenUp = { eachMs: 700 }

const check = (list: readonly ConnectionTarget[], more: Partial<CheckOptions> = {}) =>
  checkConnections(list, {
    signal: new AbortController().signal,
    eachMs: noHurryMs,
    allMs: noHurryMs,
    resolve: resolveWithServers([names.address]),
    roots: [root.pem],
    kindOf: () => 'public',
    ...more,
  })

beforeAll(async () => {
  names = await keep(startNameServer(answers))
  const tls = async (title: string, ...chain: Parameters<typeof startTls>[0]) =>
    target(title, (await keep(startTls(chain))).port)
  good = await keep(
    startTls([leaf({ dnsNames: [name, 'many.test', 'slow.test', 'both.test'] }), middle]),
  )
  hanging = await keep(startPlain('silent'))
  target('good chain', good.port)
  target('good chain, 1,000 addresses', good.port, 'many.test')
  target('good chain, slow name server', good.port, 'slow.test')
  if (hasIpv6) {
    const six = await keep(startTls([leaf({ dnsNames: ['six.test'] }), middle], '::1'))
    target('good chain on IPv6 alone', six.port, 'six.test')
  }
  target('plain TCP where no TLS belongs', hanging.port, name, false)
  await tls('Apple root that is in no public list', leaf({ issuer: appleRoot }))
  await tls('intercepting root', leaf({ issuer: localRoot }), localRoot)
  await tls('intercepting root, expired', leaf({ issuer: localRoot, from: -9, to: -3 }), localRoot)
  const router = makeCertificate({ commonName: 'router.lan', dnsNames: ['router.lan'] })
  await tls('self-signed by a router', router)
  await tls('self-signed for the name', makeCertificate({ commonName: name, dnsNames: [name] }))
  await tls('known authority, half a chain', leaf())
  await tls('expired', leaf({ from: -9, to: -3 }), middle)
  await tls('not yet valid', leaf({ from: 3, to: 9 }), middle)
  await tls('other name', leaf({ dnsNames: ['another.test'] }), middle)
  const hostileRoot = makeCertificate({
    commonName: hostile,
    organization: hostile,
    isAuthority: true,
  })
  await tls(
    'hostile names in the certificate',
    leaf({ commonName: hostile, dnsNames: [name, hostile], issuer: hostileRoot }),
  )
  target('accepts and hangs', hanging.port)
  for (const [title, manner] of [
    ['closes at once', 'closes'],
    ['garbage', 'garbage'],
    ['greets like a mail server', 'greets'],
  ] as const) {
    target(title, (await keep(startPlain(manner))).port)
  }
  target('refused port', await findClosedPort())
  target('no such name', good.port, 'nowhere.test')
  target('name without address', good.port, 'empty.test')
  target('name server silent', good.port, 'silent.test')
  target('name server fails', good.port, 'failing.test')
  target('malformed answer', good.port, 'malformed.test')
})

afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()))
})

describe('each failure, made for real, gets the verdict that was written down', () => {
  test.each(Object.keys(verdicts).filter((title) => hasIpv6 || !title.includes('IPv6')))(
    '%s',
    async (title) => {
      const isSilent = ['timed-out', 'name-no-answer'].includes(verdicts[title]!)
      const { targets: results } = await check([targets[title]!], isSilent ? givenUp : {})
      expect(results[0]?.symptom, JSON.stringify(results[0]?.trials)).toBe(verdicts[title])
    },
  )

  // Windows refuses where others stay silent, so the queue of a listener proves nothing there.
  if (process.platform !== 'win32') {
    test('filtered port: timed-out', async () => {
      const filtered = await keep(startFiltered())
      const { targets: results } = await check(
        [{ id: 'x', host: name, port: filtered.port }],
        givenUp,
      )
      expect(results[0]).toMatchObject({
        symptom: 'timed-out',
        trials: [{ steps: { tcp: { state: 'failed', reason: 'timed-out' } } }],
      })
    })
  }
})

describe('what a result tells beside its verdict', () => {
  test('an interceptor is named, and hostile names are cut, not repaired', async () => {
    const found = await check([targets['intercepting root']!])
    expect(found.targets[0]?.issuer).toEqual({
      commonName: 'Reader Root',
      organization: 'Example Antivirus Ltd',
    })
    expect(found.overall).toBe('intercepted')
    const evil = await check([targets['hostile names in the certificate']!])
    expect(evil.targets[0]?.issuer?.commonName).toHaveLength(256)
    expect(JSON.stringify(evil).length).toBeLessThan(10_000)
  })

  test('an own root of Apple is no alarm, and the doubt is noted', async () => {
    const { targets: results } = await check([targets['Apple root that is in no public list']!])
    expect(results[0]?.notes).toEqual(['issuer-not-verified'])
  })

  test('a trusted issuer that nobody listed is a note, not an alarm', async () => {
    const other = await keep(startTls([leaf({ issuer: root })]))
    const { targets: results } = await check([{ id: 'x', host: name, port: other.port }])
    expect(results[0]).toMatchObject({ symptom: 'ok', notes: ['unknown-issuer'] })
  })

  test('of 1,000 addresses 8 are kept, and the number is told', async () => {
    const { targets: results } = await check([targets['good chain, 1,000 addresses']!])
    const address = results[0]!.trials[0]!.steps.address
    if (address.state !== 'known') throw new Error(address.reason)
    expect([address.value.addresses.length, address.value.count]).toEqual([8, 1000])
  })

  test('a name that the hosts file answers explains the failure, and is only noted where all is well', async () => {
    const hostsNames = new Map([[name, 17]])
    const list = [targets['refused port']!, targets['good chain']!]
    const { targets: results } = await check(list, { hostsNames })
    expect(results).toMatchObject([
      { symptom: 'hosts-file', hostsLine: 17 },
      { symptom: 'ok', notes: ['hosts-file'] },
    ])
  })

  test('a private address explains the failure, and is only noted where all is well', async () => {
    const list = [targets['refused port']!, targets['good chain']!]
    const { targets: results } = await check(list, { kindOf: () => 'private' })
    expect(results).toMatchObject([
      { symptom: 'private-address' },
      { symptom: 'ok', notes: ['private-address'] },
    ])
  })

  test('a handshake is all that a server gets: no content follows it', async () => {
    await check([targets['good chain']!])
    expect(good.received().length).toBe(0)
  })

  if (hasIpv6) {
    test('IPv4 and IPv6 are told apart', async () => {
      answers['both.test'] = { a: ['127.0.0.1'], aaaa: ['::1'] }
      const { targets: results } = await check([{ id: 'x', host: 'both.test', port: good.port }])
      expect(results[0]).toMatchObject({ symptom: 'ok', notes: ['ipv6-failed'] })
    })
  }

  test.each<[string, string[], ConnectionOverall]>([
    ['all in order', ['good chain', 'good chain, slow name server'], 'ok'],
    ['one server down', ['good chain', 'refused port'], 'some-failed'],
    ['the only one down', ['refused port'], 'all-failed'],
    ['one name unknown', ['no such name'], 'all-failed'],
    ['one certificate expired', ['expired', 'good chain'], 'some-failed'],
  ])('the whole: %s', async (_, titles, overall) => {
    expect((await check(titles.map((title) => targets[title]!))).overall).toBe(overall)
  })

  test('dates that are wrong at two servers mean a wrong clock', async () => {
    const second = await keep(startTls([leaf({ dnsNames: ['slow.test'], from: 3, to: 9 }), middle]))
    const list = [targets['not yet valid']!, { id: 'y', host: 'slow.test', port: second.port }]
    expect((await check(list)).overall).toBe('clock-wrong')
  })

  test('three names without an answer mean no network, one does not', async () => {
    const list = ['a', 'b', 'c'].map((id) => ({ id, host: `${id}.nowhere.test`, port: 443 }))
    expect((await check(list)).overall).toBe('no-network')
    expect((await check(list.slice(0, 1))).overall).toBe('all-failed')
    const unplugged = await check(list.slice(0, 1), { hasNetwork: () => false })
    expect(unplugged).toMatchObject({ overall: 'no-network', targets: [{ symptom: 'no-network' }] })
  })
})

describe('through a proxy', () => {
  const through = (port: number, ...more: ProxyChoice[]) => ({
    proxyFor: () => Promise.resolve([{ host: '127.0.0.1', port }, ...more]),
  })
  const hidden = () => ({ id: 'hidden', host: 'inside.test', port: 443 })

  test('a proxy that works, where the direct way is closed: proxy-needed', async () => {
    const certified = await keep(startTls([leaf({ dnsNames: ['inside.test'] }), middle]))
    const proxy = await keep(startProxy('works', certified.port))
    const result = await check([hidden()], through(proxy.port))
    expect(result).toMatchObject({
      overall: 'proxy-needed',
      targets: [{ symptom: 'proxy-needed' }],
    })
    expect(result.targets[0]?.trials.map(({ way }) => way.kind)).toEqual(['proxy', 'direct'])
    expect(proxy.received().toString()).toBe(
      'CONNECT inside.test:443 HTTP/1.1\r\nHost: inside.test:443\r\n\r\n',
    )
  })

  test('a proxy and the direct way both work: ok', async () => {
    const proxy = await keep(startProxy('works', good.port))
    const { targets: results } = await check([targets['good chain']!], through(proxy.port))
    expect(results[0]).toMatchObject({ symptom: 'ok', trials: [{ way: { kind: 'proxy' } }, {}] })
  })

  test.each([
    ['demands-password', 'proxy-demands-password', 'proxy-demands-password'],
    ['hangs', 'proxy-failed', 'proxy-no-answer'],
    ['refuses', 'proxy-failed', 'proxy-refused-target'],
    ['not-a-proxy', 'proxy-failed', 'proxy-not-http'],
  ] as const)('a proxy that %s: %s', async (manner, symptom, reason) => {
    const proxy = await keep(startProxy(manner))
    const { targets: results } = await check([targets['good chain']!], {
      ...through(proxy.port),
      ...(manner === 'hangs' && { eachMs: 2000 }),
    })
    expect(results[0]).toMatchObject({
      symptom,
      notes: ['direct-works'],
      trials: [{ steps: { proxy: { state: 'failed', reason } } }, {}],
    })
    if (manner === 'demands-password') {
      expect(results[0]?.trials[0]?.proxySchemes).toEqual(['Negotiate', 'Basic'])
    }
  })

  test('a proxy that is not there: proxy-failed', async () => {
    const { targets: results } = await check([hidden()], through(await findClosedPort()))
    expect(results[0]).toMatchObject({ symptom: 'proxy-failed', notes: [] })
  })

  test('where the setting allows the direct way after a proxy that fails, the direct way counts', async () => {
    const dead = await findClosedPort()
    const { targets: results } = await check([targets['good chain']!], through(dead, 'direct'))
    expect(results[0]).toMatchObject({ symptom: 'ok', notes: ['proxy-failed'] })
  })

  test('a kind of proxy that this program cannot speak with is not tried, and says so', async () => {
    const { targets: results } = await check([targets['good chain']!], {
      proxyFor: () => Promise.resolve({ notSupported: 'SOCKS5' }),
    })
    expect(results[0]).toMatchObject({ symptom: 'not-tried', notes: ['proxy-kind-not-supported'] })
  })

  test('a setting that fails or hangs leaves the direct way', async () => {
    for (const proxyFor of [
      () => Promise.reject(new Error('no')),
      () => new Promise<never>(() => {}),
    ]) {
      const { targets: results } = await check([targets['good chain']!], { proxyFor, eachMs: 2000 })
      expect(results[0]).toMatchObject({ symptom: 'ok', notes: ['proxy-not-known'] })
    }
  })
})

describe('time and cancelling', () => {
  /** Half of them silent: five names that nobody answers, five servers that accept and hang. */
  const twenty = () =>
    Array.from({ length: 20 }, (_, index): ConnectionTarget => {
      const id = String(index)
      if (index % 4 === 1) return { id, host: 'silent.test', port: good.port }
      return { id, host: name, port: index % 4 === 3 ? hanging.port : good.port }
    })

  const sockets = () =>
    process.getActiveResourcesInfo().filter((kind) => /TCPSocket|TLS|QueryReq/.test(kind)).length

  test('of twenty targets each has its own verdict, though half of them are silent', async () => {
    const told: ConnectionProgress[] = []
    const result = await check(twenty(), {
      atOnce: 12,
      eachMs: 4000,
      allMs: noHurryMs,
      onProgress: (progress) => void told.push(progress),
    })
    expect(result.targets.map(({ symptom }) => symptom)).toEqual(
      Array.from({ length: 20 }, (_, index) =>
        index % 2 === 0 ? 'ok' : index % 4 === 1 ? 'name-no-answer' : 'timed-out',
      ),
    )
    const finished = told.filter(({ step }) => step === 'done')
    expect(finished.map(({ done }) => done)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  })

  test('what time did not allow is not-tried, never a failure', async () => {
    const list = Array.from({ length: 4 }, (_, i) => ({
      ...targets['accepts and hangs']!,
      id: `${i}`,
    }))
    const result = await check(list, { atOnce: 1, allMs: 200 })
    expect(result.overall).toBe('not-finished')
    expect(result.targets.every(({ symptom }) => symptom === 'not-tried')).toBe(true)
  })

  test('cancelling ends it at once and leaves no socket, on either side', async () => {
    const before = sockets()
    const cancelling = new AbortController()
    const running = check(twenty(), { signal: cancelling.signal })
    await expect.poll(() => hanging.open()).toBeGreaterThan(0)
    cancelling.abort()
    const result = await running
    expect(result.overall).toBe('cancelled')
    expect(result.targets).toHaveLength(20)
    expect(result.targets.some(({ symptom }) => symptom === 'cancelled')).toBe(true)
    await expect.poll(() => hanging.open() + good.open()).toBe(0)
    await expect.poll(sockets).toBeLessThanOrEqual(before)
  })

  if (process.platform !== 'win32') {
    test('cancelling leaves no connection that was still being made', async () => {
      const filtered = await keep(startFiltered())
      const connecting = () =>
        process.getActiveResourcesInfo().filter((kind) => kind === 'TCPSocketWrap').length
      // The one that found the queue full belongs to the fixture.
      const before = connecting()
      const cancelling = new AbortController()
      const list = [{ id: 'x', host: name, port: filtered.port }]
      const running = check(list, { signal: cancelling.signal })
      await expect.poll(connecting).toBeGreaterThan(before)
      cancelling.abort()
      expect((await running).overall).toBe('cancelled')
      await expect.poll(connecting).toBe(before)
    })
  }

  test('a check that was cancelled before it began connects to nobody', async () => {
    const before = names.questions()
    const result = await check(twenty(), { signal: AbortSignal.abort() })
    expect(result.overall).toBe('cancelled')
    expect(names.questions()).toBe(before)
  })

  test('never more targets at a time than allowed', async () => {
    const list = Array.from({ length: 9 }, (_, i) => ({
      ...targets['accepts and hangs']!,
      id: `${i}`,
    }))
    let most = 0
    const watch = setInterval(() => (most = Math.max(most, hanging.open())), 5)
    await check(list, { atOnce: 3, eachMs: 600 })
    clearInterval(watch)
    expect(most).toBe(3)
  })
})
