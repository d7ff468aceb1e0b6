/** Is a name told from a part of a path, of a longer name and of a sentence? */
import { describe, expect, test } from 'vitest'
import { isBareWord, isCell, standsAlone } from '../../../../shared/search/lines/name-in-line.ts'

/** The name is what stands between ‹ and ›. */
function place(marked: string) {
  const start = marked.indexOf('‹')
  const end = marked.indexOf('›') - 1
  return { line: marked.replace(/[‹›]/g, ''), start, end, text: marked.slice(start + 1, end + 1) }
}
const alone = (marked: string, isExact = false, isFile = true) => {
  const { line, start, end } = place(marked)
  return standsAlone(line, start, end, isExact, isFile)
}

describe('a file’s name stands alone', () => {
  test.each([
    ...['‹a.exe›', 'C:\\x\\‹a.exe›', 'C:\\x\\‹a.exe›"', '"‹a.exe›" /s', '[‹a.exe›]', '(‹a.exe›)'],
    ...[
      'see ‹a.exe›.',
      '‹a.exe›, b',
      'C:/x/‹a.exe›',
      '\\services\\‹a.exe›\\x',
      'x: C:\\y z: ‹a.exe›',
      'C:\\x\\ ‹a.exe›',
    ],
  ])('in %s', (marked) => {
    expect(alone(marked)).toBe(true)
  })

  test.each([
    ...[
      'C:\\‹a.exe›\\b',
      'x‹a.exe›',
      '9‹a.exe›',
      'x_‹a.exe›',
      'x.‹a.exe›',
      'x-‹a.exe›',
      '‹a.exe›.scr',
    ],
    ...['‹a.exe› .dll', 'C:\\x\\Copy of ‹a.exe›', '‹a.exe›\u202e', '\u200b‹a.exe›', 'C:/‹a.exe›/b'],
    ...['‹a.exe›@x', '‹a.exe›$'],
  ])('and not in %s', (marked) => {
    expect(alone(marked)).toBe(false)
  })

  test('what has to be exact ends where its letters end', () => {
    expect(alone('‹a›.exe_x', true)).toBe(false)
    expect(alone('‹a›.x', true)).toBe(false)
    expect(alone('‹a›.', true)).toBe(true)
    expect(alone('‹a›@x', true)).toBe(true)
    // A stem is followed by its own ending elsewhere; another one makes another name.
    expect(alone('‹a›.dll')).toBe(false)
    expect(alone('‹a›.txt')).toBe(true)
    expect(alone('‹a›.dllx')).toBe(true)
  })

  test('a name that is no file may follow a letter, not a dot, a dash or an @', () => {
    expect(alone('x ‹a›', false, false)).toBe(true)
    expect(alone('x‹a›', false, false)).toBe(true)
    for (const sign of '.@-') expect(alone(`x${sign}‹a›`, false, false)).toBe(false)
    expect(alone('C:\\x\\Copy of ‹a›', false, false)).toBe(true)
  })
})

describe('a cell', () => {
  test.each(['‹a›', '  ‹a›  ', '|‹a›|', '"‹a›"', 'x: ‹a›, b', '12 ‹a› 13', 'x  ‹a›  y', '[‹a›]'])(
    'is all of it in %s',
    (marked) => {
      const { line, start, end } = place(marked)
      expect(isCell(line, start, end)).toBe(true)
    },
  )
  test.each(['x ‹a›', '‹a› x', 'the ‹a› runs'])('is no part of a sentence: %s', (marked) => {
    const { line, start, end } = place(marked)
    expect(isCell(line, start, end)).toBe(false)
  })
})

describe('one word of a sentence', () => {
  const bare = (marked: string, strength = 2) => {
    const { line, ...found } = place(marked)
    return isBareWord(line)({ ...found, strength })
  }
  test.each(['‹Bonjour›, my iTunes', 'well, ‹Bonjour› to you', '‹Bonjour›'])('%s', (marked) => {
    expect(bare(marked)).toBe(true)
  })
  test.each([
    '"‹Bonjour›" runs',
    '‹Bonjour›"',
    '(‹Bonjour›)',
    'a|‹Bonjour›',
    'a  ‹Bonjour›',
    '‹Bonjour›  a',
  ])('is set off in %s', (marked) => {
    expect(bare(marked)).toBe(false)
  })
  test('two words, and a name that is certain, are more', () => {
    expect(bare('‹Bonjour Service›, my')).toBe(false)
    expect(bare('‹Bonjour›, my', 3)).toBe(false)
  })
})
