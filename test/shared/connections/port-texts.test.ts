/** There are words for every code about ports, in every language. */
import { expect, test } from 'vitest'
import { supportedLanguages } from '../../../shared/text/languages.ts'
import { textsIn } from '../../fixtures/texts.ts'

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
    expect(textsIn(language).get(key)).toMatch(/\w{3}/)
  }
})
