/** Which process is meant by whatever somebody typed or pasted: a name, a path, a command line, a row, a sentence? */
import { readRow, withoutHeadings } from './read-row.ts'

export interface Question {
  /** The likeliest name; empty when there is none. At most 260 characters, and exactly as it was written. */
  readonly name: string
  /** What else may be meant, best first, at most 20. */
  readonly others: readonly string[]
  /** The name was cut off by the tool that printed it. */
  readonly isCut: boolean
}

const longestText = 40_000
/** Windows' own limit for a path of the old kind; no image name is longer. */
const longestName = 260
const mostLines = 60
const mostOthers = 20

/** Never throws, whatever the text. */
export function readQuestion(text: string): Question {
  const lines = text
    .slice(0, longestText)
    .split(/[\r\n\u2028\u2029]+/u, 4 * mostLines)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, mostLines)
  const names = new Set<string>()
  let isCut = false
  for (const line of withoutHeadings(lines)) {
    const row = readRow(line)
    if (names.size === 0) isCut = row?.isCut === true
    for (const part of row?.cells ?? [line]) {
      for (const name of namesIn(part)) if (name !== '') names.add(name.slice(0, longestName))
    }
    if (names.size > mostOthers) break
  }
  const [name = '', ...others] = names
  return { name, others: others.slice(0, mostOthers), isCut: isCut && name !== '' }
}

function namesIn(part: string): readonly string[] {
  const text = withoutQuestionWords(part)
  const programs = programsIn(text)
  if (programs.length > 0) return programs
  const inPath = lastOfPath(text)
  if (inPath !== undefined) return [inPath]
  return [withoutRemarks(unquoted(text)), ...serviceNamesIn(text)]
}

/** `What is …?` in the words of whoever asks. */
function withoutQuestionWords(text: string): string {
  const asked = text.replace(
    /^(?:what(?:['’]?s| is| does)|vad är|vad gör|was ist|qu['’]est-ce que|qué es)\s+/iu,
    '',
  )
  return /[?？]$/u.test(asked) ? asked.replace(/\s{0,9}[?？]{1,9}$/u, '') : asked
}

/** Not followed by more of a name: the first `.exe` of `a.exe.exe` does not end it. Signs that take no room belong to it. */
const programEnd =
  /\.(exe|scr|pif|com|dll|sys|bat|cmd|msi)(?!\.?[\p{L}\p{N}_])[\p{Cf}\p{Cc}]{0,40}/giu
const mostPrograms = 12

/** Names of program files in a path, a command line or a sentence; programs before libraries. */
function programsIn(text: string): readonly string[] {
  const programs: string[] = []
  const rest: string[] = []
  let from = 0
  for (const found of text.matchAll(programEnd)) {
    const end = found.index + found[0].length
    const name = programBefore(text.slice(Math.max(from, end - 2 * longestName), end))
    const isAll = from === 0 && end === text.length
    const last = name.text.slice(name.text.search(/[^\s]+$/u))
    const isWhole = name.isBounded || isAll || last === name.text
    const into = found[1]?.toLowerCase() === 'exe' ? programs : rest
    into.push(...(isWhole ? [name.text, last] : [last, name.text]))
    from = end
    if (programs.length + rest.length > mostPrograms) break
  }
  return [...programs, ...rest].filter((name) => !name.startsWith('.'))
}

/** @param text ends with the program's ending. `isBounded`: a sign that no name holds stands before it. */
function programBefore(text: string): { readonly text: string; readonly isBounded: boolean } {
  let start = 0
  let isBounded = false
  for (const { index, 0: sign } of text.matchAll(/[\\/"“”„«»‘<>|*?\t=]|:\s|, |; /gu)) {
    start = index + sign.length
    isBounded = !/[:,;=]/.test(sign)
  }
  const name = text.slice(start).trim()
  // A bracket that the name itself does not close is none of its own.
  const open = name.search(/[([{]/u)
  const isOpened = open >= 0 && !/[)\]}]/u.test(name)
  return { text: isOpened ? name.slice(open + 1).trim() : name, isBounded }
}

/** The last part of a path without a known ending. Undefined for what is no path. */
function lastOfPath(text: string): string | undefined {
  const path = text.replace(/^[\p{Cf}"'“”„]{1,9}/u, '')
  if (!/^(?:[a-z]:[\\/]|\\\\|%[^%\s]{1,60}%\\|\/[^/\s])/iu.test(path)) return undefined
  const [inQuotes = ''] = path.split('"', 1)
  return inQuotes
    .split(/[\\/]/u)
    .map((step) => step.trim())
    .findLast((step) => step !== '')
}

function unquoted(text: string): string {
  return text.replace(/^["'`“”„«‘[(]{1,3}/u, '').replace(/["'`“”»’\])]{1,3}$/u, (end) => {
    // `Apple Mobile Device Service (32 bit)` keeps its bracket for the next step.
    return end.includes(')') && text.includes('(') && !text.startsWith('(') ? end : ''
  })
}

/** What Task Manager puts behind a name: `(32 bit)`, and how many there are. */
function withoutRemarks(name: string): string {
  return name
    .replace(/\s{0,9}\(\s{0,9}(?:32|64)[\s-]?bit\w{0,8}\)/iu, '')
    .replace(/\s{1,9}\(\d{1,5}\)$/u, '')
}

/** A service in a sentence of Windows' event log, or whatever stands in quotes. */
function serviceNamesIn(text: string): readonly string[] {
  const service =
    /^The (.{1,256}?) service (?:was|is|has|could|did|failed|hung|depends|entered|terminated|stopped)\b/u.exec(
      text,
    )
  const quoted = /["“”„«']([^"“”„»']{2,256})["“”»']/u.exec(text)
  return [service?.[1], quoted?.[1]].filter((name) => name !== undefined)
}
