/** Lines out of bytes, without keeping more than a piece of the file and one of them. */

export interface LineSplitter {
  /** @param chunk its memory may be used again afterwards. */
  readonly feed: (chunk: Buffer) => void
  readonly end: () => void
}

export interface LineHandler {
  /**
   * @param bytes where the line is until this returns.
   * @param at from 1; blank lines count, and are not told.
   */
  readonly onLine: (bytes: Buffer, from: number, to: number, at: number, isLast: boolean) => void
  readonly onTooLong: (at: number) => void
}

/** Longer than a snapshot of any PC. */
export const longestLineBytes = 8_000_000

const lineEnd = 0x0a
const none = Buffer.alloc(0)

export function createLineSplitter({ onLine, onTooLong }: LineHandler): LineSplitter {
  /** Pieces of a line that the last chunk did not end. */
  let pieces: Buffer[] = []
  let length = 0
  let at = 1

  /** The line that was begun, with the rest of it. */
  const endLine = (rest: Buffer, isLast: boolean) => {
    const isWhole = length + rest.length <= longestLineBytes
    const whole = isWhole ? Buffer.concat([...pieces, rest]) : none
    pieces = []
    length = 0
    if (!isWhole) onTooLong(at)
    else if (!isBlank(whole, 0, whole.length)) onLine(whole, 0, whole.length, at, isLast)
  }
  return {
    feed: (chunk) => {
      let from = 0
      for (;;) {
        // Many empty lines are sooner passed one by one than looked for.
        while (length === 0 && chunk[from] === lineEnd) {
          from += 1
          at += 1
        }
        const end = chunk.indexOf(lineEnd, from)
        if (end < 0) break
        if (length > 0) endLine(chunk.subarray(from, end), false)
        else if (!isBlank(chunk, from, end)) onLine(chunk, from, end, at, false)
        at += 1
        from = end + 1
      }
      if (from >= chunk.length) return
      length += chunk.length - from
      if (length <= longestLineBytes) pieces.push(Buffer.from(chunk.subarray(from)))
      else pieces = []
    },
    end: () => {
      if (length > 0) endLine(none, true)
    },
  }
}

const openBrace = 0x7b
const isBlank = (bytes: Buffer, from: number, to: number): boolean =>
  bytes[from] !== openBrace && bytes.toString('utf8', from, to).trim() === ''
