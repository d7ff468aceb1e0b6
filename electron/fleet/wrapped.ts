/**
 * Answers within what carried them: pages of Graph in an array, hits of a search, and the envelopes of collectors of
 * logs, which keep a line as an object (`_source`) or as a text (`_raw`, `message`).
 */
import { isRow, type Row } from '../../shared/fleet/cells.ts'

/** What an answer has, and no envelope. */
const marks = [
  ...['snapshot', 'columns', 'rows', 'diffResults', 'inspector', 'catalogueVersion', 'host_id'],
  ...['schemaVersion', 'preRemediationDetectionScriptOutput', 'detectionState'],
  'PreRemediationDetectionScriptOutput',
]
const deepest = 5

/** The record itself where it is an answer, or holds none. */
export function answersIn(record: unknown): readonly unknown[] {
  // A bare row has a name or a path; envelopes name much else.
  const isBareRow = isRow(record) && ('name' in record || 'path' in record)
  const found = isBareRow || isAnswer(record) ? [] : within(record, 0)
  return found.length === 0 ? [record] : found
}

const isAnswer = (value: unknown): boolean =>
  isRow(value) && (marks.some((mark) => mark in value) || ('name' in value && 'path' in value))

function within(value: unknown, depth: number): readonly Row[] {
  if (depth > deepest) return []
  if (Array.isArray(value)) return value.flatMap((one) => within(one, depth + 1))
  if (typeof value === 'string')
    return value.startsWith('{') ? within(parsed(value), depth + 1) : []
  if (!isRow(value)) return []
  return isAnswer(value) ? [value] : Object.values(value).flatMap((one) => within(one, depth + 1))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
