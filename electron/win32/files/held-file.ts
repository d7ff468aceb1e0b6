/**
 * A file held open, so that what is checked is what is shown. Opened once: nobody can change it meanwhile. Whoever
 * updates it may put another in its place; what is held stays what it was.
 */
import { open, stat } from 'node:fs/promises'
import { win32 } from 'node:path'
import type { Probe } from '../../../shared/model/probe.ts'
import { callAsync } from '../bridge/call-async.ts'
import {
  FILE_SHARE_DELETE,
  FILE_SHARE_READ,
  GENERIC_READ,
  INVALID_HANDLE_VALUE,
  kernel32,
  OPEN_EXISTING,
} from '../bridge/kernel32.ts'
import type { Kernel32 } from '../bridge/kernel32.ts'
import type { Pointer } from '../bridge/load-koffi.ts'
import { deniedFor, failedFor, unavailable } from '../bridge/reasons.ts'

/** What tells that a file is still the one that was looked at. All of it: a copy can be given another's times. */
export interface FileStamp {
  readonly sizeBytes: bigint
  /** Of the file on its drive: another file in its place has another. */
  readonly id: bigint
  readonly modifiedNs: bigint
  /** When anything of it was changed, its times included. */
  readonly changedNs: bigint
}

/** Bytes from a place of the file; fewer where it ends. */
export type ReadAt = (position: number, length: number) => Promise<Buffer>

export interface HeldFile {
  /** As it is given to Windows: with `\\?\` where it would mean something else without. */
  readonly path: string
  readonly handle: Pointer
  readonly readAt: ReadAt
}

const longestPlainPath = 247

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
    const { size, ino, mtimeNs, ctimeNs } = await stat(path, { bigint: true })
    return { sizeBytes: size, id: ino, modifiedNs: mtimeNs, changedNs: ctimeNs }
  } catch (error) {
    return probeForNodeError(error)
  }
}

/** While `use` runs, others may read the file, rename it or delete it, but not write to it. */
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
    FILE_SHARE_READ | FILE_SHARE_DELETE,
    null,
    OPEN_EXISTING,
    0,
    null,
  )
  if (handle === null || handle === INVALID_HANDLE_VALUE) return whyNotOpened(path)
  try {
    const readAt: ReadAt = (position, length) => readFrom(api.value, handle, position, length)
    return await use({ path: windowsPath, handle, readAt })
  } finally {
    api.value.CloseHandle(handle)
  }
}

/** https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-readfile */
async function readFrom(
  api: Kernel32,
  handle: Pointer,
  position: number,
  length: number,
): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const count = Buffer.alloc(4)
  const overlapped = Buffer.alloc(32)
  overlapped.writeBigUInt64LE(BigInt(position), 16)
  const worked = await callAsync(api.ReadFile, handle, bytes, length, count, overlapped)
  return bytes.subarray(0, worked === 0 ? 0 : Math.min(length, count.readUInt32LE()))
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
