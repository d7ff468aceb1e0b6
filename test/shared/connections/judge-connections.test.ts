import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressKind } from '../../../shared/connections/address-kind.ts'
import { issuersSchema } from '../../../shared/catalogue/schemas/issuers-schema.ts'
import { readIssuers } from '../../../shared/catalogue/issuers.ts'
import { judgeOverall, judgeTarget } from '../../../shared/connections/judge-connections.ts'
import { judgeCertificate } from '../../../shared/connections/judge-trial.ts'
import { mergeChecks } from '../../../shared/connections/merge-checks.ts'
import { parseProxyList } from '../../../shared/connections/parse-proxy-list.ts'
import type {
  AddressKind,
  CertificateFact,
  ConnectionReason,
  ConnectionTrial,
} from '../../../shared/model/connection-steps.ts'
import type {
  ConnectionCheck,
  ConnectionResult,
  ConnectionSymptom,
} from '../../../shared/model/connection.ts'

/** trusted, self-signed, name fits, dates, issuer's O -> verdict. */
const certificates: readonly [
  boolean,
  boolean,
  boolean,
  CertificateFact['dates'],
  string,
  ConnectionSymptom,
][] = [
  [true, false, true, 'valid', 'Apple Inc.', 'ok'],
  [true, false, true, 'valid', 'Nobody Ever Heard Of', 'ok'],
  [false, false, true, 'valid', 'Apple Inc.', 'ok'],
  [false, false, true, 'valid', 'Example Antivirus', 'intercepted'],
  [false, false, true, 'valid', '', 'intercepted'],
  [false, false, true, 'not-yet-valid', 'Example Antivirus', 'intercepted'],
  [false, false, true, 'valid', 'DigiCert Inc', 'certificate-untrusted'],
  [false, false, true, 'valid', 'apple inc.', 'intercepted'],
  [false, true, true, 'valid', 'Apple Inc.', 'certificate-untrusted'],
  [false, true, true, 'valid', 'router', 'certificate-untrusted'],
  [false, false, false, 'valid', 'Hotel Guest Network', 'certificate-other-name'],
  [true, false, false, 'valid', 'Amazon', 'certificate-other-name'],
  [true, false, true, 'expired', 'DigiCert Inc', 'certificate-expired'],
  [true, false, false, 'not-yet-valid', 'DigiCert Inc', 'certificate-not-yet-valid'],
]

const nobody = { commonName: '', organization: '' }

test.each(certificates)(
  'trusted %s, self-signed %s, name fits %s, %s, issued by "%s": %s',
  (isTrusted, isSelfSigned, nameMatches, dates, organization, symptom) => {
    const issuer = { commonName: '', organization }
    const fact = { isTrusted, isSelfSigned, nameMatches, dates, issuer }
    const rest = { subject: nobody, validFromUtc: null, validToUtc: null, names: [], chain: [] }
    expect(judgeCertificate({ ...rest, ...fact })).toBe(symptom)
  },
)

test('every issuer has a source that exists, and every source is named', () => {
  const { issuers, sources } = issuersSchema.parse(readIssuers())
  const named = new Set(issuers.flatMap((issuer) => issuer.sources))
  expect([...named].sort()).toEqual(Object.keys(sources).sort())
  for (const { confidence, sources: own } of issuers) {
    if (confidence === '2+') expect(own.length).toBeGreaterThan(1)
  }
})

const skip = { state: 'skipped', reason: 'step-before-failed', elapsedMs: 0 } as const
const trial = (reason: ConnectionReason): ConnectionTrial => ({
  way: { kind: 'direct' },
  attempts: [],
  proxySchemes: [],
  steps: {
    name: { state: 'known', value: { answeredBy: 'system' }, elapsedMs: 1 },
    address: { state: 'known', value: { addresses: [], count: 0 }, elapsedMs: 0 },
    tcp: { state: 'failed', reason, elapsedMs: 1 },
    proxy: skip,
    tls: skip,
    certificate: skip,
  },
})
const result = (host: string, symptom: ConnectionSymptom): ConnectionResult => ({
  ...{ id: host, host, port: 443, symptom, notes: [], elapsedMs: 1, hostsLine: null },
  ...{ issuer: null, trials: [] },
})

