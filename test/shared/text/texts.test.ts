import { expect, test } from 'vitest'
import { languageFromTag, supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'

test('values are put in as they are: never looked up, never escaped, never nested', () => {
  const name = '$t(app.name) {{language}} <b>&amp;</b>'
  for (const language of supportedLanguages) {
    expect(wordsIn(language).t('whatIs.foreign.title', { name })).toContain(name)
  }
})

test.each([
  ['en', 1, '1 process seen'],
  ['en', 2, '2 processes seen'],
  ['sv', 2, '2 processer sedda'],
  ['de', 0, '0 Prozesse gesehen'],
  ['de', 1, '1 Prozess gesehen'],
  ['fr', 0, '0 processus vu'],
  ['fr', 2, '2 processus vus'],
  ['fr', 1_000_000, '1\u202f000\u202f000 de processus vus'],
  ['es', 0, '0 procesos vistos'],
  ['es', 1, '1 proceso visto'],
  ['es', 3_000_000, '3.000.000 de procesos vistos'],
  ['en', 999, '999 processes seen'],
  ['en', 10_000, '10,000 processes seen'],
  ['sv', 10_000, '10\u00a0000 processer sedda'],
  ['de', 10_000, '10.000 Prozesse gesehen'],
  ['fr', 10_000, '10\u202f000 processus vus'],
  ['es', 10_000, '10.000 procesos vistos'],
  // Four digits stand together in Spanish.
  ['es', 1_000, '1000 procesos vistos'],
] as const)('plural forms and digits follow the language: %s %i', (language, count, text) => {
  expect(wordsIn(language).t('report.seen', { count })).toBe(text)
})

test.each([
  ['sv-SE', 'sv'],
  ['sv', 'sv'],
  ['SV_fi', 'sv'],
  ['en-GB', 'en'],
  ['de-AT', 'de'],
  ['de-Latn-CH', 'de'],
  ['fr-CA', 'fr'],
  ['es-MX', 'es'],
  ['es-419', 'es'],
  ['fi-FI', undefined],
  ['svx', undefined],
  ['est-EE', undefined],
  ['', undefined],
])('the system language %j asks for %j', (tag, expected) => {
  expect(languageFromTag(tag)).toBe(expected)
})

test('every language names itself, and is called the same in all', () => {
  for (const language of supportedLanguages) {
    const own = wordsIn(language).t(`language.${language}`)
    expect(own).not.toContain('.')
    for (const other of supportedLanguages) {
      expect(wordsIn(other).t(`language.${language}`)).toBe(own)
    }
  }
})

test('the words of a language are made once', () => {
  for (const language of supportedLanguages) {
    expect(wordsIn(language)).toBe(wordsIn(language))
    expect(wordsIn(language).language).toBe(language)
  }
})

// The labels of three languages once stood one place further: a key that is a number comes first in an object.
test.each([
  ['certain', /^(Certain|Säkert|Gesichert|Confirmado)/],
  ['2+', /^(Two|Två|Zwei|Deux|Dos)/],
  ['1', /^(One|En|Eine|Une|Una) /],
  ['inferred', /^(Our|Vår|Unser|Notre|Conclusión nuestra)/],
] as const)('the confidence %s means the same in every language', (confidence, meaning) => {
  for (const language of supportedLanguages) {
    expect(wordsIn(language).t(`confidence.${confidence}`)).toMatch(meaning)
  }
})
