/**
 * Whether a program file's own certificate table names an organization. A cheap first look before the slow signature
 * check.
 */
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import type { Probe } from '../../../shared/model/probe.ts'
import { known } from '../../../shared/model/probe.ts'
import { pathForWindows, probeForNodeError } from './held-file.ts'
import { lookIntoFile } from './look-into-file.ts'
import {
  dosHeaderBytes,
  headersBytes,
  readCertificateTable,
  readHeadersOffset,
} from '../bytes/read-certificate-table.ts'
import { failedFor, skippedFor } from '../bridge/reasons.ts'

/** A signature with its chain and time stamp takes 10 to 30 KiB; the table may claim 4 GiB. */
const mostTableBytes = 256 * 1024

/**
 * True proves nothing: anybody can write a name into a file. False means that no certificate in the file is the
 * organization's own, as its name would stand there; Windows' catalogues are not looked at.
 * @param organization as a certificate writes it, for example `Apple Inc.`
 */
export function namesOrganization(
  path: string,
  organization: string,
  signal?: AbortSignal,
): Promise<Probe<boolean>> {
  return lookIntoFile(path, () => lookInto(path, organization, signal), signal)
}

async function lookInto(
  path: string,
  organization: string,
  signal: AbortSignal | undefined,
): Promise<Probe<boolean>> {
  let file: FileHandle | undefined
  try {
    file = await open(process.platform === 'win32' ? pathForWindows(path) : path, 'r')
    const table = await readTable(file)
    if (table === 'none') return known(false)
    if (table === 'unreadable') return failedFor('unreadable')
    if (signal?.aborted === true) return skippedFor('cancelled')
    return known(holdsName(table, organization))
  } catch (error) {
    return probeForNodeError(error)
  } finally {
    await file?.close().catch(() => undefined)
  }
}

async function readTable(file: FileHandle): Promise<Buffer | 'none' | 'unreadable'> {
  const status = await file.stat()
  if (!status.isFile()) return 'unreadable'
  const headersOffset = readHeadersOffset(await readAt(file, 0, dosHeaderBytes))
  if (headersOffset === null) return 'none'
  const table = readCertificateTable(await readAt(file, headersOffset, headersBytes))
  if (table === 'none') return 'none'
  // A file that says where its table is and has none there was cut, or is being written.
  if (table === 'cut' || table.offset + table.sizeBytes > status.size) return 'unreadable'
  return readAt(file, table.offset, Math.min(table.sizeBytes, mostTableBytes))
}

/** Fewer bytes where the file ends. */
async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  let count = 0
  while (count < length) {
    const { bytesRead } = await file.read(bytes, count, length - count, position + count)
    if (bytesRead === 0) break
    count += bytesRead
  }
  return bytes.subarray(0, count)
}

/** Certificates write names as ASCII or UTF-8, older ones as UTF-16 with the high byte first. */
function holdsName(table: Buffer, organization: string): boolean {
  if (organization === '') return false
  const lowFirst = Buffer.from(organization, 'utf16le')
  const highFirst = Buffer.from(lowFirst).swap16()
  const spellings = [Buffer.from(organization, 'utf8'), highFirst, lowFirst]
  return spellings.some((spelling) => table.includes(spelling))
}
