/**
 * The words of the window. English comes along with its script; every other language is a file of its own, read when it
 * is wanted: nobody waits at the start for four languages that they do not read.
 */
import type { Language } from '../../shared/text/languages.ts'
import { makeWords, type Texts, type Words } from '../../shared/text/words.ts'

const english = import.meta.glob<Texts>('../../assets/texts/en/*.json', {
  eager: true,
  import: 'default',
})

/** One file for each language: `codeSplitting` in electron.vite.config.ts puts its areas together. */
const others = import.meta.glob<Texts>(
  ['../../assets/texts/*/*.json', '!../../assets/texts/en/*.json'],
  { import: 'default' },
)

async function read(language: Language): Promise<Words> {
  const areas = Object.entries(others).filter(([path]) => path.includes(`/${language}/`))
  return makeWords(language, await Promise.all(areas.map(([, load]) => load())))
}

export const englishWords = makeWords('en', Object.values(english))

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
  const loading = read(language).then(
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
