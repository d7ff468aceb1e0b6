/** Does the first step that failed name the trouble, and does only doubt of the network become "no network"? */
import { expect, test } from 'vitest'
import { judgeTrial } from '../../../shared/connections/judge-trial.ts'
import type {
  CertificateFact,
  ConnectionReason,
  ConnectionTrial,
  StepName,
} from '../../../shared/model/connection-steps.ts'
import type { ConnectionSymptom } from '../../../shared/model/connection.ts'

const nobody = { commonName: '', organization: '' }
const certificate: CertificateFact = {
  ...{ subject: nobody, issuer: { commonName: '', organization: 'Apple Inc.' } },
  ...{ validFromUtc: null, validToUtc: null, names: [], chain: [] },
  ...{ nameMatches: true, dates: 'valid', isTrusted: true, isSelfSigned: false },
}
const known = { state: 'known', value: {} }

/** All steps known, but those of which a reason is given. */
function trial(
  failed: Partial<Record<StepName, string>>,
  more: Partial<CertificateFact> = {},
): ConnectionTrial {
  const names: readonly StepName[] = ['name', 'address', 'tcp', 'proxy', 'tls', 'certificate']
  const steps = names.map((name) => {
    const reason = failed[name]
    if (reason !== undefined) return [name, { state: 'failed', reason }]
    return [
      name,
      name === 'certificate' ? { state: 'known', value: { ...certificate, ...more } } : known,
    ]
  })
  return {
    steps: Object.fromEntries(steps) as never,
    way: { kind: 'direct' },
    attempts: [],
    proxySchemes: [],
  }
}

test.each<[StepName, ConnectionReason, ConnectionSymptom, ConnectionSymptom]>([
  ['name', 'name-not-found', 'name-not-found', 'no-network'],
  ['name', 'name-no-answer', 'name-no-answer', 'no-network'],
  ['name', 'name-server-failed', 'name-server-failed', 'no-network'],
  ['address', 'no-address', 'name-not-found', 'no-network'],
  ['tcp', 'unreachable', 'unreachable', 'no-network'],
  ['tcp', 'no-route', 'unreachable', 'no-network'],
  ['tcp', 'refused', 'refused', 'refused'],
  ['tcp', 'blocked-here', 'blocked-here', 'blocked-here'],
  ['tcp', 'timed-out', 'timed-out', 'timed-out'],
  ['tls', 'closed-early', 'closed-early', 'closed-early'],
  ['tls', 'not-tls', 'not-tls', 'not-tls'],
  ['tls', 'tls-refused', 'closed-early', 'closed-early'],
  ['certificate', 'no-certificate', 'certificate-untrusted', 'certificate-untrusted'],
  ['proxy', 'proxy-unreachable', 'proxy-failed', 'proxy-failed'],
  ['proxy', 'proxy-no-answer', 'proxy-failed', 'proxy-failed'],
  ['proxy', 'proxy-not-http', 'proxy-failed', 'proxy-failed'],
  ['proxy', 'proxy-refused-target', 'proxy-failed', 'proxy-failed'],
  ['proxy', 'proxy-demands-password', 'proxy-demands-password', 'proxy-demands-password'],
  ['tls', 'cancelled', 'cancelled', 'cancelled'],
  ['tls', 'time-over', 'not-tried', 'not-tried'],
])('%s: %s means %s, and without a network %s', (step, reason, symptom, without) => {
  expect(judgeTrial(trial({ [step]: reason }), true)).toBe(symptom)
  expect(judgeTrial(trial({ [step]: reason }), false)).toBe(without)
})

test('the first step that failed counts, and one that was not needed does not', () => {
  const both = trial({ name: 'name-not-found', tcp: 'refused', proxy: 'not-needed' })
  expect(judgeTrial(both, true)).toBe('name-not-found')
  expect(judgeTrial(trial({ proxy: 'not-needed' }), true)).toBe('ok')
  expect(judgeTrial(trial({ certificate: 'not-needed' }), true)).toBe('ok')
})

test('where every step worked, the certificate decides, with a network or without', () => {
  for (const hasNetwork of [true, false]) {
    expect(judgeTrial(trial({}), hasNetwork)).toBe('ok')
    expect(judgeTrial(trial({}, { dates: 'expired' }), hasNetwork)).toBe('certificate-expired')
  }
})
