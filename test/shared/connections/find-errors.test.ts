import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { errorNumber, readErrors } from '../../../shared/catalogue/errors.ts'
import { findErrors } from '../../../shared/connections/find-errors.ts'

const ids = (text: string) => findErrors(text).map(({ row }) => row.id)

describe('What people type', () => {
  it.each([
    ['3194', ['signing-refused', 'range-3000']],
    ['error 3004', ['server-busy', 'range-3000']],
    ['(-50)', ['minus-50']],
    ['−50', ['minus-50']],
    ['error: –50.', ['minus-50']],
    ['50', ['minus-50']],
    ['0xE8000015', ['device-family']],
    ['0xe8000065', ['device-connect', 'device-family']],
    ['E8000065', ['device-connect', 'device-family']],
    ['-402653083', ['device-connect', 'device-family']],
    ['fel 1013', ['signing-blocked']],
    ['iTunes error 4013.', ['usb-4000']],
    ['Fehler3194', ['signing-refused', 'range-3000']],
    ['４０１３', ['usb-4000']],
    ['The iPhone “Anna’s iPhone” could not be restored. An unknown error occurred (3014).', ['no-complete-answer', 'range-3000']], // prettier-ignore
    ['Det gick inte att återställa iPhone 17. Ett okänt fel (21) uppstod.', ['security-software']],
    ['iPhone 17 error 3194', ['signing-refused', 'range-3000']],
    ['error 3194 on iTunes 12', ['signing-refused', 'range-3000']],
    ['iOS 17.1', []],
    ['iOS 17.1 error 40', ['security-software']],
    ['iTunes 3194', ['signing-refused', 'range-3000']],
    ['at 12:20', []],
    ['3500', ['range-3000']],
    ['3000-3999', ['range-3000']],
    ['1004', ['unconfirmed-1004']],
    ['4000', []],
    ['2999', []],
    ['HT201999', []],
    ['31940', []],
    ['0xE8000165', []],
    ['99999999999999999999', []],
    ['0xE80000650000', []],
    ['', []],
    ['error', []],
    ['0', []],
    ['-0', []],
  ])('%j gives %j', (text, expected) => {
    expect(ids(text)).toEqual(expected)
  })

  it('tells which number was meant and how well it fits', () => {
    expect(findErrors('error 3194').map(({ code, fit }) => [code, fit])).toEqual([
      ['3194', 'exact'],
      ['3194', 'range'],
    ])
    expect(findErrors('50').map(({ code, fit }) => [code, fit])).toEqual([['50', 'without-sign']])
    expect(findErrors('e8000015')[0]?.code).toBe('0xE8000015')
  })

  it('puts a row that names a number before a range that only holds one', () => {
    expect(ids('error 3999 or error 1013')).toEqual(['signing-blocked', 'range-3000'])
  })
})

test('every number of the table finds its own row first', () => {
  for (const row of readErrors()) {
    for (const code of row.codes) {
      for (const text of [code, `error ${code}`, `An unknown error occurred (${code}).`]) {
        expect(findErrors(text)[0], text).toMatchObject({ row, fit: 'exact' })
      }
    }
  }
})

test.each([
  ['3194', 3194],
  ['-50', 0xffffffce],
  ['0xE8000065', 0xe8000065],
  ['-402653083', 0xe8000065],
  ['4294967295', 0xffffffff],
  ['4294967296', undefined],
  ['-2147483649', undefined],
  ['', undefined],
  ['1e3', undefined],
  ['0b1', undefined],
  [' 1', undefined],
])('the code %j is the number %s', (code, expected) => {
  expect(errorNumber(code)).toBe(expected)
})

describe('Whatever is typed', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      'error ',
      '3194',
      '-',
      '0x',
      'E8000065',
      '(',
      ')',
      '.',
      ' ',
      '50',
      '9'.repeat(400),
    ),
  )
  const anything = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''))

  it('gives at most ten rows, each once, each for a number that stands in it', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const matches = findErrors(text)
        expect(matches.length).toBeLessThanOrEqual(10)
        expect(new Set(matches.map(({ row }) => row)).size).toBe(matches.length)
        for (const { row, code, fit } of matches) {
          expect(errorNumber(code)).toBeDefined()
          const isNamed = row.codes.some((other) => errorNumber(other) === errorNumber(code))
          expect(isNamed).toBe(fit === 'exact')
        }
      }),
      { numRuns: 500 },
    )
  })

  it('finds nothing in a text without digits', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(findErrors(text.normalize('NFKC').replace(/[0-9]/g, ''))).toEqual([])
      }),
    )
  })

  it('finds any number of 3000 to 3999 in the range, whatever words stand around it', () => {
    const words = fc.constantFrom('error', 'fel', 'code', 'okänt fel', 'unknown error', 'nummer')
    fc.assert(
      fc.property(fc.integer({ min: 3000, max: 3999 }), words, (number, word) => {
        expect(ids(`${word} (${String(number)}).`)).toContain('range-3000')
      }),
    )
  })

  it('reads only the beginning of an endless text', () => {
    const endless = `${'error 1 '.repeat(500_000)} error 3194`
    expect(findErrors(endless)).toEqual([])
    expect(ids(`error 3194 ${'-'.repeat(5_000_000)}`)).toContain('signing-refused')
  })
})
