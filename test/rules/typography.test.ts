/** Are the texts set as each language sets them: its own quotation marks, its own spaces, no shouting? */
import { expect, test } from 'vitest'
import { supportedLanguages } from '../../shared/text/languages.ts'
import { textsIn } from '../fixtures/texts.ts'

/** What a text of the language must not hold. */
const foreign: Readonly<Record<'de' | 'fr' | 'es', readonly RegExp[]>> = {
  de: [/["”«»]/, /“[^„]*“/],
  // A space that breaks no line before high signs and within the marks; the apostrophe is the round one.
  fr: [
    /["“”„']/,
    /[^\u00a0][;?!»]/,
    /(?<![\u00a0\d])(?<!https?)(?<!\b[A-Z]):(?!\d)/,
    /«(?!\u00a0)/,
    / [:;?!»]/,
  ],
  es: [/["“”„']/, /«\s|\s»/, /^[^¿]*\?/],
}

test.each(Object.keys(foreign) as (keyof typeof foreign)[])(
  'the %s texts keep to the marks of their language',
  (language) => {
    const wrong = [...textsIn(language)].filter(([, text]) =>
      foreign[language].some((mark) => mark.test(text)),
    )
    expect(wrong).toEqual([])
  },
)

test.each(supportedLanguages)('the %s texts do not shout, and have no stray spaces', (language) => {
  expect(textsIn(language).size).toBeGreaterThan(500)
  const wrong = [...textsIn(language)].filter(([, text]) => /! | {2}|!$|^\s|\s$/.test(text))
  expect(wrong).toEqual([])
})
