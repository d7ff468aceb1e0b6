/** The items of the list: filtered, sorted, folded. */
import { useCallback, useMemo, useState } from 'react'
import type { Language } from '../../shared/text/languages.ts'
import { filterRows } from './filter-rows.ts'
import { findParents } from './find-parents.ts'
import type { ListState } from './list-state.ts'
import type { Row } from './process-rows.ts'
import { createNameOrder, sortRows } from './grid/sort-rows.ts'
import { buildTree, withAncestors, type Item } from './grid/tree.ts'
import type { ListOptions } from '../../shared/model/list-options.ts'

export interface Items {
  readonly items: readonly Item[]
  readonly parents: ReadonlyMap<string, Row>
  /** How many living processes the filter leaves, folded away or not. */
  readonly shown: number
  readonly setExpanded: (key: string, isExpanded: boolean) => void
}

/** What was folded without a filter does not hide what a filter finds. */
interface Folded {
  readonly filter: string
  readonly keys: ReadonlySet<string>
}

const noKeys: ReadonlySet<string> = new Set()

/** One item for one row, as long as the row stays the same. */
const flatItems = new WeakMap<Row, Item>()

function flatItem(row: Row): Item {
  const kept = flatItems.get(row)
  if (kept !== undefined) return kept
  const item: Item = { row, level: 1, isExpanded: undefined, position: 1, siblings: 1 }
  flatItems.set(row, item)
  return item
}

export function useItems(
  { rows, live }: ListState,
  { order, isTree }: ListOptions,
  filter: string,
  language: Language,
): Items {
  const nameOrder = useMemo(() => createNameOrder(language), [language])
  const parents = useMemo(() => findParents(rows), [rows])
  const sorted = useMemo(
    () => sortRows(rows, order, nameOrder(rows), parents),
    [rows, order, nameOrder, parents],
  )
  const left = useMemo(() => {
    const found = filterRows(sorted, filter)
    return isTree && found !== sorted ? withAncestors(sorted, found, parents) : found
  }, [sorted, filter, isTree, parents])
  const shown = useMemo(() => {
    if (left.length === rows.length) return live.length
    const living = new Set(live)
    return left.filter((row) => living.has(row)).length
  }, [left, rows, live])

  const [folded, setFolded] = useState<readonly Folded[]>([])
  const key = filter.trim()
  const keys = folded.find((one) => one.filter === key)?.keys ?? noKeys
  const setExpanded = useCallback(
    (row: string, isExpanded: boolean) => {
      setFolded((last) => {
        const next = new Set(last.find((one) => one.filter === key)?.keys)
        if (isExpanded) next.delete(row)
        else next.add(row)
        // Of all filters only the present one is remembered, beside the list without any.
        const whole = last.filter((one) => one.filter === '' && key !== '')
        return [...whole, { filter: key, keys: next }]
      })
    },
    [key],
  )

  const items = useMemo(
    () =>
      isTree
        ? buildTree({ rows: left, parents, isCollapsed: (row) => keys.has(row) })
        : left.map(flatItem),
    [isTree, left, parents, keys],
  )
  return { items, parents, shown, setExpanded }
}
