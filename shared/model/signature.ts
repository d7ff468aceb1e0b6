/** A file's digital signature. */
export const signaturePlaces = ['embedded', 'catalogue'] as const
type SignaturePlace = (typeof signaturePlaces)[number]

/**
 * - `trusted`: unchanged since it was signed, and the certificate leads to a root that this PC trusts.
 * - `untrusted-root`: unchanged, but this PC trusts nobody in the certificate's chain (self-signed, for example).
 * - `expired`: the certificate had run out, and no time stamp shows that the signature is older.
 * - `revoked`: the certificate was called back, as far as this PC knows without asking the network.
 * - `distrusted`: this PC was told not to trust this certificate.
 * - `tampered`: the file was changed after it was signed.
 * - `none`: neither in the file nor in a catalogue of Windows.
 * - `cannot-tell`: Windows gave another answer; `code` has it.
 */
export const signatureVerdicts = [
  'trusted',
  'untrusted-root',
  'expired',
  'revoked',
  'distrusted',
  'tampered',
  'none',
  'cannot-tell',
] as const
export type SignatureVerdict = (typeof signatureVerdicts)[number]

export interface Signature {
  readonly verdict: SignatureVerdict
  /** In the file itself, or in a catalogue file of Windows that lists the file. Null when there is none. */
  readonly where: SignaturePlace | null
  /** What Windows answered, unsigned: 0 or an error such as 0x80096010. */
  readonly code: number
  /** Only as good as the verdict: a self-made certificate may claim any name. */
  readonly signer: CertificateSubject | null
  /** Common name of who issued the signer's certificate. */
  readonly issuer: string | null
  /** ISO 8601, UTC: when a time stamp authority saw the signature. */
  readonly stampedAtUtc: string | null
}

export interface CertificateSubject {
  /** CN. Empty when the certificate has none. */
  readonly commonName: string
  /** O. Empty when the certificate has none. */
  readonly organization: string
}
