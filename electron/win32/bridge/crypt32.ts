/** Declarations of crypt32.dll, under Microsoft's names. */
import type { Native, Pointer } from './load-koffi.ts'
import { systemLibrary } from './system-library.ts'

export interface Crypt32 {
  /** https://learn.microsoft.com/windows/win32/api/wincrypt/nf-wincrypt-certgetnamestringw */
  readonly CertGetNameStringW: Native<
    [
      certificate: Pointer,
      type: number,
      flags: number,
      objectIdentifier: string,
      name: Buffer | null,
      sizeChars: number,
    ],
    number
  >
}

export const crypt32 = systemLibrary<Crypt32>('crypt32.dll', (declare) => ({
  CertGetNameStringW: declare('CertGetNameStringW', 'uint32', [
    'void *',
    'uint32',
    'uint32',
    'str',
    'void *',
    'uint32',
  ]),
}))

export const CERT_NAME_ATTR_TYPE = 3
export const CERT_NAME_ISSUER_FLAG = 1
export const szOID_COMMON_NAME = '2.5.4.3'
export const szOID_ORGANIZATION_NAME = '2.5.4.10'
