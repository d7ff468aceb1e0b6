import { expect, test } from 'vitest'
import { preferredLanguage } from '../../../electron/settings/preferred-language.ts'

test("the first of the user's languages that we speak is taken, else English", () => {
  expect(preferredLanguage(['fi-FI', 'sv-SE', 'de-DE'])).toBe('sv')
  expect(preferredLanguage(['fi-FI'])).toBe('en')
  expect(preferredLanguage([])).toBe('en')
})
