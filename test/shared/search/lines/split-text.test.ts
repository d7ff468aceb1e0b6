/** Is a paste cut at its bounds, with what is left out counted, and are lines that a field has joined taken apart? */
import { describe, expect, test } from 'vitest'
import {
  boundedText,
  mostLetters,
  mostLines,
  splitText,
} from '../../../../shared/search/lines/split-text.ts'

test.each(['\n', '\r\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'])(
  'a line ends at %j, and what is empty is none',
  (end) => {
    expect(splitText(`a${end}${end} b ${end}`)).toEqual({ lines: ['a', 'b'], leftOut: 0 })
  },
)

test('500 lines are read, and the others counted', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `n${at}`).join('\n')
  expect(mostLines).toBe(500)
  expect(splitText(lines(500))).toMatchObject({ leftOut: 0 })
  expect(splitText(lines(500)).lines).toHaveLength(500)
  const more = splitText(lines(503))
  expect([more.lines.length, more.leftOut, more.lines.at(-1)]).toEqual([500, 3, 'n499'])
  const three = splitText(lines(5), { letters: 1_000, lines: 3 })
  expect(three).toEqual({ lines: ['n0', 'n1', 'n2'], leftOut: 2 })
})

test('of 200,000 letters the last whole line is kept', () => {
  expect(mostLetters).toBe(200_000)
  expect(boundedText('ab\ncd', { letters: 5 })).toEqual({ text: 'ab\ncd', leftOut: 0 })
  // A line end before all else leaves something all the same.
  expect(boundedText('\nabcd', { letters: 3 }).text).toBe('\nab')
  expect(boundedText('ab\ncd\nef', { letters: 5 })).toEqual({ text: 'ab\ncd', leftOut: 1 })
  expect(boundedText('ab\ncd\nef', { letters: 4 })).toEqual({ text: 'ab', leftOut: 2 })
  expect(boundedText('abcdef', { letters: 4 })).toEqual({ text: 'abcd', leftOut: 1 })
})

describe('a line of more than 2,000 letters', () => {
  test('breaks at the last blank, comma or tab', () => {
    for (const sign of [' ', ',', '\t']) {
      const { lines } = splitText(`${'a'.repeat(1_500)}${sign}${'b'.repeat(1_000)}`)
      expect(lines.map((line) => line.length)).toEqual([1_500, sign === ',' ? 1_001 : 1_000])
    }
    expect(splitText('a'.repeat(2_000)).lines).toEqual(['a'.repeat(2_000)])
  })

  test('is cut where a word has no end, and goes on behind it', () => {
    const { lines } = splitText(`${'a'.repeat(2_500)} iTunes.exe`)
    expect(lines.map((line) => line.slice(0, 12))).toEqual(['a'.repeat(12), 'iTunes.exe'])
    expect(splitText('a'.repeat(9_000)).lines).toEqual(['a'.repeat(2_000)])
  })
})

describe('one line that was several', () => {
  test.each([
    [
      'tasklist',
      'Image Name  PID ====== ==== iTunes.exe  12 Console 1 5,320 K iPodService.exe 13 Services 0 9 K',
      3 + 1,
    ],
    [
      'Get-Service',
      'Status Name ------ ---- Running  iPod Service Stopped  Bonjour Service',
      2 + 2,
    ],
    ['sc', 'SERVICE_NAME: x TYPE : 10 STATE : 4 RUNNING', 3],
    ['a list of values', 'Name : x Path : y Handles : 4', 3],
  ])('of %s', (_what, line, least) => {
    expect(splitText(line).lines.length).toBeGreaterThanOrEqual(least)
  })

  test('a sentence stays one', () => {
    expect(splitText('What is this: iTunesHelper.exe?').lines).toHaveLength(1)
    expect(splitText('Name : iTunes.exe').lines).toHaveLength(1)
  })
})

describe('what a field of one line has joined', () => {
  const joined = 'SERVICE_NAME : Bonjour DISPLAY_NAME : Bonjour Service START_TYPE : 2'
  const apart = ['SERVICE_NAME : Bonjour', 'DISPLAY_NAME : Bonjour Service', 'START_TYPE : 2']

  test('a table with a rule is rows again, its head without the blank behind it', () => {
    const table = 'Image Name PID ====== === a.exe 1 9 K b.exe 2 10 K'
    expect(splitText(table).lines).toEqual([
      'Image Name PID',
      '====== ===',
      'a.exe 1 9 K',
      'b.exe 2 10 K',
    ])
  })

  test('a list of keys is a line for each, from two keys on', () => {
    expect(splitText(joined).lines).toEqual(apart)
    const two = 'SERVICE_NAME : Bonjour DISPLAY_NAME : Bonjour Service'
    expect(splitText(two).lines).toEqual([two])
  })

  test('lines that stand apart already stay as they are', () => {
    expect(splitText(`${joined}\nsecond`).lines).toEqual([joined, 'second'])
  })
})
