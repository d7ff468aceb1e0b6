/** The menu of a row: where it is open, what is off in it, what it leads to. */
import { useCallback, useState } from 'react'
import { noFilter, type Filter } from './filter-rows.ts'
import type { MenuPlace } from './grid/ProcessGrid.tsx'
import type { Row } from './process-rows.ts'
import { publisherKey } from './publisher-words.ts'
import type { MenuItemId } from './RowMenu.tsx'
import type { SeenOf } from './seen.ts'
import type { RowAction } from './use-row-actions.ts'

interface Question {
  readonly seenOf: SeenOf
  readonly isLive: boolean
  readonly run: (action: RowAction, row: Row) => void
  readonly onFilter: (filter: Filter) => void
  readonly focusGrid: () => void
}

export function useRowMenu({ seenOf, isLive, run, onFilter, focusGrid }: Question) {
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
  return { opened, open, close, choose, isOff, properties, showProperties: setProperties }
}
