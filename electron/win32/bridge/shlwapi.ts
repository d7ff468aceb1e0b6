/** Declarations of shlwapi.dll, under Microsoft's names. */
import type { Native } from './load-koffi.ts'
import { systemLibrary } from './system-library.ts'

export interface Shlwapi {
  /** https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-shloadindirectstring */
  readonly SHLoadIndirectString: Native<
    [source: string, text: Buffer, letters: number, reserved: null],
    number
  >
}

export const shlwapi = systemLibrary<Shlwapi>('shlwapi.dll', (declare) => ({
  SHLoadIndirectString: declare('SHLoadIndirectString', 'int32', [
    'str16',
    'void *',
    'uint32',
    'void *',
  ]),
}))
