/**
 * Which words does the program use, in any language, at once? For the main process, the command line and tests; the
 * window loads the language that it needs (renderer/text/load-words.ts). A missing text does not compile.
 */
import { de } from './languages/de.ts'
import { en } from './languages/en.ts'
import { es } from './languages/es.ts'
import { fr } from './languages/fr.ts'
import { sv } from './languages/sv.ts'
import type { Language } from './languages.ts'
import { makeWords, type Words } from './words.ts'

export type { TextKey, Words } from './words.ts'

const makers = {
  en: () => makeWords('en', en),
  sv: () => makeWords('sv', sv),
  de: () => makeWords('de', de),
  fr: () => makeWords('fr', fr),
  es: () => makeWords('es', es),
} satisfies Record<Language, () => Words>

const made = new Map<Language, Words>()

/** The words of one language; made once and kept. */
export function wordsIn(language: Language): Words {
  const kept = made.get(language)
  if (kept !== undefined) return kept
  const words = makers[language]()
  made.set(language, words)
  return words
}
