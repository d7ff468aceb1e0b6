/** Whether a text is meant by what somebody types: every word that says something begins one of its words, slips forgiven. */
import { editDistance } from './edit-distance.ts'
import { fold } from './fold.ts'

/** More is no search, but a text. */
const mostWords = 8
const longestQuery = 200

/** Words that tell nothing, in the five languages. */
const littleWords = new Set(
  fold(
    'the and for with what does not is my an can how why when has have this that are was doesn isn don won cannot ' +
      'och för med som att det vad inte min mitt mina kan hur varför när har den är ett ' +
      'und der die das den ein eine mein meine für mit was nicht ist kann wie warum wenn hat mir ich ' +
      'les des une est pas mon que qui dans pour avec pourquoi quand sur mes elle ' +
      'los las una que con por para como mi no es del mis cuando',
  ).split(' '),
)

export function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** The words of a query that say something. */
export function askedWords(query: string): readonly string[] {
  return wordsOf(query.slice(0, longestQuery)).filter(
    (word) => word.length >= 3 && !littleWords.has(word),
  )
}

/** Somebody types its beginning, or the whole of it with a slip. */
export function isMeant(wanted: string, word: string): boolean {
  if (word.startsWith(wanted)) return true
  const most = wanted.length < 5 ? 0 : wanted.length < 9 ? 1 : 2
  return most > 0 && editDistance(wanted, word, most) <= most
}

/** @returns what finds a text; undefined where the query says nothing. */
export function matcherOf(query: string): ((text: string) => boolean) | undefined {
  const wanted = askedWords(query)
  if (wanted.length === 0 || wanted.length > mostWords) return undefined
  return (text) => {
    const there = wordsOf(text)
    return wanted.every((word) => there.some((one) => isMeant(word, one)))
  }
}
