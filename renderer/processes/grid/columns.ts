/** The columns of the grid. */
import {
  columnIds,
  leastColumnPx,
  mostColumnPx,
  type ColumnId,
  type ListOptions,
} from '../../../shared/model/list-options.ts'
import { shownMemory, type ProcessCounts } from '../../../shared/model/process.ts'
import type { Probe } from '../../../shared/model/probe.ts'
import type { Row } from '../process-rows.ts'

export const rowPaddingPx = 12

/** The name always stays: a row without one would say nothing. */
export type ChosenColumn = Exclude<ColumnId, 'name'>
export const choosableColumns = columnIds.filter((id): id is ChosenColumn => id !== 'name')

export const usualColumns: readonly ColumnId[] = [
  'name',
  'pid',
  'cpu',
  'memory',
  'publisher',
  'verdict',
  'path',
]

/** What a row needs at least to stand on one line; more columns are scrolled sideways. */
const leastColumns: readonly ColumnId[] = ['name', 'pid', 'cpu', 'memory', 'verdict']

const numeric: readonly ColumnId[] = ['pid', 'cpu', 'memory', 'session', 'threads', 'handles']

/** Numbers stand on the right, so that their digits stand below each other. */
export const isNumeric = (column: ColumnId): boolean => numeric.includes(column)

/** Paths and command lines share what the others leave. */
const widths: Readonly<Record<ColumnId, { readonly px: number; readonly share: number }>> = {
  name: { px: 200, share: 3 },
  pid: { px: 60, share: 0 },
  cpu: { px: 54, share: 0 },
  memory: { px: 98, share: 0 },
  publisher: { px: 92, share: 2 },
  verdict: { px: 140, share: 0 },
  path: { px: 200, share: 4 },
  commandLine: { px: 220, share: 4 },
  services: { px: 150, share: 1 },
  parent: { px: 150, share: 1 },
  started: { px: 132, share: 0 },
  session: { px: 80, share: 0 },
  threads: { px: 84, share: 0 },
  handles: { px: 88, share: 0 },
}

type Widths = ListOptions['widths']

export function widthOf(column: ColumnId, chosen: Widths): number {
  return chosen?.[column] ?? widths[column].px
}

export function clampWidth(px: number): number {
  return Math.round(Math.min(mostColumnPx, Math.max(leastColumnPx, px)))
}

/** For the CSS property `grid-template-columns`. */
export function columnTracks(columns: readonly ColumnId[], chosen: Widths): string {
  return columns
    .map((id) => {
      const { px, share } = widths[id]
      const own = chosen?.[id]
      if (own !== undefined) return `${own}px`
      return share === 0 ? `${px}px` : `minmax(${px}px, ${share}fr)`
    })
    .join(' ')
}

/** The least width at which all of them can be read; narrower than that they are scrolled sideways. */
export function leastWidth(columns: readonly ColumnId[], chosen: Widths): number {
  return columns.reduce((sum, id) => sum + widthOf(id, chosen), 0) + rowPaddingPx * 2
}

/** Narrower than this a row stands on two lines. */
export const oneLinePx = leastWidth(leastColumns, undefined)

const valueOf = (probe: Probe<number>) => (probe.state === 'known' ? probe.value : null)
const countOf = ({ process: { counts } }: Row, which: keyof ProcessCounts) =>
  counts.state === 'known' ? counts.value[which] : null

const numbers: Readonly<Partial<Record<ColumnId, (row: Row) => number | null>>> = {
  pid: ({ process }) => process.pid,
  cpu: ({ cpu }) => cpu,
  started: ({ startedMs }) => startedMs,
  memory: ({ process }) => valueOf(shownMemory(process)),
  session: (row) => countOf(row, 'sessionId'),
  threads: (row) => countOf(row, 'threads'),
  handles: (row) => countOf(row, 'handles'),
}

/** What a column of numbers is sorted by; null when not known, undefined for a column of words. */
export function numberOf(row: Row, column: ColumnId): number | null | undefined {
  return numbers[column]?.(row)
}
