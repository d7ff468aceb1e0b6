/** Declarations of ntdll.dll, under Microsoft's names. */
import type { Native, Pointer } from './load-koffi.ts'
import { systemLibrary } from './system-library.ts'

export interface Ntdll {
  /** https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-ntquerysysteminformation */
  readonly NtQuerySystemInformation: Native<
    [informationClass: number, information: Buffer, lengthBytes: number, returnLength: Buffer],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-ntqueryinformationprocess */
  readonly NtQueryInformationProcess: Native<
    [
      process: Pointer,
      informationClass: number,
      information: Buffer,
      lengthBytes: number,
      returnLength: Buffer,
    ],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/winternl/ (not in its list, unchanged since Windows NT) */
  readonly NtQueryMutant: Native<
    [
      mutant: Pointer,
      informationClass: number,
      information: Buffer,
      lengthBytes: number,
      returnLength: null,
    ],
    number
  >
}

export const ntdll = systemLibrary<Ntdll>('ntdll.dll', (declare) => ({
  NtQuerySystemInformation: declare('NtQuerySystemInformation', 'uint32', [
    'uint32',
    'void *',
    'uint32',
    'void *',
  ]),
  NtQueryInformationProcess: declare('NtQueryInformationProcess', 'uint32', [
    'void *',
    'uint32',
    'void *',
    'uint32',
    'void *',
  ]),
  NtQueryMutant: declare('NtQueryMutant', 'uint32', [
    'void *',
    'uint32',
    'void *',
    'uint32',
    'void *',
  ]),
}))

export const MutantBasicInformation = 0
export const SystemProcessInformation = 5
/** Not in the documentation, but unchanged since Windows Vista; Task Manager uses it. */
export const SystemProcessIdInformation = 88

/** Since Windows 8.1; asks for no more than the right to query a little. Task Manager uses it. */
export const ProcessCommandLineInformation = 60

/** https://learn.microsoft.com/openspecs/windows_protocols/ms-erref/596a1078-e883-4972-9bbc-49e60bebca55 */
export const STATUS_SUCCESS = 0
export const STATUS_INFO_LENGTH_MISMATCH = 0xc0000004
export const STATUS_INVALID_INFO_CLASS = 0xc0000003
export const STATUS_INVALID_CID = 0xc000000b
export const STATUS_ACCESS_DENIED = 0xc0000022
export const STATUS_BUFFER_OVERFLOW = 0x80000005
export const STATUS_BUFFER_TOO_SMALL = 0xc0000023
