/** A file's digital signature. */
import { z } from 'zod'
import { named, utcSchema, wordOf, type TypeOf } from './schema.ts'

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

const subjectSchema = z.object({
  /** CN. Empty when the certificate has none. */
  commonName: z.string(),
  /** O. Empty when the certificate has none. */
  organization: z.string(),
})
export type CertificateSubject = TypeOf<typeof subjectSchema>

export const signatureSchema = named(
  'Signature',
  z
    .object({
      verdict: wordOf(signatureVerdicts),
      /** In the file itself, or in a catalogue file of Windows that lists the file. Null when there is none. */
      where: wordOf(['embedded', 'catalogue']).nullable(),
      /** Unsigned: 0 or an error such as 0x80096010. */
      code: z.number().describe('What Windows answered; 0 is "sound".'),
      /** A self-made certificate may claim any name. */
      signer: subjectSchema.nullable(),
      /** Common name of who issued the signer's certificate. */
      issuer: z.string().nullable(),
      /** When a time stamp authority saw the signature. */
      stampedAtUtc: utcSchema.nullable(),
    })
    .describe('The signer is only as good as the verdict: anybody may claim any name.'),
)
export type Signature = TypeOf<typeof signatureSchema>
