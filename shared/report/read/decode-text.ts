/** The text in the bytes of a file: UTF-8 with or without its mark, UTF-16 with it. What else it is, is told by its first bytes. */
import { failure, success, type Result } from '../../model/result.ts'

/** `encoding`: no text that this program can read. The others are whole kinds of files. */
export type NoText = 'encoding' | 'archive' | 'program' | 'picture' | 'document'

const beginnings: readonly (readonly [NoText, readonly number[]])[] = [
  ['archive', [0x50, 0x4b, 0x03, 0x04]],
  ['archive', [0x50, 0x4b, 0x05, 0x06]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['program', [0x4d, 0x5a]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['document', [0x25, 0x50, 0x44, 0x46]],
  ['document', [0xd0, 0xcf, 0x11, 0xe0]],
]

/** @param utf the platform's own decoder: strict, the mark left out. Undefined where the bytes are wrong. */
export function decodeText(
  bytes: Uint8Array,
  utf: (bytes: Uint8Array, encoding: 'utf-8' | 'utf-16le' | 'utf-16be') => string | undefined,
): Result<string, NoText> {
  const starts = (wanted: readonly number[]) => wanted.every((one, at) => bytes[at] === one)
  const kind = beginnings.find(([, wanted]) => starts(wanted))?.[0]
  if (kind !== undefined) return failure(kind)
  // Without its mark, by the brace or angle bracket that a report begins with.
  const encoding =
    starts([0xff, 0xfe]) || (bytes[0] !== 0 && bytes[1] === 0)
      ? 'utf-16le'
      : starts([0xfe, 0xff]) || (bytes[0] === 0 && bytes[1] !== 0)
        ? 'utf-16be'
        : 'utf-8'
  const text = utf(bytes, encoding)
  return text === undefined ? failure('encoding') : success(text)
}
