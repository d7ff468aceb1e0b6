/** Every line of a paste with its answer: what the search and a pasted list are made of. */
import type { Catalogue } from '../catalogue/schemas/catalogue-schema.ts'
import type { Listing } from '../model/process.ts'
import type { LineAnswer } from '../catalogue/what-is.ts'
import type { Words } from '../text/texts.ts'
import { createAnswerLine } from './answer-line.ts'
import { jsonAsLines } from './json-as-lines.ts'
import { runningIn } from './running.ts'
import { splitText, type TextLimits } from './lines/split-text.ts'

/** In longer blocks only the line that matters most is held against all names for likeness. */
const mostSuggesting = 20

export interface ReadLines {
  readonly lines: readonly string[]
  /** Null for a heading, a drawn line, a value. */
  readonly answerAt: (at: number) => LineAnswer | null
  readonly leftOut: number
}

/** @param listing null when there is no list. @param languages whose names for the processes are looked through. */
export function createReadLines(
  processes: Catalogue['processes'],
  languages: readonly Words[],
): (text: string, words: Words, listing: Listing | null, limits?: TextLimits) => ReadLines {
  const answerLine = createAnswerLine(processes, languages)
  return (text, words, listing, limits) => {
    const { lines, leftOut } = splitText(jsonAsLines(text), limits)
    const namesFollow = lines.some((line) => /^\[[^\]]{1,260}\]$/u.test(line))
    const suggests = lines.length <= mostSuggesting
    const around = { words, running: runningIn(listing), namesFollow, suggests }
    const answerAt = (at: number) => answerLine(lines[at] ?? '', { ...around, next: lines[at + 1] })
    return { lines, answerAt, leftOut }
  }
}
