/** The order of the rows. By any column; what does not run and what is not known come last, equal ones by their pid. */
import type { ColumnId, Order } from '../../../shared/model/list-options.ts'
import type { Language } from '../../../shared/text/languages.ts'
import type { RowVerdict, SeenOf } from '../seen.ts'
import { numberOf } from './columns.ts'
import type { Row } from '../process-rows.ts'

/** Where a text stands among those of the list. */
export type TextOrder = (texts: readonly string[]) => (text: string) => number

/** Comparing by a language's rules is slow: it is done once for each different text, and again when a new one comes. */
export function createTextOrder(language: Language): TextOrder {
  const collator = new Intl.Collator(language, { sensitivity: 'base' })
  let ranks = new Map<string, number>()
  return (texts) => {
    if (!texts.every((text) => ranks.has(text))) {
      const sorted = [...new Set(texts)].sort(collator.compare)
      ranks = new Map()
      let rank = 0
      let last: string | undefined
      for (const text of sorted) {
        // Texts that differ in case alone are equal here.
        if (last === undefined || collator.compare(last, text) !== 0) rank += 1
        ranks.set(text, rank)
        last = text
      }
    }
    const known = ranks
    return (text) => known.get(text) ?? 0
  }
}

/** What most needs eyes first. */
const verdictOrder = [
  'tampered',
  'planted-library',
  'wrong-signer',
  'unsigned',
  'wrong-folder',
  'cannot-tell',
  'genuine',
  'from-apple',
  'not-judged',
  'windows',
  'looking',
  'absent',
] as const satisfies readonly RowVerdict[]

export interface SortContext {
  readonly parents: ReadonlyMap<string, Row>
  readonly seenOf: SeenOf
  /** Words of the publisher, empty where not known. */
  readonly publisherText: (row: Row) => string
  readonly nameOrder: TextOrder
  readonly publisherOrder: TextOrder
}

type Value = number | string | null

/** Of paths and command lines: by their letters, which is quick, as the column is long. */
const folded = (text: string) => (text === '' ? null : text.toLowerCase())

function valuesOf(
  rows: readonly Row[],
  column: ColumnId,
  context: SortContext,
): (row: Row) => Value {
  const { parents, seenOf, publisherText, nameOrder, publisherOrder } = context
  switch (column) {
    case 'name': {
      const rank = nameOrder(rows.map(({ name }) => name))
      return ({ name }) => (name === '' ? null : rank(name))
    }
    case 'parent': {
      const nameIn = (row: Row) => parents.get(row.key)?.name
      const rank = nameOrder(rows.map((row) => nameIn(row) ?? ''))
      return (row) => {
        const name = nameIn(row)
        return name === undefined ? null : rank(name)
      }
    }
    case 'publisher': {
      const rank = publisherOrder(rows.map(publisherText))
      return (row) => {
        const text = publisherText(row)
        return text === '' ? null : rank(text)
      }
    }
    case 'verdict':
      return (row) => verdictOrder.indexOf(seenOf(row).verdict)
    case 'path':
    case 'commandLine':
      return (row) => {
        const text = seenOf(row)[column]
        return text.state === 'known' ? folded(text.value) : null
      }
    case 'services':
      return (row) => {
        const { services } = seenOf(row)
        return services.state === 'known' ? folded(services.value.join(', ')) : null
      }
    case 'pid':
    case 'cpu':
    case 'memory':
    case 'started':
    case 'session':
    case 'threads':
    case 'handles':
      return (row) => numberOf(row, column) ?? null
  }
}

export function sortRows(
  rows: readonly Row[],
  { column, isDescending }: Order,
  context: SortContext,
): readonly Row[] {
  const valueOf = valuesOf(rows, column, context)
  const sign = isDescending ? -1 : 1
  const keyed = rows.map((row) => ({ row, value: valueOf(row), pid: row.process.pid }))
  keyed.sort((a, b) => {
    if (a.row.isAbsent !== b.row.isAbsent) return a.row.isAbsent ? 1 : -1
    if (a.value !== b.value) {
      if (a.value === null) return 1
      if (b.value === null) return -1
      return a.value < b.value ? -sign : sign
    }
    // The living of a pid before the one that it had belonged to.
    return a.pid - b.pid || (b.row.startedMs ?? 0) - (a.row.startedMs ?? 0)
  })
  return keyed.map(({ row }) => row)
}

/** A click on a column: sorts by it, and the other way round when it is sorted by it already. Sizes begin with the largest. */
export function nextOrder(order: Order, column: ColumnId): Order {
  if (order.column === column) return { column, isDescending: !order.isDescending }
  const largestFirst: readonly ColumnId[] = ['cpu', 'memory', 'threads', 'handles', 'started']
  return { column, isDescending: largestFirst.includes(column) }
}
