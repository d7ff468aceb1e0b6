/** The chosen row, and the rows that the search leaves. */
import { useMemo, useState } from 'react'
import type { CatalogueProcess } from '../../shared/catalogue/schema.ts'
import type { InspectionState } from '../inspection/inspection-state.ts'
import { processKey } from '../inspection/process-key.ts'
import { searchTexts, textOfEntry, textOfProcess } from '../search/search.ts'
import { useWords } from '../text/words-context.ts'
import { subjectsOf, type Subject } from './subjects.ts'

export interface Selection {
  readonly query: string
  readonly setQuery: (query: string) => void
  /** Everything that there is to tell about. */
  readonly all: readonly Subject[]
  /** The rows that the search leaves. */
  readonly shown: readonly Subject[]
  /** The chosen row while it is shown, else the first row, else none. */
  readonly selected: Subject | undefined
  readonly select: (id: string) => void
}

export function useSelection(
  entries: readonly CatalogueProcess[],
  { inspection, marks, endedLookAlikes }: InspectionState,
): Selection {
  const words = useWords()
  const [query, setQuery] = useState('')
  const [chosenId, select] = useState<string>()
  const lookAlikes = inspection?.lookAlikes
  const otherApple = inspection?.otherApple
  // What has ended stays for a while, and as long as somebody reads about it.
  const ended = useMemo(
    () =>
      endedLookAlikes.filter((one) => {
        const id = processKey(one)
        return marks.has(id) || id === chosenId
      }),
    [endedLookAlikes, marks, chosenId],
  )
  const all = useMemo(
    () => subjectsOf(entries, lookAlikes && otherApple && { lookAlikes, otherApple }, ended),
    [entries, lookAlikes, otherApple, ended],
  )
  const shown = useMemo(
    () =>
      searchTexts(all, query, (subject) =>
        subject.kind === 'catalogue'
          ? textOfEntry(subject.entry, words)
          : textOfProcess(subject.process),
      ),
    [all, query, words],
  )
  const selected = shown.find(({ id }) => id === chosenId) ?? shown[0]
  return { query, setQuery, all, shown, selected, select }
}
