/** The tips that go round which somebody looks for: by their words, and by the program that they are about. */
import { myths } from '../catalogue/myths.ts'
import type { Myth } from '../catalogue/schemas/myths-schema.ts'
import type { Catalogue } from '../catalogue/schemas/catalogue-schema.ts'
import type { TextKey, Words } from '../text/words.ts'
import { askedWords, wordsOf } from './match-words.ts'
import { rankTexts, type RankedText } from './rank-texts.ts'

const mostWords = 12
/** A tip that has only half of the words would stand beside everything. */
const leastKnown = 0.75

/** Best first. */
export function findTips(
  query: string,
  words: Words,
  { processes }: Pick<Catalogue, 'processes'>,
): readonly Myth[] {
  const asked = [...new Set(askedWords(query))]
  if (asked.length > mostWords || /[\\\t|]/u.test(query)) return []
  const known = myths.map((myth): RankedText & { readonly myth: Myth } => {
    const about = processes.filter(({ id }) => myth.about.includes(id))
    const title = words.t(`myths.item.${myth.id}.tip` as TextKey)
    const name = wordsOf(`${title} ${about.map(({ imageName }) => imageName).join(' ')}`)
    const truth = words.t(`myths.item.${myth.id}.truth` as TextKey)
    return { myth, name, all: [...new Set([...name, ...wordsOf(truth)])] }
  })
  return rankTexts(asked, known, leastKnown)
    .filter(({ name }) => asked.length > 1 || isAbout(asked, name))
    .map(({ myth }) => myth)
}

/** One word that stands only somewhere in the explanation finds nothing. */
const isAbout = (asked: readonly string[], name: readonly string[]): boolean =>
  asked.some((word) => name.some((one) => one.startsWith(word)))
