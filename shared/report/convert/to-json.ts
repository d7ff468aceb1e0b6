/** A report as JSON. UTF-8 JSON with the keys in the contract's order; what cannot be seen is written as its code. */
import { replaceHidden } from '../../text/visible-text.ts'
import type { Report } from '../schema/report-schema.ts'

export function toJson(report: Report): string {
  return `${replaceHidden(JSON.stringify(report, null, 2), asEscape)}\n`
}

/** The same text to every reader of JSON, and no order to the terminal that shows it. */
function asEscape(character: string): string {
  if (character === '\n') return character
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
