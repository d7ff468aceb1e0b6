/** How is text written to a stream that may be slow, closed or not there at all? */

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
