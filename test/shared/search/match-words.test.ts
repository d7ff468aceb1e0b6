/** Does what somebody types find what it means: by beginnings, with slips, without the little words? */
import { expect, test } from 'vitest'
import { askedWords, isMeant, matcherOf, wordsOf } from '../../../shared/search/match-words.ts'

test('words are letters and digits, folded, and the little ones say nothing', () => {
  expect(wordsOf('  What’s “Bonjour”, v2? ')).toEqual(['what', 's', 'bonjour', 'v2'])
  expect(wordsOf('')).toEqual([])
  expect(askedWords('why does THE Bonjour and my it run')).toEqual(['bonjour', 'run'])
  expect(askedWords('warum und wie läuft Bonjour')).toContain('bonjour')
  expect(askedWords('ab abc')).toEqual(['abc'])
})

test.each([
  ['bonj', 'bonjour', true],
  ['bonjour', 'bonj', false],
  ['bonj', 'xbonjour', false],
  // Slips: none in four letters, one from five, two from nine.
  ['sync', 'sinc', false],
  ['syncs', 'sincs', true],
  ['syncs', 'sinks', false],
  ['services', 'servcies', true],
  ['services', 'sarvcies', false],
  ['bonjourse', 'banjoursa', true],
  ['bonjourse', 'banjaursa', false],
])('%s means %s: %s', (wanted, word, is) => {
  expect(isMeant(wanted, word)).toBe(is)
})

test('every word that says something has to be there', () => {
  const match = matcherOf('apple the mobile')
  expect(match?.('Apple Mobile Device Service')).toBe(true)
  expect(match?.('Mobile, of Apple')).toBe(true)
  expect(match?.('Apple Software Update')).toBe(false)
  expect(matcherOf('the of')).toBeUndefined()
  expect(matcherOf('')).toBeUndefined()
  const words = (count: number) => Array.from({ length: count }, (_, at) => `word${at}`).join(' ')
  expect(matcherOf(words(8))?.(words(8))).toBe(true)
  expect(matcherOf(words(9))).toBeUndefined()
  // What stands behind 200 letters is not read.
  expect(askedWords(`${' '.repeat(196)}abcdef`)).toEqual(['abcd'])
})

test.each([
  ['en', 'what is the Bonjour and why does this not'],
  ['sv', 'vad är det och hur kan mina för Bonjour'],
  ['de', 'was ist das und warum kann mein Bonjour nicht'],
  ['fr', 'pourquoi est des Bonjour dans mon qui pour'],
  ['es', 'que con las Bonjour por como cuando para'],
])('the little words of a question say nothing: %s', (_language, question) => {
  expect(askedWords(question)).toEqual(['bonjour'])
})
