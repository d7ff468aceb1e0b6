/** Lines of a paste, at most so many: what is left out is counted. Lines that a field has joined are taken apart again. */

export interface SplitText {
  /** Trimmed, none empty. */
  readonly lines: readonly string[]
  /** Lines behind the last one that is read. */
  readonly leftOut: number
}

/** More than any list of processes; a whole log of a cleaning tool has ten times as much, and names itself early. */
export const mostLetters = 200_000
export const mostLines = 500
/** What is longer is no line that somebody reads. */
const longestLine = 2_000

export interface TextLimits {
  readonly letters: number
  readonly lines: number
}

const usual: TextLimits = { letters: mostLetters, lines: mostLines }

/** Of texts, of tables of a page, and of lists of a forum. */
const lineEnds = /\r\n|[\n\r\v\f\u0085\u2028\u2029]|<\/(?:tr|li|p|div)>|<br ?\/?>|\[\*\]/iu

/** What a field need keep of a paste, however large it is. */
export function boundedText(
  text: string,
  { letters }: Pick<TextLimits, 'letters'> = usual,
): { readonly text: string; readonly leftOut: number } {
  if (text.length <= letters) return { text, leftOut: 0 }
  const end = text.lastIndexOf('\n', letters)
  const cut = end > 0 ? end : letters
  return { text: text.slice(0, cut), leftOut: countLines(text, cut) }
}

function countLines(text: string, from: number): number {
  let count = 0
  let at = from
  while (at >= 0 && at < text.length) {
    const next = text.indexOf('\n', at)
    const end = next < 0 ? text.length : next
    if (text.slice(at, Math.min(end, at + 200)).trim() !== '') count += 1
    at = end + 1
  }
  return count
}

export function splitText(whole: string, limits: TextLimits = usual): SplitText {
  const { text, leftOut } = boundedText(whole, limits)
  const written = text
    .split(lineEnds)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const isOne = written.length === 1
  const read = written
    .slice(0, limits.lines)
    .flatMap((line) => pieces(line, limits.letters))
    .flatMap(enumerated)
    .flatMap((line) => (isOne ? unjoined(line) : [line]))
  const unread =
    Math.max(0, written.length - limits.lines) + Math.max(0, read.length - limits.lines)
  return { lines: read.slice(0, limits.lines), leftOut: leftOut + unread }
}

/** A long line breaks at a blank or a comma; a word without an end is cut. */
function pieces(line: string, mostLetters: number): readonly string[] {
  const found: string[] = []
  let rest = line
  while (rest.length > longestLine && found.length * longestLine < mostLetters) {
    const piece = rest.slice(0, longestLine)
    const end = Math.max(piece.lastIndexOf(' '), piece.lastIndexOf(','), piece.lastIndexOf('\t'))
    if (end > 0) {
      found.push(piece.slice(0, end).trim())
      rest = rest.slice(end).trim()
      continue
    }
    found.push(piece)
    const next = rest.slice(longestLine).search(/[\s,]/u)
    if (next < 0) return found
    rest = rest.slice(longestLine + next).trim()
  }
  return [...found, rest.slice(0, longestLine)].filter((piece) => piece !== '')
}

const enumeration = /^(?:["'`]?[^"'`,;|\\/:\t]{1,80}\.exe["'`]?\s{0,9}(?:[,;]\s{0,9}|$)){2,}/iu

/** `a.exe, b.exe, c.exe`: names and nothing else. */
function enumerated(line: string): readonly string[] {
  if (!enumeration.test(line)) return [line]
  const names = line.split(/[,;]/u).map((name) => name.trim())
  return names.every((name) => /\.exe["'`]?$/iu.test(name) || name === '')
    ? names.filter((name) => name !== '')
    : [line]
}

const rule = /(?:={3,60}|-{2,60})(?:\s{1,60}(?:={3,60}|-{2,60})){1,20}/u
const memoryEnd = /(?<=\d[\s\u00a0\u202f]?\p{L}{1,3})\s{1,60}(?=\S)/u
const serviceStart = /\s{1,60}(?=(?:Running|Stopped|Paused|StartPending|StopPending)\s)/u
const keyOfSc = /\s{1,60}(?=[A-Z][A-Z_]{3,30}\s{0,30}:\s)/u
const keyOfList = /\s{1,60}(?=[A-Z][A-Za-z]{1,30}\s{1,30}:\s)/u

/** A field of one line makes blanks of line breaks; tables and lists can still be told by their shape. */
function unjoined(line: string): readonly string[] {
  const drawn = rule.exec(line)
  if (drawn !== null && drawn.index > 0) {
    const rows = line.slice(drawn.index + drawn[0].length).trim()
    const parts = rows.split(drawn[0].startsWith('=') ? memoryEnd : serviceStart)
    return [line.slice(0, drawn.index).trim(), drawn[0], ...parts].filter((part) => part !== '')
  }
  for (const key of [keyOfSc, keyOfList]) {
    const parts = line.split(key)
    if (parts.length > 2) return parts
  }
  return [line]
}
