/** Lines out of bytes, without keeping more than one of them. */

export interface LineHandler {
  /** @param at from 1; blank lines count, and are not told. */
  readonly onLine: (text: string, at: number, isLast: boolean) => void | Promise<void>
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
  let isTooLong = false

  const tell = (chunk: Buffer, from: number, to: number, isLast: boolean): void | Promise<void> => {
    const line = at
    at += 1
    if (isTooLong || length + to - from > longestLineBytes) {
      onTooLong(line)
      isTooLong = false
      pieces = []
      length = 0
      return undefined
    }
    let text: string
    if (pieces.length === 0) text = chunk.toString('utf8', from, to)
    else {
      text = Buffer.concat([...pieces, chunk.subarray(from, to)]).toString('utf8')
      pieces = []
      length = 0
    }
    return text.trim() === '' ? undefined : onLine(text, line, isLast)
  }

  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(lineEnd); end >= 0; end = chunk.indexOf(lineEnd, from)) {
      const waits = tell(chunk, from, end, false)
      if (waits !== undefined) await waits
      from = end + 1
    }
    if (from >= chunk.length) continue
    length += chunk.length - from
    if (length > longestLineBytes) {
      isTooLong = true
      pieces = []
      // The chunk's memory is used again: only what is kept is copied.
    } else pieces.push(Buffer.from(chunk.subarray(from)))
  }
  if (isTooLong || pieces.length > 0) await tell(Buffer.alloc(0), 0, 0, true)
}
