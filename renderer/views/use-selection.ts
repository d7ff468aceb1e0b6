/** Which process is chosen, and which one do the search's rows allow? */
import { useMemo, useState } from 'react'
import type { CatalogueProcess } from '../../shared/catalogue/schema.ts'
import { searchProcesses } from '../search/search.ts'
import { useWords } from '../text/words-context.ts'
import { inGroups } from './groups.ts'

export interface Selection {
  readonly query: string
  readonly setQuery: (query: string) => void
  /** The rows that the search leaves. */
  readonly shown: readonly CatalogueProcess[]
  /** The chosen row while it is shown, else the first row, else none. */
  readonly selected: CatalogueProcess | undefined
  readonly select: (id: string) => void
}

export function useSelection(processes: readonly CatalogueProcess[]): Selection {
  const words = useWords()
  const [query, setQuery] = useState('')
  const [chosenId, select] = useState<string>()
  const shown = useMemo(() => searchProcesses(processes, query, words), [processes, query, words])
  const selected = shown.find(({ id }) => id === chosenId) ?? inGroups(shown)[0]?.entries[0]
  return { query, setQuery, shown, selected, select }
}
