/**
 * The words of every language at once, for the main process, the command line and tests. The window loads the language
 * that it needs (renderer/text/load-words.ts).
 */
import type { Language } from './languages.ts'
import { makeWords, type Texts, type Words } from './words.ts'

export type { TextKey, Words } from './words.ts'

const files = import.meta.glob<Texts>('../../assets/texts/*/*.json', {
  eager: true,
  import: 'default',
})

const made = new Map<Language, Words>()

/** The texts of one language as they lie in its files, for a worker that has none of its own. */
export function textsIn(language: Language): readonly Texts[] {
  return Object.entries(files).flatMap(([path, texts]) =>
    path.includes(`/${language}/`) ? [texts] : [],
  )
}

/** The words of one language; made once and kept. */
export function wordsIn(language: Language): Words {
  const kept = made.get(language)
  if (kept !== undefined) return kept
  const words = makeWords(language, textsIn(language))
  made.set(language, words)
  return words
}