describe('one target', () => {
  const facts = { target: { id: 'x', host: 'x', port: 443 }, elapsedMs: 1, named: 1 }
  const rest = { ...facts, hostsLine: null, hasNetwork: true, untried: 'not-tried' } as const

  test.each<[ConnectionReason, ConnectionSymptom]>([
    ['refused', 'refused'],
    ['unreachable', 'unreachable'],
    ['no-route', 'unreachable'],
    ['blocked-here', 'blocked-here'],
    ['timed-out', 'timed-out'],
    ['cancelled', 'cancelled'],
    ['time-over', 'not-tried'],
  ])('a TCP step that ends with %s: %s', (reason, symptom) => {
    expect(judgeTarget({ ...rest, trials: [trial(reason)] }).symptom).toBe(symptom)
  })

  test('without any network an unreachable server says nothing about the server', () => {
    const judged = judgeTarget({ ...rest, hasNetwork: false, trials: [trial('no-route')] })
    expect(judged.symptom).toBe('no-network')
  })

  test('neither the hosts file nor a private address explains what was never finished', () => {
    const judged = judgeTarget({ ...rest, hostsLine: 3, trials: [trial('time-over')] })
    expect(judged.symptom).toBe('not-tried')
  })
})

describe('all targets together', () => {
  test.each<[ConnectionSymptom[], ConnectionCheck['overall']]>([
    [[], 'nothing-to-check'],
    [['ok', 'ok'], 'ok'],
    [['ok', 'proxy-needed'], 'proxy-needed'],
    [['ok', 'name-not-found'], 'some-failed'],
    [['refused', 'timed-out'], 'all-failed'],
    [['ok', 'refused', 'intercepted'], 'intercepted'],
    [['proxy-demands-password', 'proxy-demands-password'], 'proxy-demands-password'],
    [['name-not-found', 'unreachable', 'name-no-answer'], 'no-network'],
    [['name-not-found', 'name-not-found'], 'all-failed'],
    [['name-not-found', 'unreachable', 'refused'], 'all-failed'],
    [['ok', 'cancelled'], 'cancelled'],
    [['ok', 'not-tried'], 'not-finished'],
    [['refused', 'not-tried'], 'all-failed'],
    [['not-tried'], 'not-finished'],
  ])('%j: %s', (symptoms, overall) => {
    const results = symptoms.map((symptom, index) => result(`h${index}`, symptom))
    expect(judgeOverall(results, true)).toBe(overall)
  })

  test('without a network two names that fail are enough, and a wrong date everywhere is the clock', () => {
    expect(judgeOverall([result('a', 'name-not-found')], false)).toBe('no-network')
    expect(judgeOverall([result('a', 'name-not-found'), result('b', 'refused')], false)).toBe(
      'all-failed',
    )
    // One server at three ports is one name.
    const ports = ['x', 'X', 'x'].map((host) => result(host, 'unreachable'))
    expect(judgeOverall(ports, true)).toBe('all-failed')
    const dated = (host: string, dates: CertificateFact['dates']): ConnectionResult => {
      const seen = { state: 'known', value: { dates }, elapsedMs: 1 }
      const { steps, ...way } = trial('refused')
      const trials = [{ ...way, steps: { ...steps, certificate: seen } }] as never
      return { ...result(host, dates === 'valid' ? 'ok' : 'certificate-expired'), trials }
    }
    const judge = (...dates: readonly CertificateFact['dates'][]) =>
      judgeOverall(
        dates.map((one, at) => dated(`h${at}`, one)),
        true,
      )
    expect(judge('expired', 'expired')).toBe('clock-wrong')
    expect(judge('not-yet-valid', 'not-yet-valid')).toBe('clock-wrong')
    expect(judge('expired', 'not-yet-valid')).toBe('all-failed')
    expect(judge('expired', 'valid')).toBe('some-failed')
    expect(judge('valid', 'valid')).toBe('ok')
    expect(judge('expired')).toBe('all-failed')
    expect(judgeOverall([dated('h', 'expired'), dated('H', 'expired')], true)).toBe('all-failed')
  })

  test('what tells most is told of all, and a clock before that', () => {
    const of = (...symptoms: readonly ConnectionSymptom[]) =>
      judgeOverall(
        symptoms.map((symptom, at) => result(`h${at}`, symptom)),
        true,
      )
    expect(of('proxy-failed', 'ok')).toBe('proxy-failed')
    expect(of('proxy-failed', 'proxy-demands-password')).toBe('proxy-demands-password')
    expect(of('proxy-failed', 'intercepted')).toBe('intercepted')
    expect(of('proxy-needed', 'not-tried')).toBe('not-finished')
    expect(of('not-tried', 'cancelled')).toBe('cancelled')
  })

  test('a retry puts the newer results in their places and judges anew', () => {
    const check = (targets: ConnectionResult[]): ConnectionCheck => ({
      ...{ startedAtUtc: '', elapsedMs: 1, hasNetwork: true, overall: 'some-failed', targets },
    })
    const merged = mergeChecks(
      check([result('a', 'ok'), result('b', 'timed-out')]),
      check([result('b', 'ok')]),
    )
    expect(merged.overall).toBe('ok')
    expect(merged.targets.map(({ id }) => id)).toEqual(['a', 'b'])
  })
})

