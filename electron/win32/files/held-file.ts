/**
 * A file held open, so that what is checked is what is shown. Opens it once, so that nobody can change or replace it
 * meanwhile.
 */
import { open, stat } from 'node:fs/promises'
import { win32 } from 'node:path'
import type { Probe } from '../../../shared/model/probe.ts'
import { callAsync } from '../bridge/call-async.ts'
import {
  FILE_SHARE_READ,
  GENERIC_READ,
  INVALID_HANDLE_VALUE,
  kernel32,
  OPEN_EXISTING,
} from '../bridge/kernel32.ts'
import type { Pointer } from '../bridge/load-koffi.ts'
import { deniedFor, failedFor, probeForError, unavailable } from '../bridge/reasons.ts'

/** What tells that a file is still the one that was looked at. */
export interface FileStamp {
  readonly sizeBytes: bigint
  /** In counts of 100 ns, as Windows keeps it. */
  readonly modifiedTicks: bigint
}

export interface HeldFile extends FileStamp {
  /** As it is given to Windows: with `\\?\` where it would mean something else without. */
  readonly path: string
  readonly handle: Pointer
}

const longestPlainPath = 247
const unixEpochTicks = 116_444_736_000_000_000n

/**
 * A part whose last letter Win32 drops, so that `C:\Program Files \x.exe` would be another file. `.` and `..` are no names.
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
const partThatChanges = /(?:^|[\\/])(?!\.{1,2}(?:[\\/]|$))[^\\/]*[ .](?=[\\/]|$)/

/** Ordinary paths stay as they are: some functions do not know the `\\?\` form, which is taken letter by letter. */
export function pathForWindows(path: string): string {
  if (path.startsWith('\\\\?\\')) return path
  const isOrdinary = path.length <= longestPlainPath && !partThatChanges.test(path)
  return isOrdinary ? path : win32.toNamespacedPath(path)
}

/** A look from outside, without opening. */
export async function readFileStamp(path: string): Promise<FileStamp | Probe<never>> {
  try {
    const status = await stat(path, { bigint: true })
    return { sizeBytes: status.size, modifiedTicks: status.mtimeNs / 100n + unixEpochTicks }
  } catch (error) {
    return probeForNodeError(error)
  }
}

/** While `use` runs, others may read the file, but not write, replace or delete it. */
export async function withHeldFile<T>(
  path: string,
  use: (file: HeldFile) => Promise<T>,
): Promise<T | Probe<never>> {
  const api = kernel32()
  if (!api.ok) return unavailable(api.failure)
  // C text ends at a NUL: what is opened would not be what was named.
  if (path === '' || path.includes('\0')) return failedFor('file-missing')
  const windowsPath = pathForWindows(path)
  const handle = await callAsync(
    api.value.CreateFileW,
    windowsPath,
    GENERIC_READ,
    FILE_SHARE_READ,
    null,
    OPEN_EXISTING,
    0,
    null,
  )
  if (handle === null || handle === INVALID_HANDLE_VALUE) return whyNotOpened(path)
  try {
    const information = Buffer.alloc(52)
    if (api.value.GetFileInformationByHandle(handle, information) === 0) {
      return probeForError(api.value.GetLastError())
    }
    return await use({ path: windowsPath, handle, ...readFileInformation(information) })
  } finally {
    api.value.CloseHandle(handle)
  }
}

/** https://learn.microsoft.com/windows/win32/api/fileapi/ns-fileapi-by_handle_file_information */
export function readFileInformation(information: Buffer): FileStamp {
  const wide = (high: number, low: number): bigint =>
    (BigInt(information.readUInt32LE(high)) << 32n) | BigInt(information.readUInt32LE(low))
  return { modifiedTicks: wide(24, 20), sizeBytes: wide(32, 36) }
}

/** `GetLastError` means nothing after an asynchronous call, so Node is asked for the reason. */
async function whyNotOpened(path: string): Promise<Probe<never>> {
  try {
    const file = await open(path, 'r')
    await file.close()
    // Node lets others write meanwhile, we do not: so somebody has it open for writing.
    return failedFor('file-in-use')
  } catch (error) {
    return probeForNodeError(error)
  }
}

/** What a failed look through Node's own functions means. */
export function probeForNodeError(error: unknown): Probe<never> {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
    case 'ERR_INVALID_ARG_VALUE':
      return failedFor('file-missing')
    case 'EACCES':
    case 'EPERM':
      return deniedFor('needs-admin')
    case 'EBUSY':
      return failedFor('file-in-use')
    default:
      return failedFor('windows-error')
  }
}
