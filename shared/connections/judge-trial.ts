/** Judging of one try. A false alarm is the worst answer, so doubt counts as in order. */
import type {
  CertificateFact,
  ConnectionReason,
  ConnectionTrial,
  Step,
  StepName,
} from '../model/connection-steps.ts'
import type { ConnectionSymptom } from '../model/connection.ts'
import { findIssuer } from '../catalogue/issuers.ts'

const inOrder: readonly StepName[] = ['name', 'address', 'tcp', 'proxy', 'tls', 'certificate']

const symptomOfReason: Readonly<Partial<Record<ConnectionReason, ConnectionSymptom>>> = {
  'name-not-found': 'name-not-found',
  'name-no-answer': 'name-no-answer',
  'name-server-failed': 'name-server-failed',
  'no-address': 'name-not-found',
  refused: 'refused',
  unreachable: 'unreachable',
  'no-route': 'unreachable',
  'blocked-here': 'blocked-here',
  'timed-out': 'timed-out',
  'closed-early': 'closed-early',
  'not-tls': 'not-tls',
  'tls-refused': 'closed-early',
  'no-certificate': 'certificate-untrusted',
  'proxy-unreachable': 'proxy-failed',
  'proxy-no-answer': 'proxy-failed',
  'proxy-not-http': 'proxy-failed',
  'proxy-refused-target': 'proxy-failed',
  'proxy-demands-password': 'proxy-demands-password',
  cancelled: 'cancelled',
  'time-over': 'not-tried',
}

export function judgeTrial({ steps }: ConnectionTrial, hasNetwork: boolean): ConnectionSymptom {
  const symptom = judgeSteps(inOrder.map((name) => steps[name]))
  if (symptom !== 'ok') return hasNetwork || !isAboutTheNetwork(symptom) ? symptom : 'no-network'
  return steps.certificate.state === 'known' ? judgeCertificate(steps.certificate.value) : 'ok'
}

function judgeSteps(steps: readonly Step<unknown>[]): ConnectionSymptom {
  for (const step of steps) {
    if (step.state === 'known') continue
    const symptom = symptomOfReason[step.reason as ConnectionReason]
    if (symptom !== undefined) return symptom
  }
  return 'ok'
}

/** What looks the same when there is no network at all. */
export function isAboutTheNetwork(symptom: ConnectionSymptom): boolean {
  return (
    symptom === 'no-network' ||
    symptom === 'name-not-found' ||
    symptom === 'name-no-answer' ||
    symptom === 'name-server-failed' ||
    symptom === 'unreachable'
  )
}

/**
 * Security software that reads along signs in its own name, for exactly the name that was asked for, with a root that
 * only this PC knows. All three must hold before the word is said: a router's own page, a server that sends
 * half a chain, and a maker's own root are other things.
 */
export function judgeCertificate(certificate: CertificateFact): ConnectionSymptom {
  const { isTrusted, isSelfSigned, nameMatches, dates, issuer } = certificate
  const isIssuerKnown = findIssuer(issuer.organization) !== undefined
  if (!isTrusted && !isSelfSigned && nameMatches && !isIssuerKnown) return 'intercepted'
  if (dates === 'expired') return 'certificate-expired'
  if (dates === 'not-yet-valid') return 'certificate-not-yet-valid'
  if (!nameMatches) return 'certificate-other-name'
  return isTrusted || isOwnRoot(certificate) ? 'ok' : 'certificate-untrusted'
}

/** Some of a maker's servers lead to a root that no public list has: not verifiable here, and no reason for alarm. */
export function isOwnRoot({ isTrusted, isSelfSigned, issuer }: CertificateFact): boolean {
  return !isTrusted && !isSelfSigned && findIssuer(issuer.organization)?.ownRoots === true
}
