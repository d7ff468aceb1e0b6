/** Is a command line read from the bytes of Windows, and never beyond them? */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCommandLine } from '../../../../electron/win32/processes/command-line.ts'

const base = 0x7ff0_0000n

function answered(
  text: string,
  { address = base + 16n, lengthBytes = 2 * text.length } = {},
): Buffer {
  const bytes = Buffer.alloc(16 + 2 * text.length + 2)
  bytes.writeUInt16LE(lengthBytes & 0xffff, 0)
  bytes.writeUInt16LE(lengthBytes & 0xffff, 2)
  bytes.writeBigUInt64LE(address, 8)
  bytes.write(text, 16, 'utf16le')
  return bytes
}

test.each(['"C:\\Program Files\\iTunes\\iTunesHelper.exe" -q', '', '\t\ud800 .\u202e'])(
  'the text %j comes out as it is',
  (text) => {
    expect(readCommandLine(answered(text), base)).toEqual({ state: 'known', value: text })
  },
)

test.each([
  ['before the buffer', { address: base - 2n }],
  ['behind the buffer', { address: base + 400n }],
  ['nowhere', { address: 0xffff_ffff_ffff_fff0n }],
  ['longer than the buffer', { lengthBytes: 4000 }],
  ['of half a letter', { lengthBytes: 3 }],
])('a text that lies %s is not read', (_, broken) => {
  expect(readCommandLine(answered('a.exe -x', broken), base)).toEqual({
    state: 'failed',
    reason: 'unreadable',
  })
})

test('no bytes make it throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 200 }), (bytes) => {
      expect(['known', 'failed']).toContain(readCommandLine(Buffer.from(bytes), base).state)
    }),
  )
})
