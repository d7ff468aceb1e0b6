/** Is a value of the registry read by its kind, also where whoever wrote it left its end away? */
import { expect, test } from 'vitest'
import { readRegistryBytes } from '../../../../electron/win32/bytes/read-registry-value.ts'

const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const odd = Buffer.concat([utf16('ab'), Buffer.of(0x63)])

/** https://learn.microsoft.com/windows/win32/sysinfo/registry-value-types */
test.each([
  [1, utf16('ab\0'), { kind: 'text', text: 'ab' }],
  [1, utf16('ab'), { kind: 'text', text: 'ab' }],
  [1, utf16('ab\0cd'), { kind: 'text', text: 'ab' }],
  [1, odd, { kind: 'text', text: 'ab' }],
  [1, Buffer.alloc(0), { kind: 'text', text: '' }],
  [2, utf16('%x%\0'), { kind: 'expandable-text', text: '%x%' }],
  [7, utf16('a\0bc\0\0'), { kind: 'texts', texts: ['a', 'bc'] }],
  [7, utf16('a\0\0b\0\0'), { kind: 'texts', texts: ['a'] }],
  [7, utf16('a\0bc'), { kind: 'texts', texts: ['a', 'bc'] }],
  [7, odd, { kind: 'texts', texts: ['ab'] }],
  [7, utf16('\0\0'), { kind: 'texts', texts: [] }],
  [3, Buffer.of(1, 2, 3), { kind: 'bytes', bytes: Buffer.of(1, 2, 3) }],
  [4, Buffer.of(1, 2, 0, 0), { kind: 'number', number: 513 }],
  [4, Buffer.of(1, 2, 0), { kind: 'other', type: 4 }],
  [4, Buffer.of(1, 2, 0, 0, 0), { kind: 'other', type: 4 }],
  [11, Buffer.of(1, 0, 0, 0, 1, 0, 0, 0), { kind: 'large-number', number: 0x1_0000_0001n }],
  [11, Buffer.of(1, 0, 0, 0), { kind: 'other', type: 11 }],
  [5, Buffer.of(0, 0, 0, 1), { kind: 'other', type: 5 }],
  [0, Buffer.alloc(0), { kind: 'other', type: 0 }],
])('kind %i of %j', (type, data, value) => {
  expect(readRegistryBytes(type, data)).toEqual(value)
})

test('what is kept is a copy: the buffer is used again', () => {
  const buffer = Buffer.of(1, 2)
  const value = readRegistryBytes(3, buffer)
  buffer[0] = 9
  expect(value).toEqual({ kind: 'bytes', bytes: Buffer.of(1, 2) })
})
