/** The rows that the table shows: the three lists, what is known of each row, and what the filters leave. */
import { useMemo, useState } from 'react'
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { Inspection } from '../../shared/model/inspection.ts'
import type { ListOptions, ProcessListId } from '../../shared/model/list-options.ts'
import type { Words } from '../../shared/text/texts.ts'
import { countChips, type Filter } from './filter-rows.ts'
import type { ListState } from './list-state.ts'
import { makeLists } from './lists.ts'
import { entryFinder } from './process-rows.ts'
import { publisherKey, publisherWords } from './publisher-words.ts'
import { createSeen, judgementsOf, missedIn } from './seen.ts'
import { subjectsOf } from './subjects.ts'
import { useItems } from './use-items.ts'
import type { Learned } from './use-process-facts.ts'

interface Question {
  readonly state: ListState
  readonly learned: Learned
  readonly inspection: Inspection | undefined
  readonly findings: readonly Finding[]
  readonly catalogue: Catalogue
  readonly list: ProcessListId
  readonly options: ListOptions
  readonly filter: Filter
  readonly isLive: boolean
  readonly words: Words
}

export function useShownRows(question: Question) {
  const { state, learned, inspection, findings, catalogue, list, options, filter } = question
  const { isLive, words } = question
  const findEntry = useMemo(() => entryFinder(catalogue.processes), [catalogue])
  const judgements = useMemo(
    () => judgementsOf(subjectsOf(catalogue.processes, inspection), inspection, findings),
    [catalogue, inspection, findings],
  )
  const isKnown = inspection !== undefined
  const lists = useMemo(
    () => makeLists({ rows: state.rows, judgements, catalogue, findEntry, isKnown }),
    [state.rows, judgements, catalogue, findEntry, isKnown],
  )
  const [makeSeen] = useState(createSeen)
  const missed = useMemo(() => missedIn(inspection?.processes ?? []), [inspection?.processes])
  const seenOf = useMemo(
    () => makeSeen(isLive ? learned : { ...learned, isLearning: false }, judgements, missed),
    [makeSeen, learned, judgements, missed, isLive],
  )

  const isAll = list === 'all'
  const places = inspection?.places
  // What only the whole PC can be narrowed by does not hide a row of Apple's.
  const usedFilter = useMemo<Filter>(
    () =>
      isAll
        ? { ...filter, hidesMicrosoft: options.hidesMicrosoft === true }
        : { ...filter, onlyUnsigned: false, onlyWritable: false },
    [filter, isAll, options.hidesMicrosoft],
  )
  const isTree = isAll && options.isTree
  const usedOptions = useMemo(() => ({ order: options.order, isTree }), [options.order, isTree])
  const rows = lists[list]
  const items = useItems({
    ...{ rows, all: lists.all, options: usedOptions, filter: usedFilter },
    ...{ seenOf, places, words },
  })
  const { microsoft, unsigned, writable } = useMemo(
    () => countChips(isAll ? lists.all : [], seenOf, places),
    [isAll, lists.all, seenOf, places],
  )
  // Some row changes with every look: the counts seldom do.
  const chips = useMemo(() => ({ microsoft, unsigned, writable }), [microsoft, unsigned, writable])
  const publisherName = useMemo(() => {
    if (filter.publisher === undefined) return undefined
    for (const row of rows) {
      const { publisher } = seenOf(row)
      if (publisher !== null && publisherKey(publisher) === filter.publisher) {
        return publisherWords(words, publisher)
      }
    }
    return filter.publisher
  }, [filter.publisher, rows, seenOf, words])
  const isCounted = isKnown || state.lister !== undefined
  const [running, apple, all] = [lists.running.length, lists.apple.length, state.live.length]
  const counts = useMemo(
    () => (isCounted ? { running, apple, all } : undefined),
    [isCounted, running, apple, all],
  )
  return {
    ...items,
    rows,
    counts,
    lists,
    judgements,
    seenOf,
    usedFilter,
    isTree,
    chips,
    publisherName,
  }
}
