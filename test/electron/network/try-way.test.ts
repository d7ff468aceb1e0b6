/** Of each way to a server, is every step told as it was, and everything after the one that failed as not tried? */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadRoots } from '../../../electron/network/read-certificate.ts'
import type { NameAnswer } from '../../../electron/network/resolve.ts'
import { tryWay, type TrySettings } from '../../../electron/network/try-way.ts'
import type {
  ConnectionTrial,
  ConnectionWay,
  Step,
} from '../../../shared/model/connection-steps.ts'
import { makeCertificate } from '../../fixtures/network/certificates.ts'
import {
  findClosedPort,
  startPlain,
  startProxy,
  startTls,
  type RunningServer,
} from '../../fixtures/network/servers.ts'

const root = makeCertificate({ commonName: 'Public Test Root', isAuthority: true })
const leaf = makeCertificate({ commonName: 'server.test', dnsNames: ['server.test'], issuer: root })
const roots = loadRoots([root.pem])

let tls: RunningServer
let plain: RunningServer
let closedPort: number
beforeAll(async () => {
  tls = await startTls([leaf])
  plain = await startPlain('closes')
  closedPort = await findClosedPort()
})
afterAll(() => Promise.all([tls.close(), plain.close()]))

const direct: ConnectionWay = { kind: 'direct' }
const here: NameAnswer = {
  ...{ ok: true, answeredBy: 'system' },
  addresses: [{ address: '127.0.0.1', family: 4 }],
}

function told({ steps }: ConnectionTrial): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries<Step<unknown>>({ ...steps }).map(([name, step]) => [
      name,
      step.state === 'known' ? 'known' : `${step.state} ${step.reason}`,
    ]),
  )
}

async function tried(
  target: { readonly host?: string; readonly port: number; readonly withTls?: boolean },
  {
    way = direct,
    answer = here,
    ...more
  }: Partial<TrySettings> & { readonly way?: ConnectionWay; readonly answer?: NameAnswer } = {},
) {
  const asked: string[] = []
  const steps: string[] = []
  const trial = await tryWay({ id: 'x', host: 'server.test', ...target }, way, {
    resolve: (host) => {
      asked.push(host)
      return Promise.resolve(answer)
    },
    ...{ roots, kindOf: () => 'public', eachMs: 3_600_000 },
    signal: new AbortController().signal,
    onStep: (step) => steps.push(step),
    ...more,
  })
  return { trial, told: told(trial), asked, steps }
}

const before = 'skipped step-before-failed'
const rest = { tls: before, certificate: before }

