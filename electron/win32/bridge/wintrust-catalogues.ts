/**
 * Declarations of wintrust.dll, under Microsoft's names: catalogues, the files in which Windows keeps the
 * signatures of its own programs. Apart from `wintrust.ts`, because the newer of them are not everywhere.
 */
import type { Native, Pointer } from './load-koffi.ts'
import { systemLibrary } from './system-library.ts'

export interface WintrustCatalogues {
  /** https://learn.microsoft.com/windows/win32/api/mscat/nf-mscat-cryptcatadminacquirecontext */
  readonly CryptCATAdminAcquireContext: Native<
    [context: Buffer, subsystem: null, flags: number],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/mscat/nf-mscat-cryptcatadmincalchashfromfilehandle */
  readonly CryptCATAdminCalcHashFromFileHandle: Native<
    [file: Pointer, sizeBytes: Buffer, hash: Buffer, flags: number],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/mscat/nf-mscat-cryptcatadminenumcatalogfromhash */
  readonly CryptCATAdminEnumCatalogFromHash: Native<
    [context: Pointer, hash: Buffer, sizeBytes: number, flags: number, previous: null],
    Pointer | null
  >
  /** https://learn.microsoft.com/windows/win32/api/mscat/nf-mscat-cryptcatcataloginfofromcontext */
  readonly CryptCATCatalogInfoFromContext: Native<
    [catalogue: Pointer, information: Buffer, flags: number],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/mscat/nf-mscat-cryptcatadminreleasecatalogcontext */
  readonly CryptCATAdminReleaseCatalogContext: Native<
    [context: Pointer, catalogue: Pointer, flags: number],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/mscat/nf-mscat-cryptcatadminreleasecontext */
  readonly CryptCATAdminReleaseContext: Native<[context: Pointer, flags: number], number>
}

export const wintrustCatalogues = systemLibrary<WintrustCatalogues>('wintrust.dll', (declare) => ({
  CryptCATAdminAcquireContext: declare('CryptCATAdminAcquireContext', 'int32', [
    'void *',
    'void *',
    'uint32',
  ]),
  CryptCATAdminCalcHashFromFileHandle: declare('CryptCATAdminCalcHashFromFileHandle', 'int32', [
    'void *',
    'void *',
    'void *',
    'uint32',
  ]),
  CryptCATAdminEnumCatalogFromHash: declare('CryptCATAdminEnumCatalogFromHash', 'void *', [
    'void *',
    'void *',
    'uint32',
    'uint32',
    'void *',
  ]),
  CryptCATCatalogInfoFromContext: declare('CryptCATCatalogInfoFromContext', 'int32', [
    'void *',
    'void *',
    'uint32',
  ]),
  CryptCATAdminReleaseCatalogContext: declare('CryptCATAdminReleaseCatalogContext', 'int32', [
    'void *',
    'void *',
    'uint32',
  ]),
  CryptCATAdminReleaseContext: declare('CryptCATAdminReleaseContext', 'int32', [
    'void *',
    'uint32',
  ]),
}))

/** Windows 8 and newer: hashes other than SHA-1. */
export interface WintrustCatalogues2 {
  /** https://learn.microsoft.com/windows/win32/api/mscat/nf-mscat-cryptcatadminacquirecontext2 */
  readonly CryptCATAdminAcquireContext2: Native<
    [context: Buffer, subsystem: null, hashAlgorithm: string, policy: null, flags: number],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/mscat/nf-mscat-cryptcatadmincalchashfromfilehandle2 */
  readonly CryptCATAdminCalcHashFromFileHandle2: Native<
    [context: Pointer, file: Pointer, sizeBytes: Buffer, hash: Buffer, flags: number],
    number
  >
}

export const wintrustCatalogues2 = systemLibrary<WintrustCatalogues2>(
  'wintrust.dll',
  (declare) => ({
    CryptCATAdminAcquireContext2: declare('CryptCATAdminAcquireContext2', 'int32', [
      'void *',
      'void *',
      'str16',
      'void *',
      'uint32',
    ]),
    CryptCATAdminCalcHashFromFileHandle2: declare('CryptCATAdminCalcHashFromFileHandle2', 'int32', [
      'void *',
      'void *',
      'void *',
      'void *',
      'uint32',
    ]),
  }),
)
