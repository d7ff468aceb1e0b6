/** Writing to a stream that may be slow, closed or missing. */

/** Resolves when the text is out, or when nobody reads it any more (`| head`, a window program without a console). */
export function writeTo(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.once('error', () => {
      resolve()
    })
    stream.write(text, () => {
      resolve()
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
