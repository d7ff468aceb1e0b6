/** The chosen row, and the rows that the search leaves. */
import { useCallback, useMemo, useState } from 'react'
import type { CatalogueProcess } from '../../shared/catalogue/schema.ts'
import type { WindowChoices } from '../../shared/model/window-choices.ts'
import type { InspectionState } from '../inspection/inspection-state.ts'
import { processKey } from '../inspection/process-key.ts'
import { searchTexts, textOfEntry, textOfProcess } from '../search/search.ts'
import { useWords } from '../text/words-context.ts'
import { severities } from '../../shared/model/finding.ts'
import type { Inspection } from '../../shared/model/inspection.ts'
import { rowOfFinding } from './row-of-finding.ts'
import { subjectsOf, type Subject } from './subjects.ts'

export interface Selection {
  readonly query: string
  readonly setQuery: (query: string) => void
  /** Everything that there is to tell about. */
  readonly all: readonly Subject[]
  /** The rows that the search leaves. */
  readonly shown: readonly Subject[]
  /** The chosen row while it is shown; while somebody searches the first that is left; else the worst that runs, or none. */
  readonly selected: Subject | undefined
  readonly select: (id: string) => void
}

export function useSelection(
  entries: readonly CatalogueProcess[],
  { inspection, marks, endedLookAlikes }: InspectionState,
  { selectedId: remembered }: WindowChoices,
  remember: (choices: WindowChoices) => void,
): Selection {
  const words = useWords()
  const [query, setQuery] = useState('')
  const [chosenId, choose] = useState(remembered)
  const select = useCallback(
    (id: string) => {
      choose(id)
      // A process that is not in the catalogue is another one at the next start.
      if (!id.startsWith('pid:')) remember({ selectedId: id })
    },
    [remember],
  )
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
  const first = query.trim() === '' ? worstOf(inspection) : shown[0]?.id
  const selected = shown.find(({ id }) => id === chosenId) ?? shown.find(({ id }) => id === first)
  return { query, setQuery, all, shown, selected, select }
}

/** The row of the worst finding, if any row is bad. */
function worstOf(inspection: Inspection | undefined): string | undefined {
  if (inspection === undefined) return undefined
  return severities
    .toReversed()
    .filter((severity) => severity !== 'info')
    .flatMap((severity) => inspection.findings.filter((one) => one.severity === severity))
    .map((finding) => rowOfFinding(finding, inspection))
    .find((id) => id !== undefined)
}
