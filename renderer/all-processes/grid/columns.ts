/** The columns of the grid. */
import { columnIds, type ColumnId } from '../../../shared/model/list-options.ts'
import type { Probe } from '../../../shared/model/probe.ts'
import type { ProcessCounts } from '../../../shared/model/process.ts'
import type { Row } from '../process-rows.ts'

/** The name always stays: a row without one would say nothing. */
export type ChosenColumn = Exclude<ColumnId, 'name'>
export const choosableColumns = columnIds.filter((id): id is ChosenColumn => id !== 'name')

export const usualColumns: readonly ColumnId[] = ['name', 'pid', 'parent', 'started', 'memory']

/** Numbers stand on the right, so that their digits stand below each other. */
export const isNumeric: Readonly<Record<ColumnId, boolean>> = {
  name: false,
  pid: true,
  parent: false,
  started: false,
  memory: true,
  session: true,
  threads: true,
  handles: true,
}

/** Name and parent share what the others leave. */
const widths: Readonly<Record<ColumnId, { readonly px: number; readonly share: number }>> = {
  // The longest names of the catalogue, with their group beside them.
  name: { px: 250, share: 5 },
  pid: { px: 78, share: 0 },
  parent: { px: 145, share: 2 },
  started: { px: 132, share: 0 },
  memory: { px: 100, share: 0 },
  session: { px: 80, share: 0 },
  threads: { px: 80, share: 0 },
  handles: { px: 88, share: 0 },
}

/** For the CSS property `grid-template-columns`. */
export function columnTracks(columns: readonly ColumnId[]): string {
  return columns
    .map((id) => {
      const { px, share } = widths[id]
      return share === 0 ? `${px}px` : `minmax(${px}px, ${share}fr)`
    })
    .join(' ')
}

/** The least width at which all of them can be read; narrower than that they are scrolled sideways. */
export function leastWidth(columns: readonly ColumnId[]): number {
  return columns.reduce((sum, id) => sum + widths[id].px, 0) + rowPaddingPx * 2
}

export const rowPaddingPx = 12

const valueOf = (probe: Probe<number>) => (probe.state === 'known' ? probe.value : null)
const countOf = ({ process: { counts } }: Row, which: keyof ProcessCounts) =>
  counts.state === 'known' ? counts.value[which] : null

/** What a column of numbers is sorted by; null when not known. Names are sorted by the language's order instead. */
export function numberOf(row: Row, column: Exclude<ColumnId, 'name' | 'parent'>): number | null {
  switch (column) {
    case 'pid':
      return row.process.pid
    case 'started':
      return row.startedMs
    case 'memory':
      return valueOf(row.process.workingSetBytes)
    case 'session':
      return countOf(row, 'sessionId')
    case 'threads':
      return countOf(row, 'threads')
    case 'handles':
      return countOf(row, 'handles')
  }
}
