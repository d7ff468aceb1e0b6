/** Each thing has one word in each language: the tables of docs/terms.md, held against the texts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { supportedLanguages } from '../../shared/text/languages.ts'
import { textsIn } from '../fixtures/texts.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/terms.md'), 'utf8')

/** Each language's table, under a heading such as `## English (en)`: what its last column says not to use. */
const banned = new Map(
  page
    .split(/^## /m)
    .slice(1)
    .map((part) => [/\((\w+)\)/.exec(part)?.[1] ?? '', bannedIn(part)]),
)

function bannedIn(part: string): readonly string[] {
  return part
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .flatMap((line) => {
      const last = line.split('|').at(-2) ?? ''
      return [...last.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word)
    })
}

/** Whole words in any case; `*` is the rest of a word. */
function pattern(word: string): RegExp {
  const letters = String.raw`[\p{L}\p{N}]`
  const escaped = word.replace(/[.?+()[\]{}|^$\\]/g, String.raw`\$&`).replaceAll('*', `${letters}*`)
  return new RegExp(`(?<!${letters})${escaped}(?!${letters})`, 'iu')
}

const said = (text: string) => text.replace(/\{\{\w+\}\}/g, '')

test('a variant is found in any case and with any ending, and not within another word', () => {
  expect(pattern('mend*').test('It Mends itself')).toBe(true)
  expect(pattern('mend*').test('we recommend it')).toBe(false)
  expect(pattern('switch* off').test('was switched off')).toBe(true)
  expect(pattern('idag').test('idag.')).toBe(true)
  expect(pattern('töm').test('tömmer')).toBe(false)
})

test('the tables are of languages that the program speaks, English and Swedish among them', () => {
  expect([...banned.keys()]).toEqual(expect.arrayContaining(['en', 'sv']))
  expect([...supportedLanguages]).toEqual(expect.arrayContaining([...banned.keys()]))
  for (const words of banned.values()) expect(words.length).toBeGreaterThan(20)
})

test.each(supportedLanguages)('the %s texts use one word for one thing', (language) => {
  const words = (banned.get(language) ?? []).map((word) => ({ word, found: pattern(word) }))
  const wrong = [...textsIn(language)].flatMap(([key, text]) =>
    words
      .filter(({ found }) => found.test(said(text)))
      .map(({ word }) => `${key}: “${word}” in “${text}”`),
  )
  expect(wrong).toEqual([])
})
