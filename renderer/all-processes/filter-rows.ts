/** The filter of the rows. Those with the text in their name or their pid. */
import { visibleText } from '../../shared/text/visible-text.ts'
import type { Row } from './process-rows.ts'

/** @returns `rows` itself when the filter is empty. */
export function filterRows(rows: readonly Row[], filter: string): readonly Row[] {
  const wanted = visibleText(filter.trim()).toLowerCase()
  if (wanted === '') return rows
  const isNumber = /^\d+$/.test(wanted)
  return rows.filter(
    ({ folded, process }) =>
      folded.includes(wanted) || (isNumber && String(process.pid).includes(wanted)),
  )
}
