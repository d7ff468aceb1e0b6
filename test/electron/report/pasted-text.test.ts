/** Is a list read out of its bytes, in one byte a letter or two, with or without a mark? */
import { expect, test } from 'vitest'
import { pastedText } from '../../../electron/report/pasted-text.ts'

const list = 'svchost.exe   12\r\niTunes.exe    13\r\n'
const wide = Buffer.from(list, 'utf16le')
const swapped = Buffer.from(wide).swap16()
const text = (bytes: Uint8Array) => {
  const found = pastedText(bytes)
  return found.ok ? found.value : `no: ${found.failure}`
}

test.each([
  ['UTF-8', Buffer.from(list)],
  ['two bytes a letter, without a mark', wide],
  ['two bytes a letter, the high one first', swapped],
  ['two bytes a letter and a half', Buffer.concat([wide, Buffer.of(0x41)])],
  [
    'two bytes a letter, whose mark was taken for letters',
    Buffer.concat([Buffer.from('ÿþ'), wide]),
  ],
])('%s', (_what, bytes) => {
  expect(text(bytes)).toBe(list)
})

test('the bytes are left as they are, also where they are a part of others', () => {
  const before = Buffer.from(swapped)
  expect(text(swapped)).toBe(list)
  expect(swapped.equals(before)).toBe(true)
  const within = Buffer.concat([Buffer.from('xxxx'), swapped, Buffer.from('xx')])
  expect(text(within.subarray(4, within.length - 2))).toBe(list)
})

test.each([
  ['an archive', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 1, 0, 0])],
  ['zeros on both sides', Buffer.concat([wide, swapped])],
])('%s is no text', (_what, bytes) => {
  expect(text(bytes)).toMatch(/^no: /)
})

test('two bytes a letter may hold a name in other letters, and are no text where hardly any letter is Latin', () => {
  const some = Buffer.from('iTunes 音.'.repeat(20), 'utf16le')
  const most = Buffer.from('iT 音楽音'.repeat(20), 'utf16le')
  expect(text(some)).toBe('iTunes 音.'.repeat(20))
  expect(text(Buffer.from(some).swap16())).toBe('iTunes 音.'.repeat(20))
  expect(text(most)).toMatch(/^no: /)
  expect(text(Buffer.from(most).swap16())).toMatch(/^no: /)
})

test('the colours of a terminal are no part of a list, in whatever code page it was saved', () => {
  const coloured = '\x1b[32miTunes.exe\x1b[0m  1  Tjänster'
  expect(text(Buffer.from(coloured, 'latin1'))).toBe('iTunes.exe  1  Tjänster')
  expect(text(Buffer.from(coloured, 'utf8'))).toBe('iTunes.exe  1  Tjänster')
})
