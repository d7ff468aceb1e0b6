/** Is a text read up to its end and never beyond its buffer? */
import { expect, test } from 'vitest'
import {
  readTerminatedString,
  readTerminatedStringWithin,
} from '../../../../electron/win32/bridge/read-strings.ts'

const bytes = Buffer.from('ab\0cd', 'utf16le')

test('from where it begins to its first NUL, or to the end of the buffer', () => {
  expect(readTerminatedString(bytes)).toBe('ab')
  expect(readTerminatedString(bytes, 2)).toBe('b')
  expect(readTerminatedString(bytes, 4)).toBe('')
  expect(readTerminatedString(bytes, 6)).toBe('cd')
  expect(readTerminatedString(Buffer.from('å', 'utf16le'))).toBe('å')
})

test('with an end of its own, of which half a sign is left out', () => {
  expect(readTerminatedStringWithin(bytes, 0, 2)).toBe('a')
  expect(readTerminatedStringWithin(bytes, 0, 3)).toBe('a')
  expect(readTerminatedStringWithin(bytes, 6, 100)).toBe('cd')
})

test.each([
  [-1, 4],
  [10, 12],
  [4, 4],
  [5, 4],
])('from %d to %d there is nothing', (offset, end) => {
  expect(readTerminatedStringWithin(bytes, offset, end)).toBe('')
})
