/** The text of a list in the bytes of a file: of any code page, also of two bytes a letter without a mark. */
import { decodeHosts } from '../../shared/connections/decode-hosts.ts'
import { withoutColours } from '../../shared/search/lines/without-gaps.ts'
import { success, type Result } from '../../shared/model/result.ts'

/** @returns on failure what it is instead: no text at all, or too large. */
export function pastedText(written: Uint8Array): Result<string, string> {
  const bytes = written.includes(escape) ? plainBytes(written) : written
  const decoded = decodeHosts(bytes)
  if (decoded.ok) return success(decoded.value.text)
  const wide = decoded.failure === 'binary' ? twoBytesALetter(bytes) : undefined
  return wide === undefined ? decoded : success(wide)
}

/** Begins a colour of a terminal. */
const escape = 0x1b

const plainBytes = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(withoutColours(Buffer.from(bytes).toString('latin1')), 'latin1')

/** What a program has taken for Latin letters begins with the mark's two bytes as letters. */
const misreadMark = Buffer.from('ÿþ', 'utf8')

function twoBytesALetter(bytes: Uint8Array): string | undefined {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const text = all.subarray(0, 4).equals(misreadMark) ? all.subarray(4) : all
  const even = text.subarray(0, text.length & ~1)
  const first = even.subarray(0, 4_000)
  const zeros = [0, 1].map((from) => first.filter((byte, at) => byte === 0 && at % 2 === from))
  const [low = first, high = first] = zeros
  if (high.length * 5 > first.length * 2 && low.length === 0) return even.toString('utf16le')
  if (low.length * 5 > first.length * 2 && high.length === 0) {
    return Buffer.from(even).swap16().toString('utf16le')
  }
  return undefined
}
