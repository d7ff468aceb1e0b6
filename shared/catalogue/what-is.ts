/** An answer to "What is …?": one for each line of whatever somebody typed or pasted. */
import type { ErrorMatch } from './errors.ts'
import type { LookAlikeWhy } from '../model/inspection.ts'

/** `typo`: nearly that name. `part`: a part of the name. `words`: what it does. `named`: the line names it beside something else. */
export type SuggestionWhy = 'typo' | 'part' | 'words' | 'named'

/**
 * By what does a line name a program of the catalogue?
 * - `image`: by its own name, with or without its ending.
 * - `other`: by a service, a description, a localised name.
 * - `cut`: by the beginning that a tool has left of it.
 * - `port`: by a port that it listens on; the line holds no name.
 */
export type NamedBy = 'image' | 'other' | 'cut' | 'port'

export interface LineAnswer {
  /** The name as it stands in the line; empty for an error number, and for what was not understood. */
  readonly name: string
  /** The line itself, shortened. */
  readonly line: string
  /** False where the line names nothing: it is not a foreign program either. */
  readonly isUnderstood: boolean
  /** Catalogue id, where the line names one program without doubt. */
  readonly entryId: string | null
  /** Another program, a library, a driver or a package of Apple's that is named: an id of `assets/catalogue/other-programs.json`. */
  readonly otherId: string | null
  /** Null where `entryId` and `otherId` are. */
  readonly namedBy: NamedBy | null
  /** Best first, at most 5. Empty where `entryId` or `otherId` is known. */
  readonly suggestions: readonly { readonly entryId: string; readonly why: SuggestionWhy }[]
  /** The name could be taken for one of the catalogue's. */
  readonly lookAlike: { readonly resembles: string; readonly why: LookAlikeWhy } | null
  /** Processes of that name that run now, at most 50. Null when there is no list. */
  readonly running: readonly { readonly pid: number; readonly name: string }[] | null
  /** Error numbers in the line that the table knows. */
  readonly errors: readonly ErrorMatch[]
}

/** The answer to the line that matters most, and all others. */
export interface WhatIsAnswer extends LineAnswer {
  /** One for each line that asks something, in their order; the one above is among them. */
  readonly lines: readonly LineAnswer[]
  /** Lines at the end that were not read: there were too many. */
  readonly leftOut: number
}

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
