import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapText } from '../../../shared/report/wrap-text.ts'

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
