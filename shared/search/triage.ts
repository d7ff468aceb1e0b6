/** A pasted list as rows: what each names, and how much the list knows of it. */
import { readOtherPrograms } from '../catalogue/other-programs.ts'
import type { Catalogue } from '../catalogue/schemas/catalogue-schema.ts'
import {
  pastedKnowledge,
  type LineAnswer,
  type PastedKnowledge,
  type PastedList,
  type PastedRow,
} from '../catalogue/what-is.ts'
import type { Words } from '../text/texts.ts'
import { nameOfOther } from '../text/what-is-words.ts'
import { isFileName } from './fold.ts'
import { imageNameIn } from './image-name.ts'
import { pastedListLimits } from './lines/pasted-list-limits.ts'
import { createReadLines } from './read-lines.ts'
import { readQuestion } from './lines/read-question.ts'
import { toldSigner, withSigners } from './lines/told-signer.ts'
import {
  blocksIn,
  isNamingKey,
  isOfAnother,
  readValue,
  tellsOfProgram,
  tellsSigner,
} from './lines/value-list.ts'
import { withoutGaps } from './lines/without-gaps.ts'

/** @param rest is awaited between two lines: whoever has other work to do takes a turn. */
export type Triage = (text: string, words: Words, rest?: () => Promise<void>) => Promise<PastedList>

/** Make it once and keep it. @param languages whose names for the processes are looked through. */
export function createTriage(
  { processes }: Pick<Catalogue, 'processes'>,
  languages: readonly Words[],
): Triage {
  const readLines = createReadLines(processes, languages)
  const names = new Map(processes.map(({ id, imageName }) => [id, imageName]))

  function imageNameOf({ entryId, otherId, ...answer }: LineAnswer, hasRows: boolean) {
    if (entryId !== null) return names.get(entryId) ?? null
    if (otherId === null) return imageNameIn(answer, hasRows)
    const other = readOtherPrograms().find(({ id }) => id === otherId)
    if (other === undefined) return answer.name
    const asked = nameOfOther(other, answer.name)
    return isFileName(asked) ? asked : (other.names.find(isFileName) ?? asked)
  }

  return async (text, words, rest) => {
    const { lines, answerAt, leftOut } = readLines(withoutGaps(text), words, null, pastedListLimits)
    const answers: (LineAnswer | null)[] = []
    for (const at of lines.keys()) {
      await rest?.()
      answers.push(answerAt(at))
    }
    const hasRows = isTable(lines) || answers.some((one) => one !== null && isFileName(one.name))
    const knowledgeOf = withSigners(lines, knowledgeIn)
    const rows = lines.map((line, at): PastedRow | null => {
      const answer = answers[at] ?? null
      if (answer === null) return null
      const imageName = imageNameOf(answer, hasRows)
      return { line, imageName, id: answer.entryId, knows: knowledgeOf(line, answer.name), answer }
    })
    const named = withoutValues(lines, rows).filter((row) => row !== null)
    const isOfPrograms = named.some(({ imageName }) => /\.exe$/i.test(imageName ?? ''))
    return { rows: isOfPrograms ? named.filter((row) => !isModule(row)) : named, leftOut }
  }
}

/** Two rows of a tool make a table: what stands alone round it is a caption, a greeting, a name under a letter. */
const isTable = (lines: readonly string[]): boolean =>
  lines.filter((line) => /\t|\d\s{2,60}\d/.test(line) && readQuestion(line).shape === 'row')
    .length > 1

type MaybeRow = PastedRow | null

/** Of a list of values only what names a program stays, once, with all that the list knows of it. */
function withoutValues(lines: readonly string[], rows: readonly MaybeRow[]): readonly MaybeRow[] {
  const made = [...rows]
  const values = lines.map(readValue)
  for (const [from, to] of blocksIn(values)) {
    const places = Array.from({ length: to - from }, (_, at) => from + at)
    const keyAt = (at: number) => values[at]?.key ?? ''
    const isNamed = (at: number) =>
      rows[at]?.imageName != null &&
      (isNamingKey(keyAt(at)) || hasFile(lines[at] ?? '')) &&
      !(isOfAnother(keyAt(at)) && isOrdinary(rows[at]))
    const all = places.filter(isNamed)
    // Beside its file, the key of a service that nobody knows is one more name of it.
    const files = all.filter((at) => hasFile(lines[at] ?? ''))
    const naming =
      files.length === 0 ? all : all.filter((at) => files.includes(at) || !isOrdinary(rows[at]))
    if (naming.length === 0) continue
    const signed = places.some((at) => {
      const value = values[at]
      return value !== undefined && tellsSigner(value)
    })
    const first = new Map<string, number>()
    for (const at of places) {
      const row = rows[at] ?? null
      if (row === null) continue
      const subject = subjectOf(row)
      const before = first.get(subject)
      if (before !== undefined) {
        const kept = made[before] ?? row
        const isBetter = isFileName(row.imageName ?? '') && !isFileName(kept.imageName ?? '')
        const { imageName } = isBetter ? row : kept
        made[before] = { ...kept, imageName, knows: more(kept.knows, row.knows) }
        made[at] = null
      } else if (!naming.includes(at)) {
        made[at] = null
      } else if (tellsOfProgram(keyAt(at))) first.set(subject, at)
    }
    if (!signed || first.size !== 1) continue
    for (const at of first.values()) {
      const kept = made[at] ?? null
      if (kept !== null) made[at] = { ...kept, knows: 'signer' }
    }
  }
  return made
}

/** Nobody's of ours, and like nobody's. */
const isOrdinary = (row: MaybeRow | undefined): boolean =>
  row == null || (row.id === null && row.answer.otherId === null && row.answer.lookAlike === null)

/** What a program has loaded: a list of programs and their libraries is one of programs. */
const isModule = (row: PastedRow): boolean =>
  isOrdinary(row) && row.knows === 'name' && /\.(?:dll|sys)$/i.test(row.imageName ?? '')

const hasFile = (line: string): boolean => readQuestion(line).files.length > 0

/** `iTunesHelper` and `iTunesHelper.exe` are one. */
const subjectOf = ({ id, imageName }: PastedRow): string =>
  id ?? (imageName ?? '').toLowerCase().replace(/\.exe$/, '')

const more = (one: PastedKnowledge, other: PastedKnowledge): PastedKnowledge =>
  pastedKnowledge.indexOf(one) > pastedKnowledge.indexOf(other) ? one : other

/** @param name as the line writes it: the folder of another file tells nothing of it. */
function knowledgeIn(line: string, name: string): PastedKnowledge {
  if (toldSigner.test(line)) return 'signer'
  if (!readQuestion(line).hasPath) return 'name'
  return !isFileName(name) || /[\\/]/.test(signsBefore(line, name)) ? 'path' : 'name'
}

const signsBefore = (line: string, name: string): string =>
  line
    .toLowerCase()
    .split(name.toLowerCase())
    .slice(0, -1)
    .map((before) => before.at(-1) ?? '')
    .join('')
