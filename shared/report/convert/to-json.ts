/** A report as JSON. UTF-8 JSON with the keys in the contract's order; what cannot be seen is written as its code. */
import { replaceHidden } from '../../text/visible-text.ts'
import type { Report } from '../schema/report-schema.ts'

/** In characters. What is longer nobody reads, and its blanks could make it too large to be opened again (32 MB). */
const longestIndented = 10_000_000

export function toJson(report: Report): string {
  const indented = shownJson(report, 2)
  return indented.length <= longestIndented ? indented : shownJson(report, 0)
}

/** Any answer. @param indent 0 for one line. */
export function shownJson(value: unknown, indent: 0 | 2): string {
  return `${replaceHidden(JSON.stringify(value, null, indent), asEscape)}\n`
}

/** The same text to every reader of JSON, and no order to the terminal that shows it. */
function asEscape(character: string): string {
  if (character === '\n') return character
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
