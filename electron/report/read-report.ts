/** Reading a saved report out of a file. */
import { constants } from 'node:fs'
import { open, stat, type FileHandle } from 'node:fs/promises'
import { isDevice } from './device-name.ts'
import { failure, success, type Result } from '../../shared/model/result.ts'
import { decodeText, type NoText } from '../../shared/report/read/decode-text.ts'
import {
  parseReport,
  type ParseFailure,
  type ReadReport,
} from '../../shared/report/read/parse-report.ts'
import { systemCode } from './write-report.ts'

export const reportSizeLimitBytes = 32_000_000

export type OpenFailure =
  | ParseFailure
  | { readonly code: 'openMissing' | 'openFolder' | 'openEmpty' | 'openNotFile' | 'openBusy' }
  | { readonly code: 'openOther'; readonly kind: NoText }
  | { readonly code: 'openDenied'; readonly detail: string }
  | { readonly code: 'openTooLarge'; readonly sizeBytes: number }

export async function readReport(file: string): Promise<Result<ReadReport, OpenFailure>> {
  const text = await readText(file)
  return text.ok ? parseReport(text.value) : text
}

/** @param bytes of a file that somebody handed over. */
export function readReportBytes(bytes: Uint8Array): Result<ReadReport, OpenFailure> {
  const text = textOf(bytes)
  return text.ok ? parseReport(text.value) : text
}

async function readText(file: string): Promise<Result<string, OpenFailure>> {
  const bytes = await readFileBytes(file)
  return bytes.ok ? textOf(bytes.value) : bytes
}

/** @param most bytes from the beginning; the whole of it unless told, and then no more than a report may have. */
export async function readFileBytes(
  file: string,
  most = reportSizeLimitBytes + 1,
): Promise<Result<Uint8Array, OpenFailure>> {
  if (isDevice(file)) return failure({ code: 'openNotFile' })
  try {
    // Opening a pipe may wait for ever, and opening a device may do anything.
    const kind = refused(await stat(file))
    if (kind !== undefined) return failure(kind)
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const kind = refused(await handle.stat())
      if (kind !== undefined) return failure(kind)
      return success(await readBytes(handle, most))
    } finally {
      await handle.close()
    }
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return failure({ code: 'openMissing' })
    if (code === 'EBUSY') return failure({ code: 'openBusy' })
    return failure({ code: 'openDenied', detail: code })
  }
}

function textOf(bytes: Uint8Array): Result<string, OpenFailure> {
  if (bytes.length > reportSizeLimitBytes) {
    return failure({ code: 'openTooLarge', sizeBytes: bytes.length })
  }
  const text = decodeText(bytes, decode)
  if (!text.ok) return failure({ code: 'openOther', kind: text.failure })
  return text.value.trim() === '' ? failure({ code: 'openEmpty' }) : text
}

type Stat = Pick<Awaited<ReturnType<typeof stat>>, 'isDirectory' | 'isFile'> & {
  readonly size: number
}

function refused(found: Stat): OpenFailure | undefined {
  if (found.isDirectory()) return { code: 'openFolder' }
  if (!found.isFile()) return { code: 'openNotFile' }
  if (found.size > reportSizeLimitBytes) return { code: 'openTooLarge', sizeBytes: found.size }
  return undefined
}

/** No more than the limit and one, even where the file grows meanwhile. */
async function readBytes(handle: FileHandle, most: number): Promise<Uint8Array> {
  const { size } = await handle.stat()
  const bytes = Buffer.allocUnsafe(Math.min(size + 1, most))
  let length = 0
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, null)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return bytes.subarray(0, length)
}

function decode(
  bytes: Uint8Array,
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be',
): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
