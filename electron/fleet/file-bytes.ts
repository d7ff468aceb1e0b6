/** The bytes of a file in pieces, as UTF-8 without a byte order mark whatever they were before. */
import type { FileHandle } from 'node:fs/promises'
import { TextDecoder } from 'node:util'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

/** The beginning that tells what a file is. */
export const headBytes = 1_000_000
const chunkBytes = 1_000_000

/** By the byte order mark, or by the zeros that every second byte of UTF-16 is where English words are written. */
export function encodingOf(head: Uint8Array): {
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
  file: FileHandle,
  { encoding, markBytes }: ReturnType<typeof encodingOf>,
  { onBytes, signal }: ReadProgress,
): AsyncGenerator<Buffer> {
  const buffer = Buffer.allocUnsafe(chunkBytes)
  const decode = encoding === 'utf-8' ? null : decoderOf(encoding)
  let position = markBytes
  for (;;) {
    signal.throwIfAborted()
    const { bytesRead } = await file.read(buffer, 0, chunkBytes, position)
    if (bytesRead === 0) break
    position += bytesRead
    onBytes(bytesRead)
    const chunk = buffer.subarray(0, bytesRead)
    yield decode === null ? chunk : Buffer.from(decode(chunk), 'utf8')
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
