/** Is a file that is no text told by its first bytes, and a text read in the encoding that it has? */
import { expect, test } from 'vitest'
import { failure, success } from '../../../../shared/model/result.ts'
import { decodeText } from '../../../../shared/report/read/decode-text.ts'

const asked = (bytes: readonly number[]) =>
  decodeText(Uint8Array.from(bytes), (_bytes, encoding) => encoding)

test.each([
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
] as const)(
  '%s: what begins with %j, and not with one of these bytes less or changed',
  (kind, begins) => {
    expect(asked([...begins, 1, 2, 3])).toEqual(failure(kind))
    for (const at of begins.keys()) {
      expect(asked(begins.map((byte, index) => (index === at ? byte ^ 0x20 : byte))).ok).toBe(true)
    }
  },
)

test.each([
  ['utf-16le', [0xff, 0xfe, 0x7b, 0]],
  ['utf-16le', [0x7b, 0, 0x22, 0]],
  ['utf-16be', [0xfe, 0xff, 0, 0x7b]],
  ['utf-16be', [0, 0x7b, 0, 0x22]],
  ['utf-8', [0x7b, 0x22]],
  ['utf-8', [0xef, 0xbb, 0xbf, 0x7b]],
  ['utf-8', [0, 0]],
  ['utf-8', []],
])('%s: %j', (encoding, bytes) => {
  expect(asked(bytes)).toEqual(success(encoding))
})

test('bytes that are wrong in their encoding are no text', () => {
  expect(decodeText(Uint8Array.of(0x7b), () => undefined)).toEqual(failure('encoding'))
})
