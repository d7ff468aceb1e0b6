/** No text is slow to read, however it was made. */
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readyToCompare } from '../../../shared/catalogue/confusables.ts'
import { createWhatIs } from '../../../shared/search/what-is.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { yardsticksOf } from '../../fixtures/yardstick.ts'

const whatIs = createWhatIs(readCatalogue(), supportedLanguages.map(wordsIn))
const ask = (text: string) => whatIs(text, wordsIn('en'), null)

beforeAll(async () => {
  await readyToCompare(['é'])
  ask('warm up')
})

const took = (text: string) => yardsticksOf(() => ask(text))
/** A little more than 50 ms, and 200, on the machine that the yardstick was cut on. */
const few = 1.5
const some = 5

const parts = [
  'a',
  ' ',
  '.exe',
  '"',
  '","',
  '(',
  '[',
  '\\',
  '/',
  '1 ',
  '\t',
  '= ',
  ': ',
  'Name ',
  'a  1 ',
  'A B: ',
  'x_',
  '...',
  '…',
  '~1.exe',
  'a.',
  '服务 ',
  'é',
  '\u200b',
  '- ',
  '=== ',
  '|',
  '`',
  'TCP 1:1 ',
  'iTunes ',
  'iPod ',
  'Apple Mobile ',
  'C:\\',
  '%a%\\',
  'https://',
  'Running ',
  '1,',
  "''",
  'REG_SZ  ',
  '(((((',
  'a b c ',
  '.',
  ',',
  ';',
  '0x',
  '12345 K ',
]

describe('a line of 2,000 letters takes about one yardstick at most, some 50 ms', () => {
  test.each(parts)('of %j', (part) => {
    const text = part.repeat(Math.ceil(2_000 / part.length)).slice(0, 2_000)
    expect(took(text)).toBeLessThan(few)
    expect(took(`https://${text}`.slice(0, 2_000))).toBeLessThan(few)
    expect(took(`x ${text.slice(4)}!`)).toBeLessThan(few)
  })

  test('of any two parts in turns', () => {
    const part = fc.constantFrom(...parts)
    fc.assert(
      fc.property(part, part, part, (one, two, end) => {
        const text = (one + two).repeat(Math.ceil(2_000 / (one + two).length)).slice(0, 1_990) + end
        expect(took(text)).toBeLessThan(few)
      }),
      { numRuns: 150 },
    )
  })
})

test.each([
  [
    'rows of tasklist',
    'mDNSResponder.exe             3120 Services                   0      6,204 K\n',
  ],
  [
    'rows that name nothing',
    'program.exe                   3120 Services                   0      6,204 K\n',
  ],
  [
    'prose',
    'I have no idea what this is, but it was in the log that somebody sent me yesterday.\n',
  ],
  ['short lines', 'a b\n'],
  ['letters without an end', 'x'],
  ['blanks and words', 'ab '],
])(
  'two megabytes of %s are read in at most five yardsticks, some 200 ms, and what is left out is counted',
  (_what, row) => {
    const text = row.repeat(Math.ceil(2_000_000 / row.length))
    expect(took(text)).toBeLessThan(some)
    const { lines, leftOut } = ask(text)
    expect(lines.length).toBeLessThanOrEqual(500)
    if (row.endsWith('\n')) {
      expect(lines.length + leftOut).toBe(Math.ceil(2_000_000 / row.length))
    }
  },
)
