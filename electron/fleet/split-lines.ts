/** Lines out of bytes, without keeping more than a piece of the file and one of them. */

export interface LineHandler {
  /**
   * @param bytes where the line is until this returns: its memory is used again.
   * @param at from 1; blank lines count, and are not told.
   */
  readonly onLine: (
    bytes: Buffer,
    from: number,
    to: number,
    at: number,
    isLast: boolean,
  ) => void | Promise<void>
  readonly onTooLong: (at: number) => void
}

/** Longer than a snapshot of any PC. */
export const longestLineBytes = 8_000_000

const lineEnd = 0x0a

export async function splitLines(
  chunks: AsyncIterable<Buffer>,
  { onLine, onTooLong }: LineHandler,
): Promise<void> {
  /** Pieces of a line that the last chunk did not end. */
  let pieces: Buffer[] = []
  let length = 0
  let at = 1

  const tell = (bytes: Buffer, from: number, to: number, isLast: boolean): void | Promise<void> => {
    if (!isBlank(bytes, from, to)) return onLine(bytes, from, to, at, isLast)
  }
  /** The line that was begun, with the rest of it. */
  const endLine = (rest: Buffer, isLast: boolean): void | Promise<void> => {
    const isWhole = length + rest.length <= longestLineBytes
    const whole = isWhole ? Buffer.concat([...pieces, rest]) : null
    pieces = []
    length = 0
    if (whole === null) onTooLong(at)
    else return tell(whole, 0, whole.length, isLast)
  }

  for await (const chunk of chunks) {
    let from = 0
    for (;;) {
      // Many empty lines are sooner passed one by one than looked for.
      while (length === 0 && chunk[from] === lineEnd) {
        from += 1
        at += 1
      }
      const end = chunk.indexOf(lineEnd, from)
      if (end < 0) break
      const waits =
        length > 0 ? endLine(chunk.subarray(from, end), false) : tell(chunk, from, end, false)
      if (waits !== undefined) await waits
      at += 1
      from = end + 1
    }
    if (from >= chunk.length) continue
    length += chunk.length - from
    // The chunk's memory is used again: only what is kept is copied.
    if (length <= longestLineBytes) pieces.push(Buffer.from(chunk.subarray(from)))
    else pieces = []
  }
  if (length > 0) await endLine(Buffer.alloc(0), true)
}

const openBrace = 0x7b
const isBlank = (bytes: Buffer, from: number, to: number): boolean =>
  bytes[from] !== openBrace && bytes.toString('utf8', from, to).trim() === ''
