/** Does an answer name one process of the catalogue without doubt, be it by another name that Windows has for it? */
import type { Catalogue, CatalogueProcess } from '../../shared/catalogue/schema.ts'
import type { WhatIsAnswer } from '../../shared/model/what-is.ts'
import { isOtherNameOf } from '../../shared/search/known-names.ts'
import type { Words } from '../../shared/text/words.ts'
import { englishWords } from '../text/load-words.ts'

interface Meant {
  readonly entry: CatalogueProcess | undefined
  /** The other name; null when it was asked for by its own. */
  readonly askedAs: string | null
}

/** @param words of the window's language; English names are known beside them. */
export function meantEntry(answer: WhatIsAnswer, { processes }: Catalogue, words: Words): Meant {
  const { entryId, name, suggestions, lookAlike, running } = answer
  if (entryId !== null) {
    return { entry: processes.find(({ id }) => id === entryId), askedAs: null }
  }
  // A program that runs under the very name is what was asked for.
  if (lookAlike !== null || (running?.length ?? 0) > 0) return { entry: undefined, askedAs: null }
  const first = processes.find(({ id }) => id === suggestions[0]?.entryId)
  const isMeant = first && isOtherNameOf(first, name, [words, englishWords])
  return isMeant ? { entry: first, askedAs: name } : { entry: undefined, askedAs: null }
}
