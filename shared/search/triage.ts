/** A pasted list as rows: what each names, and how much the list knows of it. */
import type { Catalogue } from '../catalogue/schema.ts'
import { readOtherPrograms } from '../catalogue/other-programs.ts'
import type { LineAnswer } from '../model/what-is.ts'
import type { Words } from '../text/texts.ts'
import { isFileName } from './fold.ts'
import { pastedListLimits } from './pasted-list-limits.ts'
import { readQuestion } from './read-question.ts'
import { createWhatIs } from './what-is.ts'

/** `name`: alone. `path`: where the file lies, too. `signer`: who signed it, as the tool said. None of them proves anything. */
export const pastedKnowledge = ['name', 'path', 'signer'] as const
export type PastedKnowledge = (typeof pastedKnowledge)[number]

export interface PastedRow {
  readonly line: string
  /** Null where the line names no program. */
  readonly imageName: string | null
  /** The catalogue's id. */
  readonly id: string | null
  readonly knows: PastedKnowledge
  readonly answer: LineAnswer
}

export interface PastedList {
  readonly rows: readonly PastedRow[]
  /** Lines that were not read: there were too many. */
  readonly leftOut: number
}

const toldSigner =
  /\((?:not )?verified\)|\bApple Inc\b|\bCN=|\bO=[^=]{2,80}|\((?:[^()]{2,60}) -> [^()]{2,60}\)|\b(?:NotSigned|UnknownError|HashMismatch)\b|\bMicrosoft (?:Corporation|Windows)\b/i

export type Triage = (text: string, words: Words) => PastedList

/** Make it once and keep it. @param languages whose names for the processes are looked through. */
export function createTriage(
  catalogue: Pick<Catalogue, 'processes'>,
  languages: readonly Words[],
): Triage {
  const ask = createWhatIs(catalogue, languages)
  const names = new Map(catalogue.processes.map(({ id, imageName }) => [id, imageName]))
  return (text, words) => {
    const { lines, leftOut } = ask(text, words, null, pastedListLimits)
    return {
      rows: lines.map((answer) => ({
        line: answer.line,
        imageName: imageNameOf(answer, names),
        id: answer.entryId,
        knows: knowledgeOf(answer.line),
        answer,
      })),
      leftOut,
    }
  }
}

function imageNameOf(
  { entryId, otherId, name, isUnderstood }: LineAnswer,
  names: ReadonlyMap<string, string>,
): string | null {
  if (entryId !== null) return names.get(entryId) ?? null
  if (otherId !== null) {
    const other = readOtherPrograms().find(({ id }) => id === otherId)
    return other?.names.find(isFileName) ?? name
  }
  return isUnderstood && name !== '' ? name : null
}

function knowledgeOf(line: string): PastedKnowledge {
  if (toldSigner.test(line)) return 'signer'
  return readQuestion(line).hasPath ? 'path' : 'name'
}