describe('the direct way', () => {
  test('that leads to the server tells each step in its order', async () => {
    const { trial, steps, ...found } = await tried({ port: tls.port })
    expect(found.told).toEqual({
      ...{ name: 'known', address: 'known', tcp: 'known', proxy: 'skipped no-proxy' },
      ...{ tls: 'known', certificate: 'known' },
    })
    expect(steps).toEqual(['name', 'address', 'tcp', 'tls', 'certificate'])
    expect(found.asked).toEqual(['server.test'])
    expect(trial).toMatchObject({
      steps: {
        name: { value: { answeredBy: 'system' } },
        address: { value: { count: 1, addresses: [{ address: '127.0.0.1', kind: 'public' }] } },
        tcp: { value: { address: '127.0.0.1', family: 4 } },
        certificate: { value: { isTrusted: true, nameMatches: true } },
      },
      attempts: [{ address: '127.0.0.1', outcome: { state: 'known' } }],
      proxySchemes: [],
    })
  })

  test.each<[NameAnswer, string, string]>([
    [{ ok: false, reason: 'name-not-found' }, 'failed name-not-found', before],
    [{ ok: false, reason: 'name-server-failed' }, 'failed name-server-failed', before],
    [{ ok: false, reason: 'cancelled' }, 'skipped cancelled', before],
    [{ ok: false, reason: 'time-over' }, 'skipped time-over', before],
    [{ ok: false, reason: 'no-address' }, 'known', 'failed no-address'],
    [{ ok: true, addresses: [], answeredBy: 'system' }, 'known', 'failed no-address'],
  ])('whose name is answered with %j', async (answer, name, address) => {
    const found = await tried({ port: tls.port }, { answer })
    expect(found.told).toEqual({
      ...{ name, address, tcp: before, proxy: 'skipped no-proxy' },
      ...rest,
    })
    expect(found.trial.attempts).toEqual([])
  })

  test('to an address asks no name, and a port of its own need not speak TLS', async () => {
    const found = await tried({ host: '127.0.0.1', port: plain.port, withTls: false })
    expect(found.asked).toEqual([])
    expect(found.told).toEqual({
      ...{ name: 'skipped literal-address', address: 'known', tcp: 'known' },
      ...{ proxy: 'skipped no-proxy', tls: 'skipped no-tls-here' },
      certificate: 'skipped no-tls-here',
    })
  })

  test('that is refused, and one that ends before the handshake', async () => {
    const refused = await tried({ port: closedPort })
    expect(refused.told).toMatchObject({ name: 'known', tcp: 'failed refused', ...rest })
    const closed = await tried({ port: plain.port })
    expect(closed.told).toMatchObject({ tcp: 'known', tls: 'failed closed-early' })
    expect(closed.told['certificate']).toBe(before)
  })

  test('keeps eight addresses at most, of both families, and counts them all', async () => {
    const six = Array.from({ length: 20 }, (_, at) => ({ address: `fd00::${at}`, family: 6 }))
    const four = Array.from({ length: 20 }, () => ({ address: '127.0.0.1', family: 4 }))
    const of = async (addresses: readonly object[]) => {
      const answer = { ok: true, answeredBy: 'system', addresses } as NameAnswer
      const { trial } = await tried({ port: closedPort }, { answer, signal: AbortSignal.abort() })
      const { address } = trial.steps
      if (address.state !== 'known') throw new Error(address.reason)
      const families = address.value.addresses.map(({ family }) => family)
      return [address.value.count, families.filter((one) => one === 6).length, families.length]
    }
    expect(await of([...four, ...six])).toEqual([40, 4, 8])
    expect(await of(four)).toEqual([20, 0, 8])
    expect(await of(six)).toEqual([20, 4, 4])
  })
})

describe('a way through a proxy', () => {
  const through = { ...{ name: 'skipped proxy-resolves' }, address: 'skipped proxy-resolves' }
  const wayTo = (port: number): ConnectionWay => ({ kind: 'proxy', host: '127.0.0.1', port })

  test('that works leads to the server', async () => {
    const proxy = await startProxy('works', tls.port)
    const found = await tried({ port: 443 }, { way: wayTo(proxy.port) })
    expect(found.told).toEqual({
      ...through,
      ...{ tcp: 'known', proxy: 'known', tls: 'known', certificate: 'known' },
    })
    expect(found.trial.steps.proxy).toMatchObject({ value: { status: 200 } })
    await proxy.close()
  })

  test('that wants a password says of what kind', async () => {
    const proxy = await startProxy('demands-password')
    const found = await tried({ port: 443 }, { way: wayTo(proxy.port) })
    expect(found.told).toEqual({
      ...through,
      ...{ tcp: 'known', proxy: 'failed proxy-demands-password', ...rest },
    })
    expect(found.trial.proxySchemes).toEqual(['Negotiate', 'Basic'])
    await proxy.close()
  })

  test('that nobody can reach, or whose name is not found, is a proxy out of reach', async () => {
    const gone = { ...through, proxy: before, ...rest }
    const closed = await tried({ port: 443 }, { way: wayTo(closedPort) })
    expect(closed.told).toEqual({ ...gone, tcp: 'failed proxy-unreachable' })
    const way: ConnectionWay = { kind: 'proxy', host: 'proxy.test', port: 8080 }
    for (const [answer, tcp] of [
      [{ ok: false, reason: 'name-not-found' }, 'failed proxy-unreachable'],
      [{ ok: true, addresses: [], answeredBy: 'system' }, 'failed proxy-unreachable'],
      [{ ok: false, reason: 'cancelled' }, 'skipped cancelled'],
      [{ ok: false, reason: 'time-over' }, 'skipped time-over'],
    ] as const) {
      const found = await tried({ port: 443 }, { way, answer })
      expect(found.asked).toEqual(['proxy.test'])
      expect(found.told).toEqual({ ...gone, tcp })
    }
  })

  test('that was cancelled before it began is no fault of the proxy', async () => {
    const found = await tried(
      { port: 443 },
      { way: wayTo(closedPort), signal: AbortSignal.abort('time-over') },
    )
    expect(found.told['tcp']).toBe('skipped time-over')
  })
})
