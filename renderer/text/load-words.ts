/**
 * Which words does the window use? English comes along with its script; every other language is a file of its own, read
 * when it is wanted: nobody waits at the start for four languages that they do not read.
 */
import { en } from '../../shared/text/languages/en.ts'
import type { Language } from '../../shared/text/languages.ts'
import { makeWords, type Words } from '../../shared/text/words.ts'

const loaders: Readonly<Record<Exclude<Language, 'en'>, () => Promise<Words>>> = {
  sv: async () => makeWords('sv', (await import('../../shared/text/languages/sv.ts')).sv),
  de: async () => makeWords('de', (await import('../../shared/text/languages/de.ts')).de),
  fr: async () => makeWords('fr', (await import('../../shared/text/languages/fr.ts')).fr),
  es: async () => makeWords('es', (await import('../../shared/text/languages/es.ts')).es),
}

export const englishWords = makeWords('en', en)

const loaded = new Map<Language, Words>([['en', englishWords]])
const underWay = new Map<Language, Promise<Words>>()

/** The words of a language that has been loaded already. */
export function loadedWords(language: Language): Words | undefined {
  return loaded.get(language)
}

/** Never rejects: where the file of a language cannot be read, the window speaks English. */
export function loadWords(language: Language): Promise<Words> {
  const kept = loaded.get(language)
  if (kept !== undefined || language === 'en') return Promise.resolve(kept ?? englishWords)
  const begun = underWay.get(language)
  if (begun !== undefined) return begun
  const loading = loaders[language]().then(
    (words) => {
      loaded.set(language, words)
      return words
    },
    () => {
      underWay.delete(language)
      return englishWords
    },
  )
  underWay.set(language, loading)
  return loading
}
