/**
 * The text in the bytes of a hosts file. UTF-8, UTF-16 with its mark, or one byte for each letter; all that the parser
 * needs is ASCII, so a wrong guess among old code pages changes nothing but comments.
 */
import type { Result } from '../model/result.ts'
import { failure, success } from '../model/result.ts'

/** The words are `connections.hosts.encoding.<encoding>`. */
export type HostsEncoding = 'utf-8' | 'utf-8-mark' | 'utf-16le' | 'utf-16be' | 'single-byte'

export interface DecodedHosts {
  readonly text: string
  readonly encoding: HostsEncoding
}

/** `binary`: no text at all. `too-large`: above 64 MB, far beyond any list. The words are `reason.<code>`. */
export type HostsDecodeFailure = 'binary' | 'too-large'

export const largestHostsBytes = 64 * 1024 * 1024

export function decodeHosts(bytes: Uint8Array): Result<DecodedHosts, HostsDecodeFailure> {
  if (bytes.length > largestHostsBytes) return failure('too-large')
  const decoded = decodeByMark(bytes)
  return looksBinary(decoded.text) ? failure('binary') : success(decoded)
}

function decodeByMark(bytes: Uint8Array): DecodedHosts {
  const [a, b, c] = bytes
  if (a === 0xff && b === 0xfe) return { text: utf16(bytes, 0), encoding: 'utf-16le' }
  if (a === 0xfe && b === 0xff) return { text: utf16(bytes, 1), encoding: 'utf-16be' }
  const hasMark = a === 0xef && b === 0xbb && c === 0xbf
  const text = utf8(hasMark ? bytes.subarray(3) : bytes)
  if (text === undefined) return { text: fromUnits(bytes, bytes.length), encoding: 'single-byte' }
  return { text, encoding: hasMark ? 'utf-8-mark' : 'utf-8' }
}

/** Without the mark; an odd byte at the end is left out. @param lowAt where in its pair the lower byte lies. */
function utf16(bytes: Uint8Array, lowAt: 0 | 1): string {
  const count = (bytes.length - 2) >> 1
  const units = new Uint16Array(count)
  for (let i = 0; i < count; i++) {
    const at = 2 + i * 2
    units[i] = (bytes[at + lowAt] ?? 0) | ((bytes[at + 1 - lowAt] ?? 0) << 8)
  }
  return fromUnits(units, count)
}

/** Undefined where the bytes are no UTF-8. Overlong forms and halves of pairs are none. */
function utf8(bytes: Uint8Array): string | undefined {
  const length = bytes.length
  let at = 0
  while (at < length && (bytes[at] ?? 0) < 0x80) at++
  if (at === length) return fromUnits(bytes, length)
  const units = new Uint16Array(length)
  units.set(bytes.subarray(0, at))
  let count = at
  while (at < length) {
    const first = bytes[at++] ?? 0
    if (first < 0x80) {
      units[count++] = first
      continue
    }
    const more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1
    if (first < 0xc2 || first > 0xf4 || at + more > length) return undefined
    let code = first & (0x3f >> more)
    for (let i = 0; i < more; i++) {
      const next = bytes[at++] ?? 0
      if ((next & 0xc0) !== 0x80) return undefined
      code = (code << 6) | (next & 0x3f)
    }
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined
    if ((more === 2 && code < 0x800) || (more === 3 && code < 0x10000)) return undefined
    if (code >= 0x10000) {
      units[count++] = 0xd800 + ((code - 0x10000) >> 10)
      units[count++] = 0xdc00 + ((code - 0x10000) & 0x3ff)
    } else units[count++] = code
  }
  return fromUnits(units, count)
}

/** In pieces: a call takes only so many arguments. */
function fromUnits(units: Uint8Array | Uint16Array, count: number): string {
  const pieces: string[] = []
  for (let at = 0; at < count; at += 8192) {
    const piece = units.subarray(at, Math.min(at + 8192, count))
    pieces.push(String.fromCharCode.apply(null, piece as unknown as number[]))
  }
  return pieces.join('')
}

/** More than one character in fifty that no text has, in the first million. An empty file is text. */
function looksBinary(text: string): boolean {
  const length = Math.min(text.length, 1_000_000)
  let odd = 0
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i)
    if ((code < 0x20 && (code < 0x09 || code > 0x0d) && code !== 0x1a) || code === 0x7f) odd++
  }
  return odd * 50 > length
}
