/** Is a tip found by its own words in every language? */
import { expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { myths } from '../../../shared/catalogue/myths.ts'
import { findTips } from '../../../shared/search/find-tips.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import type { TextKey } from '../../../shared/text/words.ts'

const catalogue = readCatalogue()
const idsOf = (query: string, language: (typeof supportedLanguages)[number] = 'en') =>
  findTips(query, wordsIn(language), catalogue).map(({ id }) => id)

test.each(supportedLanguages)('each tip is found by its own words in %s', (language) => {
  for (const { id } of myths) {
    const title = wordsIn(language).t(`myths.item.${id}.tip` as TextKey)
    expect(idsOf(title, language)[0]).toBe(id)
  }
})

test.each([
  ['bonjour spyware', 'bonjour-spyware'],
  ['disable ipod service', 'disable-ipod-service'],
  ['bonjuor spywrae', 'bonjour-spyware'],
  ['what is the bonjour spyware and how does it have my PC', 'bonjour-spyware'],
  ['AppleMobileDeviceService save memory', 'end-amds-for-memory'],
])('%s is answered by %s', (query, id) => {
  expect(idsOf(query)[0]).toBe(id)
})

test.each(['svchost', 'notepad.exe', '4013', 'C:\\iTunes\\iTunes.exe', '', 'x'.repeat(100_000)])(
  '%s finds no tip',
  (query) => {
    expect(idsOf(query)).toEqual([])
  },
)
