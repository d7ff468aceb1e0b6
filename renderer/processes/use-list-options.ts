/** The options of the table, remembered. */
import { useCallback, useState } from 'react'
import {
  columnIds,
  type ColumnId,
  type ListOptions,
  type ProcessListId,
} from '../../shared/model/list-options.ts'
import { usualColumns } from './grid/columns.ts'
import { nextOrder } from './grid/sort-rows.ts'

const usualOptions: ListOptions = {
  columns: usualColumns,
  order: { column: 'name', isDescending: false },
  isTree: false,
}

/**
 * @param initial what was chosen when the view was open before.
 * @param onChange is told each choice, so that the view can be opened with it again.
 */
export function useListOptions(
  initial: ListOptions | undefined,
  onChange: ((options: ListOptions) => void) | undefined,
) {
  const [options, setOptions] = useState(initial ?? usualOptions)

  const change = useCallback(
    (more: Partial<ListOptions>) => {
      const next = { ...options, ...more }
      setOptions(next)
      onChange?.(next)
    },
    [options, onChange],
  )
  const sortBy = useCallback(
    (column: ColumnId) => {
      change({ order: nextOrder(options.order, column) })
    },
    [options, change],
  )
  /** New columns come at the end of those that stand before them in the list of all. */
  const showColumns = useCallback(
    (chosen: readonly ColumnId[]) => {
      const kept = options.columns.filter((id) => id === 'name' || chosen.includes(id))
      const added = columnIds.filter((id) => chosen.includes(id) && !kept.includes(id))
      const columns = [...kept, ...added]
      // Sorted by a column that nobody sees, the order would look like none.
      const order = columns.includes(options.order.column) ? options.order : usualOptions.order
      change({ columns, order })
    },
    [options, change],
  )
  const resetColumns = useCallback(() => {
    change({ columns: usualColumns, order: usualOptions.order, widths: undefined })
  }, [change])
  const setWidth = useCallback(
    (column: ColumnId, px: number) => {
      change({ widths: { ...options.widths, [column]: px } })
    },
    [options, change],
  )
  /** The name stays the first. */
  const moveColumn = useCallback(
    (column: ColumnId, by: number) => {
      const from = options.columns.indexOf(column)
      const to = Math.max(1, Math.min(options.columns.length - 1, from + by))
      if (from < 1 || to === from) return
      const columns = options.columns.filter((id) => id !== column)
      change({ columns: [...columns.slice(0, to), column, ...columns.slice(to)] })
    },
    [options, change],
  )
  const showTree = useCallback(
    (isTree: boolean) => {
      change({ isTree })
    },
    [change],
  )
  const hideMicrosoft = useCallback(
    (hidesMicrosoft: boolean) => {
      change({ hidesMicrosoft })
    },
    [change],
  )
  const [list, openList] = useState<ProcessListId>(options.list ?? 'running')
  const showList = useCallback(
    (next: ProcessListId) => {
      openList(next)
      change({ list: next })
    },
    [change],
  )
  return {
    options,
    list,
    /** For once: what is remembered stays. */
    openList,
    sortBy,
    showColumns,
    resetColumns,
    setWidth,
    moveColumn,
    showTree,
    hideMicrosoft,
    showList,
  }
}
