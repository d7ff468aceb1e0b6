/**
 * CRYPT_PROVIDER_SGNR and CRYPT_PROVIDER_CERT, the records that a signature check leaves behind. Layouts of 64-bit
 * Windows, the same on x64 and ARM64.
 */
import { isoFromFiletime } from '../bridge/filetime.ts'

/** Up to and with `pasCounterSigners`: older versions of the record end there. */
export const signerRecordBytes = 56

export interface SignerRecord {
  /** The moment for which the certificates were checked: a time stamp's, or now. */
  readonly verifiedAsOfUtc: string | null
  readonly hasCounterSigner: boolean
}

/** https://learn.microsoft.com/windows/win32/api/wintrust/ns-wintrust-crypt_provider_sgnr */
export function readSignerRecord(bytes: Buffer): SignerRecord | null {
  if (bytes.length < signerRecordBytes || bytes.readUInt32LE(0) < signerRecordBytes) return null
  return {
    verifiedAsOfUtc: isoFromFiletime(bytes.readBigInt64LE(4)),
    hasCounterSigner: bytes.readUInt32LE(44) > 0 && bytes.readBigUInt64LE(48) !== 0n,
  }
}

export const certificateRecordBytes = 16

/**
 * The address of the certificate itself, or null.
 * https://learn.microsoft.com/windows/win32/api/wintrust/ns-wintrust-crypt_provider_cert
 */
export function readCertificateAddress(bytes: Buffer): bigint | null {
  if (bytes.length < certificateRecordBytes) return null
  if (bytes.readUInt32LE(0) < certificateRecordBytes) return null
  const address = bytes.readBigUInt64LE(8)
  return address === 0n ? null : address
}
