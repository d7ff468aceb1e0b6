/** The order of the rows. By any column; what is not known comes last, and equal ones stand by their pid. */
import type { ColumnId, Order } from '../../../shared/model/list-options.ts'
import type { Language } from '../../../shared/text/languages.ts'
import { numberOf } from './columns.ts'
import type { Row } from '../process-rows.ts'

/** Where a name stands among the names of the list. */
export type NameOrder = (rows: readonly Row[]) => (name: string) => number

/** Comparing by a language's rules is dear: it is done once for each different name, and again when a new one comes. */
export function createNameOrder(language: Language): NameOrder {
  const collator = new Intl.Collator(language, { sensitivity: 'base' })
  let ranks = new Map<string, number>()
  return (rows) => {
    if (!rows.every(({ name }) => ranks.has(name))) {
      const names = [...new Set(rows.map(({ name }) => name))].sort(collator.compare)
      ranks = new Map()
      let rank = 0
      let last: string | undefined
      for (const name of names) {
        // Names that differ in case alone are equal here.
        if (last === undefined || collator.compare(last, name) !== 0) rank += 1
        ranks.set(name, rank)
        last = name
      }
    }
    const known = ranks
    return (name) => known.get(name) ?? 0
  }
}

/** @param parents for the column `parent`: by the parent's name, then by those whose parent is not there. */
export function sortRows(
  rows: readonly Row[],
  { column, isDescending }: Order,
  rankOf: (name: string) => number,
  parents: ReadonlyMap<string, Row>,
): readonly Row[] {
  const valueOf = (row: Row): number | null => {
    if (column === 'name') return row.name === '' ? null : rankOf(row.name)
    if (column !== 'parent') return numberOf(row, column)
    const parent = parents.get(row.key)
    return parent === undefined ? null : rankOf(parent.name)
  }
  const sign = isDescending ? -1 : 1
  const keyed = rows.map((row) => ({ row, value: valueOf(row), pid: row.process.pid }))
  keyed.sort((a, b) => {
    if (a.value !== b.value) {
      if (a.value === null) return 1
      if (b.value === null) return -1
      return sign * (a.value - b.value)
    }
    // The living of a pid before the one that it had belonged to.
    return a.pid - b.pid || (b.row.startedMs ?? 0) - (a.row.startedMs ?? 0)
  })
  return keyed.map(({ row }) => row)
}

/** A click on a column: sorts by it, and the other way round when it is sorted by it already. Sizes begin with the largest. */
export function nextOrder(order: Order, column: ColumnId): Order {
  if (order.column === column) return { column, isDescending: !order.isDescending }
  const largestFirst: readonly ColumnId[] = ['memory', 'threads', 'handles', 'started']
  return { column, isDescending: largestFirst.includes(column) }
}
