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

/** The words of one language; made once and kept. */
export function wordsIn(language: Language): Words {
  const kept = made.get(language)
  if (kept !== undefined) return kept
  const own = Object.entries(files).filter(([path]) => path.includes(`/${language}/`))
  const words = makeWords(
    language,
    own.map(([, texts]) => texts),
  )
  made.set(language, words)
  return words
}
