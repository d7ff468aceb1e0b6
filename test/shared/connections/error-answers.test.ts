/** What is found for many ways of writing a number or a message: each row, how it fits, and how sure that is. */
import { expect, test } from 'vitest'
import { findErrors } from '../../../shared/connections/find-errors.ts'
import answers from '../../fixtures/error-answers.json' with { type: 'json' }

test.each(answers)('$text', ({ text, finds, unknown = [] }) => {
  const found = findErrors(text)
  expect(
    found.matches.map(({ row, codes, fit, isCertain }) =>
      [`${row.id} ${fit}${isCertain ? '' : '?'}`, codes.join('/')].join(' ').trim(),
    ),
  ).toEqual(finds)
  expect(found.unknown).toEqual(unknown)
})

test('at most eight rows and four numbers that nobody knows are told, however many there are', () => {
  const many = Array.from({ length: 30 }, (_, at) => String(3_000 + at)).join(', ')
  expect(findErrors(`error ${many}`).matches.length).toBeLessThanOrEqual(8)
  const strange = Array.from({ length: 30 }, (_, at) => `error ${String(700_001 + at)}.`).join(' ')
  expect(findErrors(strange)).toMatchObject({
    matches: [],
    unknown: ['700001', '700002', '700003', '700004'],
  })
  // The same number once more is the same answer.
  expect(findErrors('error 3194, error 3194').matches).toHaveLength(1)
  expect(findErrors(`${'word '.repeat(5_000)} error 3194`).matches).toEqual([])
})

test('a number beside the word for an error is the one that is asked for', () => {
  const ids = (text: string) => findErrors(text).matches.map(({ row }) => row.id)
  expect(ids('after 4013 restores of my iPhone came error 3194')).toEqual(['signing-refused'])
  expect(ids('(4013) and not 3194 is what my iPhone said to me')).toEqual(['link-lost'])
})
