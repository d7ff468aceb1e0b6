/** The items of the table: filtered, sorted, folded. */
import { useCallback, useMemo, useState } from 'react'
import type { ListOptions } from '../../shared/model/list-options.ts'
import type { Places } from '../../shared/model/places.ts'
import type { Words } from '../../shared/text/texts.ts'
import { filterRows, type Filter } from './filter-rows.ts'
import { createParentFinder } from './find-parents.ts'
import { createTextOrder, sortRows } from './grid/sort-rows.ts'
import { buildTree, withAncestors, type Item } from './grid/tree.ts'
import type { Row } from './process-rows.ts'
import { publisherWords } from './publisher-words.ts'
import type { SeenOf } from './seen.ts'

export interface Items {
  readonly items: readonly Item[]
  readonly parents: ReadonlyMap<string, Row>
  /** Those that the filter leaves, folded away or not, without their parents. */
  readonly found: readonly Row[]
  /** Parents that are shown for the sake of what is below them. */
  readonly asideCount: number
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
  const item: Item = {
    row,
    level: 1,
    isExpanded: undefined,
    position: 1,
    siblings: 1,
    isAside: false,
  }
  flatItems.set(row, item)
  return item
}

/** Each once, those of `all` first. */
function withAll(rows: readonly Row[], all: readonly Row[]): readonly Row[] {
  if (rows === all) return all
  const keys = new Set(all.map(({ key }) => key))
  const more = rows.filter(({ key, isAbsent }) => !isAbsent && !keys.has(key))
  return more.length === 0 ? all : [...all, ...more]
}

interface Question {
  readonly rows: readonly Row[]
  /** Everything that runs: a parent need not be in the list itself. */
  readonly all: readonly Row[]
  readonly options: Pick<ListOptions, 'order' | 'isTree'>
  readonly filter: Filter
  readonly seenOf: SeenOf
  readonly places: Places | undefined
  readonly words: Words
}

export function useItems({ rows, all, options, filter, seenOf, places, words }: Question): Items {
  const { order, isTree } = options
  const [nameOrder, publisherOrder] = useMemo(
    () => [createTextOrder(words.language), createTextOrder(words.language)] as const,
    [words],
  )
  const publisherText = useCallback(
    (row: Row) => {
      const { publisher } = seenOf(row)
      return publisher === null || publisher.kind === 'unknown'
        ? ''
        : publisherWords(words, publisher)
    },
    [seenOf, words],
  )
  const [parentsOf] = useState(createParentFinder)
  const parents = useMemo(() => parentsOf(withAll(rows, all)), [parentsOf, rows, all])
  const sorted = useMemo(
    () => sortRows(rows, order, { parents, seenOf, publisherText, nameOrder, publisherOrder }),
    [rows, order, parents, seenOf, publisherText, nameOrder, publisherOrder],
  )
  const found = useMemo(
    () => filterRows(sorted, filter, { seenOf, places }),
    [sorted, filter, seenOf, places],
  )
  const left = useMemo(
    () => (isTree && found !== sorted ? withAncestors(sorted, found, parents) : found),
    [isTree, found, sorted, parents],
  )

  const [folded, setFolded] = useState<readonly Folded[]>([])
  const key = JSON.stringify({ ...filter, text: filter.text.trim() })
  const keys = folded.find((one) => one.filter === key)?.keys ?? noKeys
  const setExpanded = useCallback(
    (row: string, isExpanded: boolean) => {
      setFolded((last) => {
        const next = new Set(last.find((one) => one.filter === key)?.keys)
        if (isExpanded) next.delete(row)
        else next.add(row)
        // Of all filters only the present one is remembered.
        return [{ filter: key, keys: next }]
      })
    },
    [key],
  )

  const items = useMemo(() => {
    if (!isTree) return left.map(flatItem)
    const isFound = left === found ? undefined : new Set(found.map((row) => row.key))
    return buildTree({
      rows: left,
      parents,
      isCollapsed: (row) => keys.has(row),
      isAside: (row) => isFound !== undefined && !isFound.has(row.key),
    })
  }, [isTree, left, found, parents, keys])
  return { items, parents, found, asideCount: left.length - found.length, setExpanded }
}
