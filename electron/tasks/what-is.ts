/**
 * Answers to "What is …?" A list of what runs now is asked for, and used again for the next letters that are typed.
 */
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { readyToCompare } from '../../shared/catalogue/confusables.ts'
import type { Result } from '../../shared/model/result.ts'
import type { Listing } from '../../shared/model/process.ts'
import type { WhatIsAnswer } from '../../shared/model/what-is.ts'
import { createWhatIs, type AskWhatIs } from '../../shared/search/what-is.ts'
import { supportedLanguages, type Language } from '../../shared/text/languages.ts'
import { wordsIn } from '../../shared/text/texts.ts'
import { keptFor } from '../async/kept-for.ts'

interface WhatIsSources {
  readonly list: (asking: { readonly signal: AbortSignal }) => Promise<Result<Listing, unknown>>
  readonly language: () => Promise<Language>
}

/** In milliseconds: as long as the window waits between two looks. */
const listKeptMs = 2_000

/** A list that takes longer must not keep somebody waiting who only wants to read what a process does. */
const patienceMs = 1_500

/** @returns what answers `askWhatIs`. Without a list the answer says so; it never fails for that. */
export function openWhatIs({
  list,
  language,
}: WhatIsSources): (text: string) => Promise<WhatIsAnswer> {
  let ask: AskWhatIs | undefined
  const listNow = keptFor(
    listKeptMs,
    async (): Promise<Listing | null> => {
      const answer = await list({ signal: AbortSignal.timeout(patienceMs) })
      return answer.ok ? answer.value : null
    },
    () => '',
    (listing) => listing !== null,
  )
  return async (text) => {
    ask ??= createWhatIs(readCatalogue(), supportedLanguages.map(wordsIn))
    const [spoken, listing] = await Promise.all([language(), listNow().catch(() => null)])
    const names = listing?.processes.map(({ name }) => name) ?? []
    await readyToCompare([text, ...names])
    return ask(text, wordsIn(spoken), listing)
  }
}
