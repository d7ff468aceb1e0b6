/** What is the thing that somebody asks about, by whatever they typed or pasted? */
import type { LookAlikeWhy } from './inspection.ts'

/** `typo`: nearly that name. `part`: a part of the name. `words`: what it does. */
export type SuggestionWhy = 'typo' | 'part' | 'words'

export interface WhatIsAnswer {
  /** The name that was read out of the text; empty when there was none. */
  readonly name: string
  /** Catalogue id of exactly that name, in any case, with or without `.exe`. */
  readonly entryId: string | null
  /** Best first, at most 5. Empty when the name is exactly a catalogue's. */
  readonly suggestions: readonly { readonly entryId: string; readonly why: SuggestionWhy }[]
  /** The name could be taken for one of the catalogue's. */
  readonly lookAlike: { readonly resembles: string; readonly why: LookAlikeWhy } | null
  /** Processes of that name that run now, at most 50. Null when there is no list. */
  readonly running: readonly { readonly pid: number; readonly name: string }[] | null
}
