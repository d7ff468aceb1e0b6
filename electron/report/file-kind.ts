/** What a file holds, told by its beginning: never by its name. */
import { readDialect, type CsvDialect } from '../../shared/fleet/split-csv.ts'

/** `document`: one JSON text over many lines, or one that a single line holds whole. */
export type FileKind =
  | { readonly kind: 'lines' | 'document' | 'html' | 'binary' | 'empty' | 'unknown' }
  | { readonly kind: 'csv'; readonly dialect: CsvDialect }

/** @param head the first part of the file as text, without a byte order mark. @param isWhole whether it is all of it. */
export function fileKindOf(head: string, isWhole: boolean): FileKind {
  const text = head.trimStart()
  if (text === '') return { kind: isWhole ? 'empty' : 'unknown' }
  // A PC that lost its power leaves zeros at the end of a log.
  if (text.slice(0, 4096).includes('\0') && !isJson(text.split('\n', 1)[0] ?? ''))
    return { kind: 'binary' }
  const [first] = text
  if (first === '<') return { kind: 'html' }
  if (first === '{' || first === '[') return { kind: isLines(text, isWhole) ? 'lines' : 'document' }
  // A log whose first lines are torn, are comments, or begin with what its collector put in front.
  if (text.split('\n', linesTried).some(holdsAnswer)) return { kind: 'lines' }
  const dialect = readDialect(text)
  return dialect === null ? { kind: 'unknown' } : { kind: 'csv', dialect }
}

const linesTried = 20

function holdsAnswer(line: string): boolean {
  const start = line.indexOf('{')
  if (start < 0 || start > 300 || (start > 0 && !engineKeys.test(line))) return false
  return !line.slice(0, start).includes('"') && isJson(line.slice(start))
}

/** One JSON text a line; a file of a single such line is a document as well, and read as one. */
function isLines(text: string, isWhole: boolean): boolean {
  const end = text.indexOf('\n')
  const line = (end < 0 ? text : text.slice(0, end)).trim()
  if (end < 0 && !isWhole) {
    // A line longer than the head: of a log, unless the array of answers begins in it.
    return line.startsWith('{') && !/^\{[^[\]]{0,2000}"(?:results|value)"\s*:\s*\[/.test(line)
  }
  if (isJson(line)) {
    return line.startsWith('{') && !/^\{[^[\]]{0,2000}"(?:results|value)"\s*:\s*\[/.test(line)
  }
  if (/^[[{]$|[[{,]$/.test(line)) {
    const next = text.slice(end + 1).split('\n', 1)[0] ?? ''
    return next.startsWith('{') && isJson(next)
  }
  // Some logs travel without ends of lines.
  return end >= 0 || !line.includes('}{"')
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** @param text the beginning of a file. */
export function holdsMany(text: string, isWhole: boolean): boolean {
  const found = fileKindOf(text, isWhole)
  if (found.kind === 'csv') return true
  if (found.kind !== 'lines' && found.kind !== 'document') return false
  const isReport = /^\s*\{\s*"schemaVersion"/.test(text)
  if (!isReport) return engineKeys.test(text) || pairs.test(text)
  // Reports one a line are many.
  return found.kind === 'lines' && /^[^\n]+\n\s*\{/.test(text)
}

/** What answers of engines have, and no other JSON file is likely to. */
export const engineKeys =
  /"(?:snapshot|diffResults|hostIdentifier|columns|inspector|rows|host_id|query_id|report_id|preRemediationDetectionScriptOutput|detectionState|catalogueVersion|subject_name|start_type|cmdline)\\?"\s*:/i
const pairs = /"(?:path|name)"\s*:[^]{0,400}"(?:path|name|result)"\s*:/i
