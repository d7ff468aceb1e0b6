/** Are the lines of a paste called what they are, and the worst of them first? */
import { expect, test } from 'vitest'
import type { LineAnswer } from '../../../shared/catalogue/what-is.ts'
import { lineVerdict, lineVerdicts, worstLinesFirst } from '../../../shared/search/line-verdict.ts'

const answer = (more: object): LineAnswer => ({
  ...{ name: 'x', line: 'x', isUnderstood: true, entryId: null, otherId: null, namedBy: null },
  ...{ suggestions: [], lookAlike: null, running: null, errors: [] },
  ...more,
})
const like = (why: string) => ({ lookAlike: { why } })
const cases = {
  'look-alike': { entryId: 'x', ...like('confusable-letters') },
  similar: like('typo'),
  'apple-name': { entryId: 'x', ...like('typo') },
  'apple-other': { otherId: 'x', ...like('typo') },
  error: { name: '', errors: [{}] },
  other: { errors: [{}] },
  'not-understood': { isUnderstood: false },
}

test.each(Object.entries(cases))('%s', (verdict, more) => {
  expect(lineVerdict(answer(more))).toBe(verdict)
})

test('hidden signs deceive, too', () => {
  expect(lineVerdict(answer(like('hidden-signs')))).toBe('look-alike')
})

test('what deceives and what is similar comes first, the others stay in their order', () => {
  expect(lineVerdicts.join(' ')).toBe(Object.keys(cases).join(' '))
  const lines = Object.values(cases).reverse().map(answer)
  expect(worstLinesFirst(lines).map(lineVerdict)).toEqual([
    ...['look-alike', 'similar', 'not-understood', 'other', 'error', 'apple-other', 'apple-name'],
  ])
})
