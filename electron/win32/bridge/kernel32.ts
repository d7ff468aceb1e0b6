/** Declarations of kernel32.dll, under Microsoft's names. */
import type { Native, Pointer } from './load-koffi.ts'
import { systemLibrary } from './system-library.ts'

export interface Kernel32 {
  /** https://learn.microsoft.com/windows/win32/api/errhandlingapi/nf-errhandlingapi-getlasterror */
  readonly GetLastError: Native<[], number>
  /** https://learn.microsoft.com/windows/win32/api/handleapi/nf-handleapi-closehandle */
  readonly CloseHandle: Native<[handle: Pointer], number>
  /** https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getcurrentprocess */
  readonly GetCurrentProcess: Native<[], Pointer>
  /** https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-openprocess */
  readonly OpenProcess: Native<
    [desiredAccess: number, inheritHandle: number, processId: number],
    Pointer | null
  >
  /** https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getprocesstimes */
  readonly GetProcessTimes: Native<
    [process: Pointer, creation: Buffer, exit: Buffer, kernel: Buffer, user: Buffer],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-getexitcodeprocess */
  readonly GetExitCodeProcess: Native<[process: Pointer, exitCode: Buffer], number>
  /** https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-queryfullprocessimagenamew */
  readonly QueryFullProcessImageNameW: Native<
    [process: Pointer, flags: number, name: Buffer, sizeChars: Buffer],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-querydosdevicew */
  readonly QueryDosDeviceW: Native<
    [deviceName: string, targetPath: Buffer, maxChars: number],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-openmutexw */
  readonly OpenMutexW: Native<
    [desiredAccess: number, inheritHandle: number, name: string],
    Pointer | null
  >
  /** https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-getlogicaldrives */
  readonly GetLogicalDrives: Native<[], number>
  /** https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-createfilew */
  readonly CreateFileW: Native<
    [
      fileName: string,
      desiredAccess: number,
      shareMode: number,
      securityAttributes: null,
      creationDisposition: number,
      flagsAndAttributes: number,
      templateFile: null,
    ],
    Pointer | null
  >
  /** https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-readfile */
  readonly ReadFile: Native<
    [file: Pointer, bytes: Buffer, count: number, read: Buffer, overlapped: Buffer],
    number
  >
}

export const kernel32 = systemLibrary<Kernel32>('kernel32.dll', (declare) => ({
  GetLastError: declare('GetLastError', 'uint32', []),
  CloseHandle: declare('CloseHandle', 'int32', ['void *']),
  GetCurrentProcess: declare('GetCurrentProcess', 'void *', []),
  OpenProcess: declare('OpenProcess', 'void *', ['uint32', 'int32', 'uint32']),
  GetProcessTimes: declare('GetProcessTimes', 'int32', [
    'void *',
    'void *',
    'void *',
    'void *',
    'void *',
  ]),
  GetExitCodeProcess: declare('GetExitCodeProcess', 'int32', ['void *', 'void *']),
  QueryFullProcessImageNameW: declare('QueryFullProcessImageNameW', 'int32', [
    'void *',
    'uint32',
    'void *',
    'void *',
  ]),
  QueryDosDeviceW: declare('QueryDosDeviceW', 'uint32', ['str16', 'void *', 'uint32']),
  OpenMutexW: declare('OpenMutexW', 'void *', ['uint32', 'int32', 'str16']),
  GetLogicalDrives: declare('GetLogicalDrives', 'uint32', []),
  CreateFileW: declare('CreateFileW', 'void *', [
    'str16',
    'uint32',
    'uint32',
    'void *',
    'uint32',
    'uint32',
    'void *',
  ]),
  ReadFile: declare('ReadFile', 'int32', ['void *', 'void *', 'uint32', 'void *', 'void *']),
}))

/** https://learn.microsoft.com/windows/win32/procthread/process-security-and-access-rights */
export const PROCESS_QUERY_LIMITED_INFORMATION = 0x1000
/** https://learn.microsoft.com/windows/win32/sync/synchronization-object-security-and-access-rights */
export const MUTANT_QUERY_STATE = 1
/** The exit code of a process that has not exited. */
export const STILL_ACTIVE = 259

export const GENERIC_READ = 0x80000000
export const FILE_SHARE_READ = 1
export const FILE_SHARE_DELETE = 4
export const OPEN_EXISTING = 3
export const INVALID_HANDLE_VALUE = 0xffffffffffffffffn
