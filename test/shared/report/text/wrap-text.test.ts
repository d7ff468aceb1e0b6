import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapText } from '../../../../shared/report/text/wrap-text.ts'

test('no line is longer than a terminal unless it is one long word, and no word is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-zåäö.]{1,120}$/)),
      fc.constantFrom('', '    '),
      (words, indent) => {
        const wrapped = wrapText(words.join(' '), indent)
        for (const line of wrapped.split('\n')) {
          expect(line.length <= 96 || !line.trim().includes(' ')).toBe(true)
          expect(line.startsWith(indent)).toBe(true)
        }
        expect(wrapped.split(/\s+/).filter(Boolean)).toEqual(words)
      },
    ),
  )
})

test('the lines after the first one can hang further in', () => {
  const lines = wrapText(`- ${'word '.repeat(40).trim()}`, '  ', '    ').split('\n')
  expect(lines.length).toBeGreaterThan(2)
  expect(lines[0]).toMatch(/^ {2}- word/)
  for (const line of lines.slice(1)) expect(line).toMatch(/^ {4}word/)
})
