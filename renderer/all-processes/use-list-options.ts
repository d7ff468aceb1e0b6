/** The options of the list, remembered. */
import { useCallback, useState } from 'react'
import { columnIds, type ColumnId, type ListOptions } from '../../shared/model/list-options.ts'
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
    (next: ListOptions) => {
      setOptions(next)
      onChange?.(next)
    },
    [onChange],
  )
  const sortBy = useCallback(
    (column: ColumnId) => {
      change({ ...options, order: nextOrder(options.order, column) })
    },
    [options, change],
  )
  const showColumns = useCallback(
    (chosen: readonly string[]) => {
      const columns = columnIds.filter((id) => id === 'name' || chosen.includes(id))
      // Sorted by a column that nobody sees, the order would look like none.
      const order = columns.includes(options.order.column) ? options.order : usualOptions.order
      change({ ...options, columns, order })
    },
    [options, change],
  )
  const showTree = useCallback(
    (isTree: boolean) => {
      change({ ...options, isTree })
    },
    [options, change],
  )
  return { options, sortBy, showColumns, showTree }
}
