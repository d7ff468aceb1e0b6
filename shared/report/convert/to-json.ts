/** A report as JSON. UTF-8 JSON with the keys in the contract's order. */
import type { Report } from '../schema/report-schema.ts'

export function toJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
