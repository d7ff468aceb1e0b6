/** Text in a buffer that Windows filled. Never reads outside of the buffer. */

/** The UTF-16 text from `offset` up to its first NUL, or to the end of the buffer. */
export function readTerminatedString(bytes: Buffer, offset = 0): string {
  return readTerminatedStringWithin(bytes, offset, bytes.length)
}

/** The same with an end of its own. A range outside of the buffer is empty text. */
export function readTerminatedStringWithin(bytes: Buffer, offset: number, end: number): string {
  const stop = Math.min(end, bytes.length)
  if (offset < 0 || offset >= stop) return ''
  let at = offset
  while (at + 2 <= stop && bytes.readUInt16LE(at) !== 0) at += 2
  return bytes.toString('utf16le', offset, at)
}

/**
 * Windows puts absolute addresses into the buffers that it fills. The place in the buffer, or undefined
 * when fewer than `size` bytes of the buffer lie there.
 */
export function offsetOfAddress(
  bytes: Buffer,
  baseAddress: bigint,
  address: bigint,
  size: number,
): number | undefined {
  const offset = address - baseAddress
  if (offset < 0n || offset > BigInt(bytes.length - size)) return undefined
  return Number(offset)
}

/** The text at an absolute address in the buffer; undefined when it lies outside or has no end. */
export function readPointedString(
  bytes: Buffer,
  baseAddress: bigint,
  address: bigint,
): string | undefined {
  const offset = offsetOfAddress(bytes, baseAddress, address, 2)
  if (offset === undefined) return undefined
  const text = readTerminatedString(bytes, offset)
  const end = offset + 2 * text.length
  return end + 2 <= bytes.length && bytes.readUInt16LE(end) === 0 ? text : undefined
}

/** The counted text at an absolute address in the buffer; undefined when it lies outside, or its length is odd. */
export function readPointedText(
  bytes: Buffer,
  baseAddress: bigint,
  address: bigint,
  lengthBytes: number,
): string | undefined {
  if (lengthBytes === 0) return ''
  if (lengthBytes % 2 !== 0) return undefined
  const start = offsetOfAddress(bytes, baseAddress, address, lengthBytes)
  return start === undefined ? undefined : bytes.toString('utf16le', start, start + lengthBytes)
}
