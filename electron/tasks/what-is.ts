/**
 * Answers to "What is …?", and pasted lists row by row. A list of what runs now is asked for, and used again for the next letters that are typed.
 */
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { readyToCompare } from '../../shared/catalogue/confusables.ts'
import type { Result } from '../../shared/model/result.ts'
import type { Listing } from '../../shared/model/process.ts'
import type { WhatIsAnswer, PastedList } from '../../shared/catalogue/what-is.ts'
import { createTriage, type Triage } from '../../shared/search/triage.ts'
import { createWhatIs, type AskWhatIs } from '../../shared/search/what-is.ts'
import { supportedLanguages, type Language } from '../../shared/text/languages.ts'
import { wordsIn } from '../../shared/text/texts.ts'
import { keptFor } from '../async/kept-for.ts'
import { takeTurns } from '../async/turns.ts'

interface WhatIsSources {
  readonly list: (asking: { readonly signal: AbortSignal }) => Promise<Result<Listing, unknown>>
  readonly language: () => Promise<Language>
}

/** In milliseconds: as long as the window waits between two looks. */
const listKeptMs = 2_000

/** A list that takes longer must not keep somebody waiting who only wants to read what a process does. */
const patienceMs = 1_500

export interface WhatIsTasks {
  /** Without a list of what runs the answer says so; it never fails for that. */
  readonly ask: (text: string) => Promise<WhatIsAnswer>
  /** Of another PC: nothing here is looked at for it. */
  readonly readList: (text: string) => Promise<PastedList>
}

export function openWhatIs({ list, language }: WhatIsSources): WhatIsTasks {
  let ask: AskWhatIs | undefined
  let triage: Triage | undefined
  const listNow = keptFor(
    listKeptMs,
    async (): Promise<Listing | null> => {
      const answer = await list({ signal: AbortSignal.timeout(patienceMs) })
      return answer.ok ? answer.value : null
    },
    () => '',
    (listing) => listing !== null,
  )
  return {
    ask: async (text) => {
      ask ??= createWhatIs(readCatalogue(), supportedLanguages.map(wordsIn))
      const [spoken, listing] = await Promise.all([language(), listNow().catch(() => null)])
      const names = listing?.processes.map(({ name }) => name) ?? []
      await readyToCompare([text, ...names])
      return ask(text, wordsIn(spoken), listing)
    },
    readList: async (text) => {
      triage ??= createTriage(readCatalogue(), supportedLanguages.map(wordsIn))
      const [spoken] = await Promise.all([language(), readyToCompare([text])])
      return triage(text, wordsIn(spoken), takeTurns())
    },
  }
}
