/**
 * Answers of WinVerifyTrust as verdicts.
 * https://learn.microsoft.com/windows/win32/seccrypto/certificate-and-trust-return-values
 */
import type { SignatureVerdict } from '../../../shared/model/signature.ts'

const verdicts: ReadonlyMap<number, SignatureVerdict> = new Map<number, SignatureVerdict>([
  [0, 'trusted'],
  /** TRUST_E_PROVIDER_UNKNOWN, TRUST_E_SUBJECT_FORM_UNKNOWN: no kind of file that can be signed. */
  [0x800b0001, 'none'],
  [0x800b0003, 'none'],
  /** TRUST_E_NOSIGNATURE */
  [0x800b0100, 'none'],
  /** CERT_E_EXPIRED */
  [0x800b0101, 'expired'],
  /** CERT_E_UNTRUSTEDROOT, CERT_E_CHAINING */
  [0x800b0109, 'untrusted-root'],
  [0x800b010a, 'untrusted-root'],
  /** CERT_E_REVOKED, CRYPT_E_REVOKED */
  [0x800b010c, 'revoked'],
  [0x80092010, 'revoked'],
  /** TRUST_E_EXPLICIT_DISTRUST */
  [0x800b0111, 'distrusted'],
  /** TRUST_E_BAD_DIGEST */
  [0x80096010, 'tampered'],
])

/** @param code unsigned, as in Microsoft's list. */
export function verdictOfTrustCode(code: number): SignatureVerdict {
  return verdicts.get(code) ?? 'cannot-tell'
}
