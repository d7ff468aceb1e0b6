/** Declarations of version.dll, under Microsoft's names. */
import type { Native } from './load-koffi.ts'
import { systemLibrary } from './system-library.ts'

export interface Version {
  /** https://learn.microsoft.com/windows/win32/api/winver/nf-winver-getfileversioninfosizeexw */
  readonly GetFileVersionInfoSizeExW: Native<
    [flags: number, fileName: string, ignored: Buffer],
    number
  >
  /** https://learn.microsoft.com/windows/win32/api/winver/nf-winver-getfileversioninfoexw */
  readonly GetFileVersionInfoExW: Native<
    [flags: number, fileName: string, ignored: number, lengthBytes: number, data: Buffer],
    number
  >
}

export const version = systemLibrary<Version>('version.dll', (declare) => ({
  GetFileVersionInfoSizeExW: declare('GetFileVersionInfoSizeExW', 'uint32', [
    'uint32',
    'str16',
    'void *',
  ]),
  GetFileVersionInfoExW: declare('GetFileVersionInfoExW', 'int32', [
    'uint32',
    'str16',
    'uint32',
    'uint32',
    'void *',
  ]),
}))

/** The program file's own resource, not that of a language file beside it. */
export const FILE_VER_GET_NEUTRAL = 2
