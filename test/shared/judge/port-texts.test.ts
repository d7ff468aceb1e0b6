/** Do the words about ports exist in every language, with the same values in them, for every code? */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { supportedLanguages } from '../../../shared/text/languages.ts'

interface Texts {
  readonly [key: string]: string | Texts
}

function flatten(texts: Texts, prefix = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`),
  )
}

const read = (language: string) => {
  const file = new URL(`../../../assets/texts/${language}/ports.json`, import.meta.url)
  return flatten(JSON.parse(readFileSync(file, 'utf8')) as Texts)
}
const values = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()

test.each(supportedLanguages)('%s says the same things with the same values', (language) => {
  const own = new Map(read(language))
  const english = read('en')
  // French and Spanish have a plural form more.
  expect([...own.keys()].filter((key) => !key.endsWith('_many'))).toEqual(
    english.map(([key]) => key),
  )
  for (const [key, text] of english) {
    const translated = own.get(key) ?? ''
    expect(translated.trim(), key).not.toBe('')
    expect(values(translated), key).toEqual(values(text))
  }
})

test.each([
  'ports.verdict.owner-expected',
  'ports.verdict.owner-other',
  'ports.verdict.nobody',
  'ports.verdict.cannot-tell',
  'ports.reason.owner-not-told',
  'ports.reason.owner-not-listed',
  'ports.reason.owner-not-proven',
  'ports.reason.several-owners',
])('there are words for %s', (key) => {
  for (const language of supportedLanguages) {
    expect(new Map(read(language)).get(key)).toMatch(/\w{3}/)
  }
})
