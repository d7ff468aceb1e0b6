/** The words of every error: complete, short and calm, in every language. */
import { describe, expect, test } from 'vitest'
import { errorWhenSchema } from '../../../shared/catalogue/schemas/errors-schema.ts'
import { readErrors } from '../../../shared/catalogue/errors.ts'
import { findErrors } from '../../../shared/connections/find-errors.ts'
import { errorWords } from '../../../shared/text/error-words.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { textsIn } from '../../fixtures/texts.ts'

const errors = readErrors()
const steps = [...new Set(errors.flatMap((row) => row.steps))].sort()
const noted = errors.filter(({ note }) => note !== undefined)
const ids = errors.map(({ id }) => id).sort()

describe.each(supportedLanguages)('in %s', (language) => {
  const texts = textsIn(language)
  const below = (part: string) =>
    [...texts.keys()]
      .filter((key) => key.startsWith(`errors.${part}.`))
      .map((key) => key.slice(`errors.${part}.`.length))
      .sort()

  test('every row, step and occasion has a text, and no text is left over', () => {
    expect(below('meaning')).toEqual(ids)
    expect(below('step')).toEqual(steps)
    expect(below('when')).toEqual([...errorWhenSchema.options].sort())
    expect(below('note')).toEqual(noted.map(({ id }) => id).sort())
  })

  test('meanings and steps are short sentences', () => {
    for (const [key, text] of texts) {
      if (!/^errors\.(meaning|step|note)\./.test(key)) continue
      expect(text, key).toMatch(/^(\p{Lu}|iTunes |« ).*\.$/su)
      expect(text, key).not.toMatch(/\{\{|!|\$t\(| {2}/)
      expect(text.length, key).toBeLessThan(key.startsWith('errors.step.') ? 150 : 210)
    }
  })

  test('an answer is whole: what it is, when, one thing to do first', () => {
    const words = wordsIn(language)
    for (const row of errors) {
      const match = { row, codes: ['1'], fit: 'exact', isCertain: true } as const
      const told = errorWords(words, match)
      for (const text of [told.title, told.when, told.meaning, told.first, told.confidence]) {
        expect(text, row.id).not.toMatch(/^$|errors\.|\{\{/)
      }
      expect(told.then, row.id).toHaveLength(row.steps.length - 1)
    }
  })
})

test('the way a number was understood is said where it is not the one typed', () => {
  const words = wordsIn('en')
  const fitOf = (text: string) => {
    const [match] = findErrors(text).matches
    return match && errorWords(words, match).fit
  }
  expect(fitOf('0xE80000A')).toContain('0xE800000A')
  expect(fitOf('error 54')).toContain('-54')
  expect(fitOf('error 3123')).toContain('3000 – 3999')
  expect(fitOf('error 3194')).toBeUndefined()
})
