/** The menu of a row: where it is open, what is off in it, what it leads to. */
import { useCallback, useState } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { ColumnId } from '../../shared/model/list-options.ts'
import { useWords } from '../text/words-context.ts'
import { noFilter, type Filter } from './filter-rows.ts'
import { cellOf, copiedLine } from './grid/cell-text.ts'
import type { Formats } from './grid/formats.ts'
import type { MenuPlace } from './grid/ProcessGrid.tsx'
import type { Row } from './process-rows.ts'
import { publisherKey } from './publisher-words.ts'
import type { MenuItemId } from './RowMenu.tsx'
import type { SeenOf } from './seen.ts'
import { useRowActions } from './use-row-actions.ts'

interface Question {
  readonly bridge: InspectorBridge
  readonly seenOf: SeenOf
  readonly parents: ReadonlyMap<string, Row>
  readonly formats: Formats
  /** Those that a copied row has. */
  readonly columns: readonly ColumnId[]
  readonly isLive: boolean
  readonly onFilter: (filter: Filter) => void
  readonly focusGrid: () => void
}

export function useRowMenu(question: Question) {
  const { bridge, seenOf, parents, formats, columns, isLive, onFilter, focusGrid } = question
  const words = useWords()
  const lineOf = useCallback(
    (row: Row) => {
      const context = { seen: seenOf(row), parentName: parents.get(row.key)?.name, formats, words }
      return copiedLine(columns, (column) => cellOf(row, column, context))
    },
    [seenOf, parents, formats, words, columns],
  )
  const { run, told } = useRowActions(bridge, seenOf, lineOf)
  const [opened, setOpened] = useState<{ readonly row: Row; readonly at: MenuPlace }>()
  const [properties, setProperties] = useState<Row>()
  const open = useCallback((row: Row, at: MenuPlace) => {
    setOpened({ row, at })
  }, [])
  const close = useCallback(() => {
    setOpened(undefined)
    focusGrid()
  }, [focusGrid])
  const choose = (id: MenuItemId) => {
    close()
    const row = opened?.row
    if (row === undefined) return
    if (id === 'properties') setProperties(row)
    else if (id === 'filterPublisher') {
      const { publisher } = seenOf(row)
      if (publisher !== null) onFilter({ ...noFilter, publisher: publisherKey(publisher) })
    } else run(id, row)
  }
  const isOff = (id: MenuItemId): boolean => {
    if (opened === undefined || id === 'copyRow') return false
    const { path, publisher } = seenOf(opened.row)
    if (id === 'filterPublisher') return publisher === null
    if (id === 'properties') return opened.row.isAbsent
    if (path.state !== 'known') return true
    return id !== 'copyPath' && !isLive
  }
  return {
    run,
    told,
    opened,
    open,
    close,
    choose,
    isOff,
    properties,
    showProperties: setProperties,
  }
}
