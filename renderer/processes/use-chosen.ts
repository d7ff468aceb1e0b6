/** The chosen row, its details, and the focus between them; what somebody asked to see, and what a first start chooses. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { ProcessListId } from '../../shared/model/list-options.ts'
import type { ListState } from './list-state.ts'
import { rowOfAbsent, type Lists } from './lists.ts'
import type { Row } from './process-rows.ts'
import { judgedOf, type Judged, type Judgements, type SeenOf } from './seen.ts'

/** What somebody asked to see: a list, a catalogue id, or a process by `processKey`. A new object each time. */
export interface TableTarget {
  readonly id: string
}

interface Question {
  readonly catalogue: Catalogue
  readonly lists: Lists
  readonly list: ProcessListId
  readonly judgements: Judgements
  readonly seenOf: SeenOf
  readonly marks: ListState['marks']
  /** Whether there is anything to choose from yet. */
  readonly isKnown: boolean
  readonly hasFailed: boolean
  /** The details lie over the list, so that a click leads into them. */
  readonly isAlone: boolean
  readonly target: TableTarget | undefined
  /** Chosen at the last start. */
  readonly initialSelected: string | undefined
  readonly onSelected: ((id: string) => void) | undefined
  readonly onList: (list: ProcessListId) => void
  /** Somebody wants to see a row: no filter may hide it. */
  readonly onShow: () => void
}

export function useChosen(question: Question) {
  const { catalogue, lists, list, judgements, seenOf, marks, isKnown, isAlone } = question
  const { target, onSelected } = question
  const headingRef = useRef<HTMLHeadingElement>(null)
  const gridRef = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<Row>()
  const [isOpen, setIsOpen] = useState(false)
  /** What gets the focus once it is drawn. */
  const [wanted, setWanted] = useState<{ readonly on: 'heading' | 'grid' }>()
  useEffect(() => {
    if (wanted?.on === 'heading') headingRef.current?.focus()
    if (wanted?.on === 'grid') gridRef.current?.focus()
  }, [wanted])

  const open = useCallback(() => {
    setIsOpen(true)
    setWanted({ on: 'heading' })
  }, [])
  const focusGrid = useCallback(() => {
    setWanted({ on: 'grid' })
  }, [])
  const close = useCallback(() => {
    setIsOpen(false)
    setWanted({ on: 'grid' })
  }, [])
  const select = useCallback(
    (row: Row, isClick: boolean) => {
      setChosen(row)
      const id = row.isAbsent ? row.entry?.id : judgedOf(row, judgements)?.subject.id
      // A process that is not in the catalogue is another one at the next start.
      if (id !== undefined && !id.startsWith('pid:')) onSelected?.(id)
      if (!isClick) return
      // Beside each other the focus stays in the list.
      if (isAlone) open()
      else setIsOpen(true)
    },
    [isAlone, open, judgements, onSelected],
  )

  /** The row of a catalogue id or a process key, the worst of several first; of what does not run its own. */
  const rowOf = (id: string): Row | undefined => {
    const running = lists.running.filter((row) => judgedOf(row, judgements)?.subject.id === id)
    const worst = running.find((row) => seenOf(row).level === 'danger') ?? running[0]
    if (worst !== undefined) return worst
    const entry = catalogue.processes.find((one) => one.id === id)
    return entry && rowOfAbsent(entry)
  }
  const show = (row: Row) => {
    setChosen(row)
    setIsOpen(true)
    setWanted({ on: 'heading' })
    const isThere = lists[list].some(({ key }) => key === row.key)
    if (!isThere) question.onList(row.isAbsent ? 'apple' : 'running')
  }
  const [seenTarget, setSeenTarget] = useState<TableTarget>()
  const [isStarted, setIsStarted] = useState(false)
  if (target !== undefined && target !== seenTarget) {
    const { id } = target
    if (id === 'all' || id === 'apple' || id === 'running') {
      setSeenTarget(target)
      question.onList(id)
    } else if (isKnown || question.hasFailed) {
      setSeenTarget(target)
      setIsStarted(true)
      question.onShow()
      const row = rowOf(id)
      if (row !== undefined) show(row)
    }
  } else if (isKnown && !isStarted) {
    // A first start chooses the worst that runs, or what was chosen last and runs; never what does not run.
    setIsStarted(true)
    const { initialSelected } = question
    const last = initialSelected === undefined ? undefined : rowOf(initialSelected)
    const row =
      lists.running.find((one) => seenOf(one).level === 'danger') ??
      (last?.isAbsent === false ? last : undefined)
    if (row !== undefined && chosen === undefined) {
      setChosen(row)
      if (!isAlone) setIsOpen(true)
    }
  }

  // The chosen row as it is now; one that has gone is still what its details are about.
  const isChosen = ({ key }: Row) => key === chosen?.key
  const current = lists[list].find(isChosen) ?? lists.running.find(isChosen)
  const row = current ?? chosen
  const hasEnded =
    row?.isAbsent === false && (current === undefined || marks.get(current.key)?.mark === 'ended')
  const judged = row && judgedOf(row, judgements)
  // What has ended is told about as it was last judged.
  const [lastJudged, setLastJudged] = useState<{ readonly key: string; readonly judged: Judged }>()
  if (row !== undefined && judged !== undefined && judged !== lastJudged?.judged) {
    setLastJudged({ key: row.key, judged })
  }
  const known = judged ?? (lastJudged?.key === row?.key ? lastJudged?.judged : undefined)
  return {
    row,
    judged: known,
    hasEnded,
    isOpen,
    headingRef,
    gridRef,
    open,
    close,
    select,
    focusGrid,
  }
}
