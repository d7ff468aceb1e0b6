/** The bytes of a file in pieces, as UTF-8 without a byte order mark whatever they were before. */
import { isUtf8 } from 'node:buffer'
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { TextDecoder } from 'node:util'
import type { FleetProblem } from '../../shared/model/fleet.ts'
import { systemCode } from '../report/write-report.ts'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** The beginning tells what a file is, and is all of most files. */
const headBytes = 1_000_000
const chunkBytes = 1_000_000
// A pipe would hold one of the four threads for as long as nobody writes to it.
const forReading = constants.O_RDONLY | constants.O_NONBLOCK

export interface FileHead extends ReturnType<typeof encodingOf> {
  readonly path: string
  readonly bytes: Buffer
  readonly isWhole: boolean
}

export interface NoFile {
  readonly problem: FleetProblem
  readonly detail: string
}

export function noFileOf(error: unknown): NoFile {
  const detail = systemCode(error)
  return { problem: detail === 'ENOENT' || detail === 'ENOTDIR' ? 'missing' : 'denied', detail }
}

/** Nothing stays open. */
export async function readHead(path: string): Promise<FileHead | NoFile> {
  try {
    const file = await open(path, forReading)
    try {
      const stat = await file.stat()
      if (!stat.isFile()) return { problem: 'unknown-kind', detail: '' }
      const bytes = Buffer.allocUnsafe(Math.min(stat.size, headBytes))
      const { bytesRead } = await file.read(bytes, 0, bytes.length, 0)
      const head = bytes.subarray(0, bytesRead)
      return { path, bytes: head, isWhole: stat.size <= bytesRead, ...encodingOf(head) }
    } finally {
      await file.close()
    }
  } catch (error) {
    return noFileOf(error)
  }
}

export function textOfHead({ bytes, encoding, markBytes }: FileHead): string {
  const own = bytes.subarray(markBytes)
  return encoding === 'utf-8' ? own.toString('utf8') : decoderOf(encoding)(own)
}

/** A table that Excel saved as plain CSV has a byte a letter. */
export function textEncodingOf({ bytes, encoding, isWhole }: FileHead): 'utf8' | 'latin1' {
  if (encoding !== 'utf-8') return 'utf8'
  // The head may end within a letter.
  const ends = isWhole ? [0] : [0, 1, 2, 3]
  return ends.some((less) => isUtf8(bytes.subarray(0, bytes.length - less))) ? 'utf8' : 'latin1'
}

/** By the byte order mark, or by the zeros that every second byte of UTF-16 is where English words are written. */
function encodingOf(head: Uint8Array): {
  readonly encoding: Encoding
  readonly markBytes: number
} {
  const [a, b, c, d] = head
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', markBytes: 3 }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', markBytes: 2 }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', markBytes: 2 }
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return { encoding: 'utf-16le', markBytes: 0 }
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return { encoding: 'utf-16be', markBytes: 0 }
  return { encoding: 'utf-8', markBytes: 0 }
}

export interface ReadProgress {
  readonly onBytes: (bytes: number) => void
  readonly signal: AbortSignal
}

/** Each piece's memory is used again for the next one. */
export async function* bytesOf(
  { path, bytes, isWhole, encoding, markBytes }: FileHead,
  { onBytes, signal }: ReadProgress,
): AsyncGenerator<Buffer> {
  const decode = encoding === 'utf-8' ? null : decoderOf(encoding)
  const utf8 = (chunk: Buffer) => (decode === null ? chunk : Buffer.from(decode(chunk), 'utf8'))
  onBytes(bytes.length)
  yield utf8(bytes.subarray(markBytes))
  if (isWhole) return
  const file = await open(path, forReading)
  try {
    const buffer = Buffer.allocUnsafe(chunkBytes)
    let position = bytes.length
    for (;;) {
      signal.throwIfAborted()
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, position)
      if (bytesRead === 0) return
      position += bytesRead
      onBytes(bytesRead)
      yield utf8(buffer.subarray(0, bytesRead))
    }
  } finally {
    await file.close()
  }
}

/** Node's small builds know UTF-16 of one byte order alone. */
function decoderOf(encoding: Exclude<Encoding, 'utf-8'>): (chunk: Buffer) => string {
  const decoder = new TextDecoder('utf-16le')
  let odd: Buffer = Buffer.alloc(0)
  return (chunk) => {
    if (encoding === 'utf-16le') return decoder.decode(chunk, { stream: true })
    const all = Buffer.concat([odd, chunk])
    const even = all.length & ~1
    odd = Buffer.from(all.subarray(even))
    return decoder.decode(Buffer.from(all.subarray(0, even)).swap16(), { stream: true })
  }
}
