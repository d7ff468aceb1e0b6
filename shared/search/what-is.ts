/** Answers to whatever somebody typed or pasted: names, paths, rows of any tool, sentences, error numbers. One reader for window and command line. */
import type { Catalogue } from '../catalogue/schemas/catalogue-schema.ts'
import type { Listing } from '../model/process.ts'
import type { LineAnswer, WhatIsAnswer } from '../catalogue/what-is.ts'
import type { Words } from '../text/texts.ts'
import { isDeceptive } from './answer-line.ts'
import { createReadLines } from './read-lines.ts'

/** @param words the language in which descriptions are searched. @param listing null when there is no list. */
export type AskWhatIs = (text: string, words: Words, listing: Listing | null) => WhatIsAnswer

/** Make it once and keep it. @param languages whose names for the processes are looked through. */
export function createWhatIs(
  { processes }: Pick<Catalogue, 'processes'>,
  languages: readonly Words[],
): AskWhatIs {
  const readLines = createReadLines(processes, languages)

  return (text, words, listing) => {
    const { lines, answerAt, leftOut } = readLines(text, words, listing)
    const answers = lines.map((_, at) => answerAt(at))
    const asked = merged(answers.filter((answer) => answer !== null))
    const [first] = [...asked].sort((a, b) => rankOf(a) - rankOf(b))
    const top = first ?? notUnderstood(lines[0] ?? '')
    const shown = asked.length === 0 && lines.length > 0 ? [top] : asked
    return { ...top, lines: shown, leftOut }
  }
}

/** Deception before all; then the first line that names something of ours, then whatever else was understood. */
function rankOf(answer: LineAnswer): number {
  if (isDeceptive(answer)) return 0
  if (answer.entryId !== null) return answer.namedBy === 'port' ? 2 : 1
  if (answer.otherId !== null) return 1
  if (answer.errors.length > 0) return 3
  if (answer.lookAlike !== null) return 4
  if (!answer.isUnderstood) return answer.suggestions.length > 0 ? 7 : 8
  return (answer.running?.length ?? 0) > 0 ? 5 : 6
}

/** A list of values names one program several times: its service, its description, its file. */
function merged(answers: readonly LineAnswer[]): readonly LineAnswer[] {
  const isValue = ({ line }: LineAnswer) =>
    /^["']?[\p{L}_][\p{L}\p{N}_ -]{0,40}["']?\s{0,40}[:=]/u.test(line)
  return answers.filter((answer, at) => {
    const before = answers[at - 1]
    return (
      before === undefined ||
      answer.entryId === null ||
      before.entryId !== answer.entryId ||
      !isValue(answer) ||
      !isValue(before)
    )
  })
}

const notUnderstood = (line: string): LineAnswer => ({
  name: '',
  line: line.slice(0, 200),
  isUnderstood: false,
  entryId: null,
  otherId: null,
  namedBy: null,
  suggestions: [],
  lookAlike: null,
  running: null,
  errors: [],
})
