/** The text of one cell. */
import { shownMemory, type ProcessCounts } from '../../../shared/model/process.ts'
import { notToldByLister, type Probe } from '../../../shared/model/probe.ts'
import type { ColumnId } from '../../../shared/model/list-options.ts'
import type { Words } from '../../../shared/text/texts.ts'
import { shortText } from '../../../shared/text/visible-text.ts'
import { publisherWords } from '../publisher-words.ts'
import type { Row } from '../process-rows.ts'
import { isPlain, type RowVerdict, type Seen } from '../seen.ts'
import type { Formats } from './formats.ts'

/** Text, or the reason why there is none; not looked at yet; or nothing to say, as of what does not run. */
export type Cell = Probe<string> | { readonly state: 'looking' } | { readonly state: 'blank' }

const shown = (value: string): Cell => ({ state: 'known', value })
const looking: Cell = { state: 'looking' }
const blank: Cell = { state: 'blank' }
/** Longer than any column is wide. */
const longestInCell = 300

function mapped<T>(probe: Probe<T>, show: (value: T) => string): Cell {
  return probe.state === 'known' ? shown(show(probe.value)) : probe
}

export interface CellContext {
  readonly seen: Seen
  /** Of a parent that is known to have been there first. */
  readonly parentName: string | undefined
  readonly formats: Formats
  readonly words: Words
}

export function seenVerdict(words: Words, { verdict, isLookAlike }: Seen): string {
  return isLookAlike ? words.t('processes.verdict.look-alike') : verdictWords(words, verdict)
}

export function verdictWords({ t }: Words, verdict: RowVerdict): string {
  return isPlain(verdict) ? t(`processes.verdict.${verdict}`) : t(`window.trust.${verdict}`)
}

export function cellOf(row: Row, column: ColumnId, context: CellContext): Cell {
  const { process, name, isAbsent } = row
  const { seen, parentName, formats, words } = context
  if (isAbsent && column !== 'name' && column !== 'verdict') return blank
  const count = (which: keyof ProcessCounts) =>
    mapped(process.counts, (counts) => formats.count(counts[which]))
  const text = (value: string) => shortText(value, longestInCell)
  switch (column) {
    case 'name':
      return shown(name)
    case 'pid':
      return shown(String(process.pid))
    case 'cpu':
      if (row.cpu !== null) return shown(formats.share(row.cpu))
      return process.cpuMs?.state === 'known' ? blank : notToldByLister
    case 'memory':
      return mapped(shownMemory(process), formats.size)
    case 'publisher':
      if (seen.publisher === null) return looking
      return seen.publisher.kind === 'unknown'
        ? { state: 'failed', reason: seen.publisher.reason }
        : shown(publisherWords(words, seen.publisher))
    case 'verdict':
      return seen.verdict === 'looking' ? looking : shown(seenVerdict(words, seen))
    case 'path':
      return seen.publisher === null && seen.path.state !== 'known'
        ? looking
        : mapped(seen.path, text)
    case 'commandLine':
      return mapped(seen.commandLine, text)
    case 'services':
      return mapped(seen.services, (names) => text(names.join(', ')))
    case 'parent':
      return shown(
        parentName === undefined
          ? String(process.parentPid)
          : `${parentName} (${process.parentPid})`,
      )
    case 'started':
      return mapped(process.startedAtUtc, formats.moment)
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
    if (column === 'name' || column === 'verdict') return []
    const one = cell(column)
    if (one.state !== 'known' || one.value === '') return []
    return [t(`processes.second.${column}`, { value: one.value })]
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
