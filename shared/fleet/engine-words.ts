/** Words of osquery and of PowerShell in this program's terms. What they leave open stays open. */
import { known, skipped, type Probe } from '../model/probe.ts'
import type { ServiceStartType, ServiceState } from '../model/service.ts'
import type { CertificateSubject, Signature, SignatureVerdict } from '../model/signature.ts'

/** TRUST_E_NOSIGNATURE, TRUST_E_BAD_DIGEST, TRUST_E_EXPLICIT_DISTRUST */
const codes = {
  none: 0x800b0100,
  tampered: 0x80096010,
  distrusted: 0x800b0111,
  trusted: 0,
} as const

const plain: Readonly<Record<string, keyof typeof codes>> = {
  trusted: 'trusted',
  missing: 'none',
  distrusted: 'distrusted',
  // Get-AuthenticodeSignature
  Valid: 'trusted',
  NotSigned: 'none',
  HashMismatch: 'tampered',
}

/** @param result empty where the engine gave no answer for the file. */
export function signatureOf(result: string, subject: string, issuer: string): Probe<Signature> {
  if (result === '') return skipped('not-checked')
  const verdict = Object.hasOwn(plain, result) ? plain[result] : undefined
  if (verdict === undefined) return { state: 'failed', reason: reasonOf(result) }
  return known(signature(verdict, subject, issuer))
}

function signature(
  verdict: keyof typeof codes & SignatureVerdict,
  subject: string,
  issuer: string,
): Signature {
  const isSigned = verdict !== 'none'
  return {
    verdict,
    where: isSigned ? 'embedded' : null,
    code: codes[verdict],
    signer: isSigned && subject !== '' ? subjectOf(subject) : null,
    issuer: isSigned && issuer !== '' ? subjectOf(issuer).commonName : null,
    stampedAtUtc: null,
  }
}

/** The words are `reason.<code>`. */
function reasonOf(result: string): string {
  switch (result) {
    case 'valid':
      return 'osquery-valid'
    case 'untrusted':
      return 'osquery-untrusted'
    case 'invalid':
      return 'osquery-invalid'
    case 'NotTrusted':
      return 'powershell-not-trusted'
    case 'UnknownError':
    case 'NotSupportedFileFormat':
    case 'Incompatible':
      return 'powershell-unknown'
    default:
      return 'osquery-unknown'
  }
}

/**
 * osquery gives the common name alone (CERT_NAME_SIMPLE_DISPLAY_TYPE), others a whole name: `CN=Apple Inc., O=…`.
 * A name alone stands for both: certificates for signing programs bear the organisation's name as their common name.
 */
function subjectOf(subject: string): CertificateSubject {
  if (!subject.includes('=')) return { commonName: subject, organization: subject }
  const parts = new Map<string, string>()
  for (const [, key = '', quoted, bare = ''] of subject.matchAll(
    /(?:^|[,;]) ?(CN|O)=(?:"((?:[^"]|"")*)"|([^,;]*))/g,
  )) {
    if (!parts.has(key)) parts.set(key, quoted?.replaceAll('""', '"') ?? bare.trim())
  }
  if (parts.size === 0) return { commonName: subject, organization: subject }
  return { commonName: parts.get('CN') ?? '', organization: parts.get('O') ?? '' }
}

const states: Readonly<Record<string, ServiceState>> = {
  STOPPED: 'stopped',
  STARTPENDING: 'start-pending',
  STOPPENDING: 'stop-pending',
  RUNNING: 'running',
  CONTINUEPENDING: 'continue-pending',
  PAUSEPENDING: 'pause-pending',
  PAUSED: 'paused',
}

export function serviceStateOf(status: string): ServiceState {
  return states[status.toUpperCase().replace(/[ _]/g, '')] ?? 'unknown'
}

const startTypes: Readonly<Record<string, ServiceStartType>> = {
  BOOT_START: 'boot',
  SYSTEM_START: 'system',
  AUTO_START: 'automatic',
  DEMAND_START: 'manual',
  DISABLED: 'disabled',
  // Get-Service and Win32_Service
  BOOT: 'boot',
  SYSTEM: 'system',
  AUTOMATIC: 'automatic',
  AUTOMATICDELAYEDSTART: 'automatic',
  AUTO: 'automatic',
  MANUAL: 'manual',
}

export function startTypeOf(startType: string): ServiceStartType {
  return startTypes[startType.toUpperCase()] ?? 'unknown'
}
