/** Writing to a stream that may be slow, closed, full or missing; reading one that may be long. */

/** Nobody reads it any more: `| head` has seen enough. */
const closed = new Set(['EPIPE', 'EOF', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'])

const watched = new WeakSet<NodeJS.WriteStream>()

/** @returns the system's code where the text could not be written, such as `ENOSPC`; `closed` where nobody reads it any more; null when it is out. */
export function writeTo(stream: NodeJS.WriteStream, text: string): Promise<string | null> {
  return new Promise((resolve) => {
    // A stream may tell of one error several times; unheard, the second would end the program.
    if (!watched.has(stream)) stream.on('error', () => {})
    watched.add(stream)
    stream.write(text, (error) => {
      if (error === undefined || error === null) resolve(null)
      else {
        const code = 'code' in error ? String(error.code) : error.message
        resolve(closed.has(code) ? 'closed' : code)
      }
    })
  })
}

/** All bytes of a stream, at most so many: what comes after them is not read. */
export async function readAll(stream: NodeJS.ReadStream, mostBytes: number): Promise<Uint8Array> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of stream as AsyncIterable<Buffer | string>) {
    const buffer = typeof piece === 'string' ? Buffer.from(piece) : piece
    pieces.push(buffer)
    bytes += buffer.length
    if (bytes >= mostBytes) break
  }
  return Buffer.concat(pieces).subarray(0, mostBytes)
}
