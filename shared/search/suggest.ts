/** Suggestions for a name that is not in the catalogue. */
import type { Catalogue, CatalogueProcess } from '../catalogue/schemas/catalogue-schema.ts'
import type { SuggestionWhy } from '../catalogue/what-is.ts'
import { wordsOfProcess } from '../text/process-words.ts'
import type { Words } from '../text/texts.ts'
import { editDistance } from './edit-distance.ts'
import { fold, isFileName, squeeze, withoutExe } from './fold.ts'
import { otherNamesOf } from './known-names.ts'

export interface Suggestion {
  readonly entryId: string
  readonly why: SuggestionWhy
}

const mostSuggestions = 5

/** Longer texts are no names, and would only cost time. */
const longestAsked = 80
/** Of a sentence that names something with slips. */
const longestSentence = 240

/** Everyday words: other makers' programs are called nearly the same (`AsyncServer.exe`, `SoftwareUpdater.exe`). */
const everyday = ['SyncServer.exe', 'SoftwareUpdate.exe', 'APSDaemon.exe', 'secd.exe']

/** Words that tell nothing about a process. */
const littleWords = new Set('the and for with what does och för med som att det vad'.split(' '))

interface Known {
  readonly entry: CatalogueProcess
  readonly stem: string
  readonly others: readonly string[]
  readonly isEveryday: boolean
}

/** Lower is better; undefined when there is no likeness. */
type Rank = number | undefined

/** @param languages whose names for the processes are looked through. */
export function createSuggest(
  processes: Catalogue['processes'],
  languages: readonly Words[],
): (name: string, words: Words) => readonly Suggestion[] {
  const known = processes.map((entry): Known => ({
    entry,
    stem: squeeze(withoutExe(entry.imageName)),
    others: otherNamesOf(entry, languages).map((name) => squeeze(withoutExe(name))),
    isEveryday: everyday.includes(entry.imageName),
  }))

  return (name, words) => {
    if (name.length > longestSentence) return []
    const isSentence = name.length > longestAsked
    const asked = isSentence ? '' : squeeze(withoutExe(name))
    const isFile = isFileName(name)
    const runs = isFile ? [] : runsOfWords(name)
    if (asked === '' && runs.length === 0) return []
    const found = known.flatMap((one) => {
      const inside = ['typo', slipInside(one, runs)] as const
      const ways: readonly (readonly [SuggestionWhy, Rank])[] = isSentence
        ? [inside]
        : [
            inside,
            ['typo', isFile && one.isEveryday ? undefined : typoRank(one, asked)],
            ['words', isFile ? undefined : otherNameRank(one, asked)],
            ['part', isFile ? filePartRank(one, asked) : partRank(one, asked)],
            ['words', isFile ? undefined : wordsRank(one, name, words)],
            ['part', isFile ? undefined : namedInside(one, name)],
          ]
      const best = ways
        .filter((way): way is readonly [SuggestionWhy, number] => way[1] !== undefined)
        .sort((a, b) => a[1] - b[1])[0]
      return best === undefined ? [] : [{ entryId: one.entry.id, why: best[0], rank: best[1] }]
    })
    return found
      .sort((a, b) => a.rank - b.rank)
      .slice(0, mostSuggestions)
      .map(({ entryId, why }) => ({ entryId, why }))
  }
}

/** Slips that are forgiven, by the length of the real name. */
function forgiven(length: number): number {
  if (length < 5) return 0
  if (length < 12) return 1
  return length < 18 ? 2 : 3
}

/** Blanks and dots do not count: `itunes helper` is iTunesHelper.exe, but for those. */
function typoRank({ stem }: Known, asked: string): Rank {
  const most = Math.min(forgiven(stem.length), forgiven(asked.length))
  const distance = editDistance(asked, stem, most)
  return distance > most ? undefined : distance / 10
}

/** Two to five words in a row, written as one. */
function runsOfWords(text: string): readonly string[] {
  const words = wordsOf(text).slice(0, 40)
  return words.flatMap((_, from) =>
    [2, 3, 4, 5].flatMap((count) =>
      from + count > words.length ? [] : [words.slice(from, from + count).join('')],
    ),
  )
}

/** Shorter names are too near to what people say. */
const shortestInside = 12

/** `why does apple moble device servce need the network`: a long name in the middle, slips forgiven. */
function slipInside({ stem, others, isEveryday }: Known, runs: readonly string[]): Rank {
  if (isEveryday) return undefined
  const names = [stem, ...others].filter((name) => name.length >= shortestInside)
  let best: Rank
  for (const name of names) {
    const most = forgiven(name.length)
    for (const run of runs) {
      if (Math.abs(run.length - name.length) > most) continue
      const distance = editDistance(run, name, most)
      if (distance <= most) best = Math.min(best ?? 9, 3 + distance / 10)
    }
  }
  return best
}

/** Whoever copies from Task Manager's first page has the description, not the file's name. */
function otherNameRank({ others }: Known, asked: string): Rank {
  if (others.includes(asked)) return 0.05
  const isNear = others.some((name) => {
    const most = Math.min(forgiven(name.length), forgiven(asked.length))
    return most > 0 && editDistance(asked, name, most) <= most
  })
  return isNear ? 0.5 : undefined
}

/** The beginning, then any other part: of the file's name, then of the other names. */
function partRank(one: Known, asked: string): Rank {
  const { stem, others } = one
  if (asked.length >= 2 && stem.startsWith(asked)) return 1
  if (asked.length >= 3 && others.some((name) => name.startsWith(asked))) return 1.5
  if (asked.length >= 4 && stem.includes(asked)) return 2
  if (asked.length >= 9 && others.some((name) => name.includes(asked))) return 2.5
  return holdsWhole(one, asked)
}

/** A whole file name is rarely a part of another: only long parts count. */
function filePartRank(one: Known, asked: string): Rank {
  if (asked.length >= 8 && one.stem.startsWith(asked)) return 1
  return holdsWhole(one, asked)
}

/** `iTunesHelper - Copy.exe` */
function holdsWhole({ stem, isEveryday }: Known, asked: string): Rank {
  if (isEveryday || stem.length < 9 || asked.length > 2 * stem.length) return undefined
  return asked.includes(stem) ? 3 : undefined
}

/** Every word that says something must begin a word of what we tell about the process. */
function wordsRank({ entry }: Known, text: string, words: Words): Rank {
  const wanted = wordsOf(text).filter((word) => word.length >= 3 && !littleWords.has(word))
  if (wanted.length > 8 || !wanted.some((word) => word.length >= 4)) return undefined
  const { name, summary, what } = wordsOfProcess(words, entry.id)
  const told = [name, `${name} ${summary}`, `${name} ${summary} ${what}`]
  const at = told.findIndex((one) => {
    const there = wordsOf(one)
    return wanted.every((word) => there.some((other) => other.startsWith(word)))
  })
  return at < 0 ? undefined : 4 + at
}

/** `How do I stop iTunes` */
function namedInside({ stem, others, isEveryday }: Known, text: string): Rank {
  if (isEveryday) return undefined
  const isNamed = wordsOf(text).some((word) => word === stem || others.includes(word))
  return isNamed ? 7 : undefined
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}
