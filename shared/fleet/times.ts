/** Times as engines write them: seconds since 1970, ISO 8601, or osquery's calendar time. */

/** Clocks differ; a day ahead is no clock any more. */
const aheadMs = 24 * 60 * 60_000
/** 1 January 2007: before there was an iPhone, no PC was asked. */
const earliestMs = 1_167_609_600_000

export type ReadTime =
  { readonly state: 'known'; readonly at: string } | { readonly state: 'unknown' | 'future' }

export function readTime(cell: unknown, nowMs: number): ReadTime {
  if (typeof cell === 'string' && cell.length === 24 && canonical.test(cell))
    return compared(cell, nowMs)
  const ms = milliseconds(cell)
  if (ms === null || ms < earliestMs) return unknown
  if (ms > nowMs + aheadMs) return future
  return { state: 'known', at: new Date(ms).toISOString() }
}

/** As this program writes times: in that form they compare as texts do, which costs a tenth. */
const canonical =
  /^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
const earliest = new Date(earliestMs).toISOString()
let bound = { nowMs: NaN, latest: '' }

function compared(at: string, nowMs: number): ReadTime {
  if (bound.nowMs !== nowMs) bound = { nowMs, latest: new Date(nowMs + aheadMs).toISOString() }
  if (at < earliest) return unknown
  return at > bound.latest ? future : { state: 'known', at }
}

const unknown: ReadTime = Object.freeze({ state: 'unknown' })
const future: ReadTime = Object.freeze({ state: 'future' })

const iso = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?$/

function milliseconds(cell: unknown): number | null {
  if (typeof cell === 'number') return seconds(cell)
  if (typeof cell !== 'string' || cell.length > 40) return null
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
