/** The text of one cell. */
import type { Probe } from '../../../shared/model/probe.ts'
import type { ProcessCounts } from '../../../shared/model/process.ts'
import type { Words } from '../../../shared/text/texts.ts'
import type { ColumnId } from '../../../shared/model/list-options.ts'
import type { Formats } from './formats.ts'
import type { Row } from '../process-rows.ts'

/** Text, or the reason why there is none. */
export type Cell = Probe<string>

const shown = (value: string): Cell => ({ state: 'known', value })

function mapped<T>(probe: Probe<T>, show: (value: T) => string): Cell {
  return probe.state === 'known' ? shown(show(probe.value)) : probe
}

/** @param parentName of a parent that is known to have been there first. */
export function cellOf(
  { process, name }: Row,
  column: ColumnId,
  parentName: string | undefined,
  formats: Formats,
): Cell {
  const count = (which: keyof ProcessCounts) =>
    mapped(process.counts, (counts) => formats.count(counts[which]))
  switch (column) {
    case 'name':
      return shown(name)
    case 'pid':
      return shown(String(process.pid))
    case 'parent':
      return shown(
        parentName === undefined
          ? String(process.parentPid)
          : `${parentName} (${process.parentPid})`,
      )
    case 'started':
      return mapped(process.startedAtUtc, formats.moment)
    case 'memory':
      return mapped(process.workingSetBytes, formats.size)
    case 'session':
      return count('sessionId')
    case 'threads':
      return count('threads')
    case 'handles':
      return count('handles')
  }
}

/** A narrow row's second line: what is known, in the order of the columns. */
export function secondLine(
  { t }: Words,
  columns: readonly ColumnId[],
  cell: (column: ColumnId) => Cell,
): string {
  const parts = columns.flatMap((column) => {
    if (column === 'name' || column === 'pid') return []
    const { state, ...rest } = cell(column)
    if (state !== 'known' || !('value' in rest)) return []
    return [t(`allProcesses.second.${column}`, { value: rest.value })]
  })
  return parts.join(' · ')
}

/** One line of a table for the clipboard; what is not known stays empty. */
export function copiedLine(columns: readonly ColumnId[], cell: (column: ColumnId) => Cell): string {
  return columns
    .map((column) => {
      const text = cell(column)
      return text.state === 'known' ? text.value : ''
    })
    .join('\t')
}
