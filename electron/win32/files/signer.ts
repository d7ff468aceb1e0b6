/** Signer, issuer and time stamp of a checked signature. */
import type { CertificateSubject } from '../../../shared/model/signature.ts'
import {
  CERT_NAME_ATTR_TYPE,
  CERT_NAME_ISSUER_FLAG,
  crypt32,
  szOID_COMMON_NAME,
  szOID_ORGANIZATION_NAME,
} from '../bridge/crypt32.ts'
import type { Crypt32 } from '../bridge/crypt32.ts'
import type { Koffi, Pointer } from '../bridge/load-koffi.ts'
import { copyMemory } from '../bridge/native-memory.ts'
import {
  certificateRecordBytes,
  readCertificateAddress,
  readSignerRecord,
  signerRecordBytes,
} from '../bytes/read-provider-signer.ts'
import { readTerminatedString } from '../bridge/read-strings.ts'
import type { Wintrust } from '../bridge/wintrust.ts'

export interface SignerFacts {
  readonly signer: CertificateSubject | null
  readonly issuer: string | null
  readonly stampedAtUtc: string | null
}

export const noSigner: SignerFacts = { signer: null, issuer: null, stampedAtUtc: null }

/** To be asked before the check is closed: closing frees everything that is read here. */
export function readSigner(koffi: Koffi, api: Wintrust, stateData: Pointer): SignerFacts {
  const names = crypt32()
  if (stateData === 0n || !names.ok) return noSigner
  const provider = api.WTHelperProvDataFromStateData(stateData)
  if (provider === null) return noSigner
  const signer = api.WTHelperGetProvSignerFromChain(provider, 0, 0, 0)
  if (signer === null) return noSigner

  const stampedAtUtc = readStamp(koffi, api, provider, signer)
  const record = api.WTHelperGetProvCertFromChain(signer, 0)
  const certificate =
    record === null
      ? null
      : readCertificateAddress(copyMemory(koffi, record, certificateRecordBytes))
  if (certificate === null) return { ...noSigner, stampedAtUtc }
  return {
    signer: {
      commonName: nameOf(names.value, certificate, 0, szOID_COMMON_NAME),
      organization: nameOf(names.value, certificate, 0, szOID_ORGANIZATION_NAME),
    },
    issuer: nameOf(names.value, certificate, CERT_NAME_ISSUER_FLAG, szOID_COMMON_NAME),
    stampedAtUtc,
  }
}

function readStamp(koffi: Koffi, api: Wintrust, provider: Pointer, signer: Pointer): string | null {
  const record = readSignerRecord(copyMemory(koffi, signer, signerRecordBytes))
  if (record?.hasCounterSigner !== true) return null
  const stamp = api.WTHelperGetProvSignerFromChain(provider, 0, 1, 0)
  if (stamp === null) return null
  return readSignerRecord(copyMemory(koffi, stamp, signerRecordBytes))?.verifiedAsOfUtc ?? null
}

/** The length is told first; a name of any length is read whole. */
function nameOf(api: Crypt32, certificate: Pointer, flags: number, attribute: string): string {
  const type = CERT_NAME_ATTR_TYPE
  const chars = api.CertGetNameStringW(certificate, type, flags, attribute, null, 0)
  if (chars <= 1) return ''
  const name = Buffer.alloc(2 * chars)
  api.CertGetNameStringW(certificate, type, flags, attribute, name, chars)
  return readTerminatedString(name)
}
