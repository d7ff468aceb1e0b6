/** Times as engines write them: seconds since 1970, ISO 8601, or osquery's calendar time. */

/** Clocks differ; a day ahead is no clock any more. */
const aheadMs = 24 * 60 * 60_000
/** 1 January 2007: before there was an iPhone, no PC was asked. */
const earliestMs = 1_167_609_600_000

/** Milliseconds since 1970. */
export function readTime(cell: unknown, nowMs: number): number | 'unknown' | 'future' {
  const ms = milliseconds(cell)
  if (ms === null || ms < earliestMs) return 'unknown'
  return ms > nowMs + aheadMs ? 'future' : ms
}

export const isoOf = (ms: number | null): string | null =>
  ms === null ? null : new Date(ms).toISOString()

/** As this program writes times: most of a fleet's. */
const canonical =
  /^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
const iso = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?$/

function milliseconds(cell: unknown): number | null {
  if (typeof cell === 'number') return seconds(cell)
  if (typeof cell !== 'string' || cell.length > 40) return null
  if (cell.length === 24 && canonical.test(cell)) return Date.parse(cell)
  const text = cell.trim()
  const number = Number(text)
  if (Number.isInteger(number)) return /^\d{9,13}$/.test(text) ? seconds(number) : null
  const utc = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4} UTC$/.test(text)
  if (!utc && !iso.test(text)) return null
  // Without a zone it is UTC: engines store nothing else.
  const zoned = utc || /(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text}Z`
  const ms = Date.parse(zoned.replace(/^(\d{4}-\d\d-\d\d) /, '$1T'))
  return Number.isNaN(ms) ? null : ms
}

/** Of 13 digits they are milliseconds. */
function seconds(value: number): number | null {
  if (!Number.isFinite(value) || value <= 0) return null
  const ms = value > 99_999_999_999 ? value : value * 1000
  return ms < 8.64e15 ? ms : null
}
