/** The texts that somebody describes in their own words. Rare words tell most, slips and other forms are forgiven. */
import { isMeant } from './match-words.ts'

/** What is found must have so much of the best one's score. */
const leastOfBest = 0.7
const nameCounts = 1.5

export interface RankedText {
  /** Words of its title, which count more. */
  readonly name: readonly string[]
  /** All its words, those of the title among them. */
  readonly all: readonly string[]
}

/** The same word, its beginning, or another form of it: `syncing`, `synkroniserar`, `reconnu`. */
function isForm(wanted: string, word: string): boolean {
  if (word.startsWith(wanted)) return true
  if (word.length >= 4 && wanted.startsWith(word) && wanted.length <= word.length + 3) return true
  let same = 0
  while (same < word.length && wanted[same] === word[same]) same += 1
  return same >= 5 && same >= 0.6 * Math.max(wanted.length, word.length)
}

/**
 * The best first.
 * @param asked the words that say something.
 * @param least the part of them that some text must know, and the part of the weight that each found text must have.
 */
export function rankTexts<T extends RankedText>(
  asked: readonly string[],
  texts: readonly T[],
  least: number,
): readonly T[] {
  const found = texts.map((text) => ({ text, score: 0, share: 0 }))
  let weightOfAll = 0
  let knownWords = 0
  let exactWords = 0
  for (const word of asked) {
    // Slips are forgiven where no text has the word as it stands: `uninstall` is no slip of `install`.
    const isSlip = !texts.some(({ all }) => all.some((one) => isForm(word, one)))
    const isLike = isSlip ? isMeant : isForm
    const has = found.filter(({ text }) => text.all.some((one) => isLike(word, one)))
    if (has.length === 0) continue
    knownWords += 1
    if (!isSlip) exactWords += 1
    const weight = Math.log(1 + texts.length / has.length)
    weightOfAll += weight
    for (const one of has) {
      one.share += weight
      one.score += one.text.name.some((its) => isLike(word, its)) ? weight * nameCounts : weight
    }
  }
  if (knownWords === 0 || knownWords < least * asked.length) return []
  // A slip beside words that nobody knows is one by chance.
  if (exactWords === 0 && knownWords < asked.length) return []
  const best = Math.max(...found.map(({ score }) => score))
  return found
    .filter(({ score, share }) => share >= least * weightOfAll && score >= leastOfBest * best)
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text)
}
