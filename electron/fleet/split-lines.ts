/** Lines out of bytes, without keeping more than a piece of the file and one of them. */

export interface LineHandler {
  /**
   * @param text a part of a larger text: whoever keeps it keeps all of that.
   * @param at from 1; blank lines count, and are not told.
   */
  readonly onLine: (text: string, at: number, isLast: boolean) => void | Promise<void>
  readonly onTooLong: (at: number) => void
}

/** Longer than a snapshot of any PC. */
export const longestLineBytes = 8_000_000

/** Longer than a line of this program or an answer to its question. */
const longLineBytes = 16_000

const lineEnd = 0x0a

export async function splitLines(
  chunks: AsyncIterable<Buffer>,
  { onLine, onTooLong }: LineHandler,
): Promise<void> {
  /** Pieces of a line that the last chunk did not end. */
  let pieces: Buffer[] = []
  let length = 0
  let at = 1
  let isTooLong = false

  /** The rest of the line that was begun; true where it was too long. */
  const endLine = (chunk: Buffer, to: number): string | null => {
    const isWhole = !isTooLong && length + to <= longestLineBytes
    const text = isWhole ? Buffer.concat([...pieces, chunk.subarray(0, to)]).toString('utf8') : null
    pieces = []
    length = 0
    isTooLong = false
    return text
  }

  for await (const chunk of chunks) {
    let from = 0
    const first = chunk.indexOf(lineEnd)
    const last = first < 0 ? -1 : chunk.lastIndexOf(lineEnd)
    if (first >= 0 && (isTooLong || pieces.length > 0)) {
      const text = endLine(chunk, first)
      if (text === null) onTooLong(at)
      else if (text.trim() !== '') await onLine(text, at, false)
      at += 1
      from = first + 1
    }
    while (last >= from) {
      // Short lines all at once: a text for each of them would be the larger part of the work.
      const next = chunk.indexOf(lineEnd, from)
      const to = next - from > longLineBytes ? next : last
      const text = chunk.toString('utf8', from, to)
      for (let begin = 0; begin <= text.length;) {
        const found = text.indexOf('\n', begin)
        const end = found < 0 ? text.length : found
        const line = text.slice(begin, end)
        if (!isBlank(line)) {
          const waits = onLine(line, at, false)
          if (waits !== undefined) await waits
        }
        at += 1
        begin = end + 1
      }
      from = to + 1
    }
    if (from >= chunk.length) continue
    length += chunk.length - from
    if (length > longestLineBytes) {
      isTooLong = true
      pieces = []
      // The chunk's memory is used again: only what is kept is copied.
    } else pieces.push(Buffer.from(chunk.subarray(from)))
  }
  if (!isTooLong && pieces.length === 0) return
  const text = endLine(Buffer.alloc(0), 0)
  if (text === null) onTooLong(at)
  else if (text.trim() !== '') await onLine(text, at, true)
}

const openBrace = 0x7b
const isBlank = (line: string): boolean => line.charCodeAt(0) !== openBrace && line.trim() === ''
