/** What lies around names and times in the lines of one log: the same in all of them but for one long part, the facts. */

/** What differs from PC to PC. */
const varying = [
  ...['at', 'label', 'computer', 'hostIdentifier', 'unixTime', 'calendarTime', 'hostname'],
  ...['computer_name', 'host_name', 'host_display_name', 'host_id', 'host_uuid', 'last_fetched'],
  ...['epoch', 'counter'],
]
/** A text without escapes; JSON takes no control character as it is. */
const letters = '[^"\\\\\\u0000-\\u001f]{0,300}'
/** Zero is no time, and a number that begins with it is no JSON. */
const digits = '[1-9]\\d{0,14}'
const varyingValues = new RegExp(
  `(?<!\\\\)("(?:${varying.join('|')})":\\s?)(?:("${letters})(?=")|${digits}(?=[\\s,}]))`,
  'g',
)

export interface LineParts {
  /** What lies around the values: one more than there are. */
  readonly parts: readonly string[]
  /** Each value's key up to the value: `"at":"` where it is a text, `"at":` where it is a number. */
  readonly heads: readonly string[]
  /** Which part begins with the facts: the longest. Its own head ends it. */
  readonly middle: number
  readonly facts: string
}

export function partsOfLine(line: string): LineParts {
  const parts: string[] = []
  const heads: string[] = []
  let from = 0
  for (const match of line.matchAll(varyingValues)) {
    const [all, key = '', text] = match
    const head = text === undefined ? key : `${key}"`
    parts.push(line.slice(from, match.index + head.length))
    heads.push(head)
    from = match.index + all.length
  }
  parts.push(line.slice(from))
  const longest = Math.max(...parts.map(({ length }) => length))
  const middle = parts.findIndex(({ length }) => length === longest)
  const facts = (parts[middle] ?? '').slice(0, longest - (heads[middle] ?? '').length)
  return { parts, heads, middle, facts }
}

export interface LineFrame {
  /** The same for all lines of a log. */
  readonly key: string
  /** Null where the line is of another log; what it gives is used again for the next line. */
  readonly fit: (bytes: Buffer, from: number, to: number) => FittedLine | null
}

export interface FittedLine {
  /** Where the facts begin and end. */
  readonly begin: number
  readonly end: number
  /** Where each value begins and ends. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

export const isText = (head: string | undefined): boolean => head?.endsWith('"') === true

/** From both ends towards the facts. Loops go by number here: this runs once a line. */
export function createLineFrame({ parts, heads, middle }: LineParts): LineFrame {
  const around = parts.map((part, at) => (at === middle ? (heads[at] ?? '') : part))
  const bytesAround = around.map((part) => Buffer.from(part))
  const areTexts = heads.map(isText)
  const line = { begin: 0, end: 0, starts: heads.map(() => 0), ends: heads.map(() => 0) }
  const { starts, ends } = line
  return {
    key: JSON.stringify([middle, around]),
    fit: (bytes, from, to) => {
      let begin = from
      for (let at = 0; at < middle; at += 1) {
        const part = bytesAround[at] ?? none
        if (!holds(bytes, begin, to, part)) return null
        begin += part.length
        starts[at] = begin
        const letter = areTexts[at] === true ? isLetter : isDigit
        while (begin < to && letter(bytes[begin] ?? 0)) begin += 1
        ends[at] = begin
        if (!areTexts[at] && !isNumber(bytes, starts[at] ?? 0, begin)) return null
      }
      let end = to
      for (let at = around.length - 1; at >= middle; at -= 1) {
        const part = bytesAround[at] ?? none
        if (at < heads.length) {
          ends[at] = end
          const letter = areTexts[at] === true ? isLetter : isDigit
          while (end > begin && letter(bytes[end - 1] ?? 0)) end -= 1
          starts[at] = end
          if (!areTexts[at] && !isNumber(bytes, end, ends[at] ?? 0)) return null
        }
        end -= part.length
        if (!holds(bytes, end, to, part)) return null
      }
      line.begin = begin
      line.end = end
      return line
    },
  }
}

const none = Buffer.alloc(0)
const quote = 0x22
const backslash = 0x5c
const zero = 0x30
const longestNumber = 15

const isDigit = (byte: number): boolean => byte >= zero && byte <= 0x39
const isLetter = (byte: number): boolean => byte >= 0x20 && byte !== backslash && byte !== quote
const isNumber = (bytes: Buffer, start: number, end: number): boolean =>
  end > start && end - start <= longestNumber && bytes[start] !== zero

function holds(bytes: Buffer, from: number, to: number, part: Buffer): boolean {
  const { length } = part
  if (from < 0 || from + length > to) return false
  // Node's own way to compare has a price of its own.
  for (let at = 0; at < length; at += 1) if (bytes[from + at] !== part[at]) return false
  return true
}
