import { expect, test } from 'vitest'
import { languageFromTag, supportedLanguages } from '../../../shared/text/languages.ts'
import { wordsIn } from '../../../shared/text/texts.ts'

test('values are put in as they are: never looked up, never escaped, never nested', () => {
  const { t } = wordsIn('en')
  const name = '$t(app.name) {{language}} <b>&amp;</b>'
  expect(t('explain.unknown', { name })).toContain(name)
})

test('plural forms follow the language', () => {
  expect(wordsIn('en').t('report.seen', { count: 1 })).toBe('1 process seen')
  expect(wordsIn('en').t('report.seen', { count: 2 })).toBe('2 processes seen')
  expect(wordsIn('sv').t('report.seen', { count: 2 })).toBe('2 processer sedda')
})

test.each([
  ['sv-SE', 'sv'],
  ['sv', 'sv'],
  ['SV_fi', 'sv'],
  ['en-GB', 'en'],
  ['fi-FI', undefined],
  ['svx', undefined],
  ['', undefined],
])('the system language %j asks for %j', (tag, expected) => {
  expect(languageFromTag(tag)).toBe(expected)
})

test('every language names itself', () => {
  for (const language of supportedLanguages) {
    expect(wordsIn(language).t(`language.${language}`)).not.toContain('.')
  }
})
