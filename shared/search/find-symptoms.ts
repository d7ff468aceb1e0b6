/** The symptoms that somebody describes in their own words: the doctor's names for them, and what people type. */
import { readSymptomWords } from '../doctor/symptom-words.ts'
import { symptoms, type Symptom } from '../model/symptom.ts'
import type { Words } from '../text/words.ts'
import { askedWords, wordsOf } from './match-words.ts'
import { rankTexts, type RankedText } from './rank-texts.ts'

/** More words are a text, and no description. */
const mostWords = 24
const leastKnown = 0.5

interface Known extends RankedText {
  readonly symptom: Symptom
}

const knownIn = new WeakMap<Words, readonly Known[]>()

function knownFor(words: Words): readonly Known[] {
  const before = knownIn.get(words)
  if (before !== undefined) return before
  const typed = readSymptomWords()
  const known = symptoms.map((symptom): Known => {
    const name = wordsOf(words.t(`doctor.symptom.${symptom}.name`))
    const shown = wordsOf(words.t(`doctor.symptom.${symptom}.words`))
    const all = new Set([...name, ...shown, ...typed[symptom].flatMap(wordsOf)])
    return { symptom, name, all: [...all] }
  })
  knownIn.set(words, known)
  return known
}

/**
 * Best first. A path, a row of a table and a number are no description.
 * @param name what the query names, as a program: that alone is no symptom either.
 */
export function findSymptoms(query: string, words: Words, name = ''): readonly Symptom[] {
  if (/[\\\t|]|\S\s{3}/u.test(query)) return []
  const inName = new Set(wordsOf(name))
  const asked = [...new Set(askedWords(query))].filter(
    (word) => !/^\d+$/.test(word) && !inName.has(word),
  )
  if (asked.length > mostWords) return []
  return rankTexts(asked, knownFor(words), leastKnown).map(({ symptom }) => symptom)
}
