/** Is what a tool has left of a name read out of its line, and Windows’s short name told from others? */
import { expect, test } from 'vitest'
import { cutIn, isShortOf, shortNameIn } from '../../../shared/search/cut-name.ts'
import { readQuestion } from '../../../shared/search/lines/read-question.ts'

const cut = (line: string) => cutIn(line, readQuestion(line))?.text

test.each([
  ['AppleMobileDev...', 'AppleMobileDev'],
  ['AppleMobileDev…', 'AppleMobileDev'],
  ['1204  AppleMobileDev…', 'AppleMobileDev'],
  ['Running Apple Mobile De...', 'Apple Mobile De'],
  ['Stopped Bonjour Ser…', 'Bonjour Ser'],
  ['AppleMobileDeviceSer', 'AppleMobileDeviceSer'],
  ['com.apple.mobile-', 'com.apple.mobile'],
  ['abc...', undefined],
  ['abcd...', undefined],
  ['short word', undefined],
  ['AppleMobileDeviceService.exe', undefined],
])('%s: %s', (line, text) => {
  expect(cut(line)).toBe(text)
})

test('what stands behind 500 letters is not looked at', () => {
  expect(cut(`${'a  '.repeat(160)}AppleMobileDev...`)).toBe('AppleMobileDev')
  expect(cut(`${'a  '.repeat(167)}AppleMobileDev...`)).toBeUndefined()
})

test.each([
  ['C:\\PROGRA~1\\APPLEM~1.EXE', 'APPLEM~1.EXE', 'APPLEM'],
  ['x ITUNES~12.dll y', 'ITUNES~12.dll', 'ITUNES'],
])('%s holds a short name', (line, text, stem) => {
  expect(shortNameIn(line)).toEqual({ text, stem })
})

test.each(['APPLEM~1', 'ITUNES~123.exe', 'APPLEM~1.EXES', 'iTunes.exe', 'C:\\PROGRA~1\\x.exe'])(
  '%s holds none',
  (line) => {
    expect(shortNameIn(line)).toBeUndefined()
  },
)

test.each([
  ['APPLEM', 'AppleMobileDeviceService.exe', true],
  ['ITUNES', 'iTunesHelper.exe', true],
  ['ITUNES', 'iTunes.exe', false],
  ['PLEM', 'AppleMobileDeviceService.exe', false],
  // Eight letters need no short name.
  ['ABCDEF', 'abcdefgh.exe', false],
  ['ABCDEF', 'abcdefghi.exe', true],
  ['COMAPP', 'com.app.exe', true],
])('%s of %s: %s', (stem, name, is) => {
  expect(isShortOf(stem, name)).toBe(is)
})