test.each<[string, AddressKind]>([
  ['17.253.144.10', 'public'],
  ['10.0.0.1', 'private'],
  ['172.15.0.1', 'public'],
  ['172.31.255.255', 'private'],
  ['192.168.1.1', 'private'],
  ['100.63.0.1', 'public'],
  ['100.64.0.1', 'carrier-nat'],
  ['127.8.8.8', 'loopback'],
  ['169.254.1.1', 'link-local'],
  ['0.0.0.0', 'unspecified'],
  ['224.0.0.1', 'not-usable'],
  ['256.1.1.1', 'not-usable'],
  ['198.18.0.7', 'public'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['fe80::1%eth0', 'link-local'],
  ['fd12::1', 'private'],
  ['2620:149:af0::10', 'public'],
  ['::ffff:192.168.0.1', 'private'],
  ['::ffff:11fd:900a', 'public'],
  ['64:ff9b::11fd:900a', 'public'],
  ['1::2::3', 'not-usable'],
  ['12345::', 'not-usable'],
  ['no address', 'not-usable'],
])('%s is %s', (address, kind) => {
  expect(addressKind(address)).toBe(kind)
})

describe('the answer of a proxy setting', () => {
  const proxy = (host: string, port: number) => ({ host, port })
  test.each([
    ['DIRECT', ['direct']],
    ['', ['direct']],
    ['nonsense; PROXY', ['direct']],
    ['PROXY a:8080; DIRECT', [proxy('a', 8080), 'direct']],
    ['proxy a.example ;PROXY b:3128', [proxy('a.example', 80), proxy('b', 3128)]],
    ['PROXY [fd00::2]:8080', [proxy('fd00::2', 8080)]],
    ['SOCKS5 a:1080; HTTPS b:443', [{ notSupported: 'SOCKS5' }, { notSupported: 'HTTPS' }]],
    ['PROXY a:0; PROXY b:65536; PROXY user@c:80', ['direct']],
    ['PROXY a\r\nX-Evil:1', ['direct']],
  ])('%j', (answer, choices) => {
    expect(parseProxyList(answer)).toEqual(choices)
  })

  test('any text gives one to ten choices, with ports that exist and hosts on one line', () => {
    const part = fc.constantFrom(
      'PROXY ',
      'DIRECT',
      ';',
      ':',
      '[',
      ']',
      '8080',
      'a.b',
      '\r\n',
      '\0',
      ' ',
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(part, { maxLength: 40 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(text, (answer) => {
        const choices = parseProxyList(answer)
        expect(choices.length).toBeGreaterThan(0)
        expect(choices.length).toBeLessThanOrEqual(10)
        for (const choice of choices) {
          if (choice === 'direct' || !('host' in choice)) continue
          expect(choice.host).toMatch(/^[^\s]+$/)
          expect(choice.port).toBeGreaterThan(0)
          expect(choice.port).toBeLessThan(65536)
        }
      }),
    )
  })
})

test('a server that was not tried has no trials', () => {
  const result = judgeTarget({
    ...{ target: { id: 'x', host: 'gs.apple.com', port: 443 }, trials: [], named: 1 },
    ...{ elapsedMs: 1, hostsLine: null, hasNetwork: true, untried: 'not-tried', notes: [] },
  })
  expect(result).toMatchObject({ symptom: 'not-tried', trials: [], issuer: null })
})
