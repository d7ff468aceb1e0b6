/** What does a check look like to a test? Made up: results with the symptom that the test asks for. */
import { readEndpoints } from '../../../shared/catalogue/endpoints.ts'
import { judgeOverall } from '../../../shared/connections/judge-connections.ts'
import { readPorts } from '../../../shared/catalogue/ports.ts'
import { success } from '../../../shared/model/result.ts'
import type {
  CertificateFact,
  ConnectionReason,
  ConnectionTrial,
  ConnectionWay,
  Step,
} from '../../../shared/model/connection-steps.ts'
import type {
  ConnectionCheck,
  ConnectionResult,
  ConnectionSymptom,
} from '../../../shared/model/connection.ts'
import type { ConnectionsLook } from '../../../shared/connections/connections-look.ts'
import { known } from '../../../shared/model/probe.ts'
import type { Described } from '../../../renderer/connections/connections-state.ts'
import { catalogue, fakeBridge, type FakeBridge } from '../fake-bridge.ts'

export const endpoints = readEndpoints()

export const described: Described = {
  endpoints,
  ports: readPorts(),
  sources: catalogue.sources,
  remark: catalogue.statements.find(({ id }) => id === 'errors-3000'),
}

export function endpoint(id: string) {
  const found = endpoints.find((one) => one.id === id)
  if (found === undefined) throw new Error(`The catalogue has no server ${id}.`)
  return found
}

const done = <T>(value: T): Step<T> => ({ state: 'known', value, elapsedMs: 12 })
const stopped = (reason: ConnectionReason): Step<never> => ({
  state: 'failed',
  reason,
  elapsedMs: 5_000,
})
const left: Step<never> = { state: 'skipped', reason: 'step-before-failed', elapsedMs: 0 }

export function certificate(details: Partial<CertificateFact> = {}): CertificateFact {
  return {
    subject: { commonName: 'gs.apple.com', organization: 'Apple Inc.' },
    issuer: { commonName: 'Apple Public Server CA', organization: 'Apple Inc.' },
    validFromUtc: '2026-09-01T00:00:00Z',
    validToUtc: '2027-02-01T00:00:00Z',
    names: ['gs.apple.com'],
    nameMatches: true,
    dates: 'valid',
    isTrusted: true,
    isSelfSigned: false,
    chain: [],
    ...details,
  }
}

export function trial(
  symptom: ConnectionSymptom,
  way: ConnectionWay = { kind: 'direct' },
): ConnectionTrial {
  const connects = symptom === 'ok' || symptom === 'intercepted'
  const address = { address: '17.1.2.3', family: 4 } as const
  return {
    way,
    steps: {
      name: done({ answeredBy: 'system' }),
      address: done({ addresses: [{ ...address, kind: 'public' }], count: 1 }),
      tcp: connects ? done(address) : stopped('timed-out'),
      proxy: { state: 'skipped', reason: 'no-proxy', elapsedMs: 0 },
      tls: connects ? done({ protocol: 'TLSv1.3' }) : left,
      certificate: connects ? done(certificate()) : left,
    },
    attempts: [{ ...address, outcome: connects ? done('connected') : stopped('timed-out') }],
    proxySchemes: [],
  }
}

export function result(
  id: string,
  symptom: ConnectionSymptom = 'ok',
  details: Partial<ConnectionResult> = {},
): ConnectionResult {
  const isUntried = symptom === 'cancelled' || symptom === 'not-tried'
  return {
    id,
    host: endpoints.find((one) => one.id === id)?.names[0] ?? `${id}.example`,
    port: 443,
    symptom,
    notes: [],
    elapsedMs: 34,
    hostsLine: null,
    issuer: null,
    trials: isUntried ? [] : [trial(symptom)],
    ...details,
  }
}

export function checkOf(
  targets: readonly ConnectionResult[],
  details: Partial<ConnectionCheck> = {},
): ConnectionCheck {
  return {
    startedAtUtc: '2026-11-22T07:14:05.000Z',
    elapsedMs: 3_240,
    hasNetwork: true,
    overall: judgeOverall(targets, true),
    targets,
    ...details,
  }
}

/** Every server that a check of all asks: one name each, with these symptoms and otherwise reached. */
export function wholeCheck(symptoms: Readonly<Record<string, ConnectionSymptom>> = {}) {
  const asked = endpoints.filter(({ fate }) => fate.state !== 'gone')
  return checkOf(asked.map(({ id }) => result(id, symptoms[id])))
}

export const emptyLook: ConnectionsLook = {
  takenAtUtc: '2026-11-22T07:14:05.000Z',
  hostsFile: known({
    path: String.raw`C:\Windows\System32\drivers\etc\hosts`,
    entryCount: 1,
    findings: [],
    omittedLineCount: 0,
  }),
  ports: [],
  firewall: known({ rules: [], unreadable: 0 }),
}

/** A bridge that describes, looks and cancels; checks and errors are set by the test. */
export function connectionsBridge(): FakeBridge {
  const bridge = fakeBridge()
  bridge.describeConnections.mockResolvedValue(success({ endpoints, ports: readPorts() }))
  bridge.lookAtConnections.mockResolvedValue(success(emptyLook))
  bridge.cancelConnections.mockResolvedValue(success(null))
  return bridge
}
