/**
 * Lines that differ from an earlier one in the PC's name and the time alone: their bytes are compared, nothing is
 * decoded or parsed. Of ten thousand answers a few hundred are different, so most of a file is never taken apart.
 */
import { numberOf } from '../../shared/fleet/cells.ts'
import type { OwnAnswer } from '../../shared/fleet/own-answer.ts'

export interface AlikeLines {
  /** The answer of an earlier line that was the same but for names and times, with those of this one. */
  readonly find: (bytes: Buffer, from: number, to: number) => OwnAnswer | undefined
  /**
   * @param answer what the text comes to.
   * @param read what another text comes to; null where it is no answer of this kind.
   */
  readonly learn: (
    text: string,
    answer: OwnAnswer,
    read: (text: string) => OwnAnswer | null,
  ) => void
}

/** What differs from PC to PC. */
const varying = [
  ...['at', 'label', 'computer', 'hostIdentifier', 'unixTime', 'calendarTime', 'hostname'],
  ...['computer_name', 'host_name', 'host_display_name', 'host_id', 'host_uuid', 'last_fetched'],
  ...['epoch', 'counter'],
]
/** Such a key up to its value, where that is a number or a text without escapes. */
const varyingHeads = new RegExp(
  `(?<!\\\\)"(?:${varying.join('|')})":\\s?(?:"(?=[^"\\\\]{0,300}")|(?=[1-9]))`,
  'g',
)

const longestText = 65_536
const mostBytes = 4_000_000
const mostFrames = 4
const mostOfOneLength = 64

/** What lies between names and times in all lines of a log but for the facts, which are one part and by far the longest. */
interface Frame {
  readonly key: string
  /** One more than there are values; that of the facts is empty. */
  readonly parts: readonly Buffer[]
  readonly isText: readonly boolean[]
  /** Which part holds the facts. */
  readonly middle: number
  readonly byLength: Map<number, SameLength>
}

interface SameLength {
  readonly all: Facts[]
  /** Any two of them differ in one of these bytes, so that at most one is compared whole. */
  readonly tells: number[]
}

interface Facts {
  readonly bytes: Buffer
  readonly answer: OwnAnswer
  /** Which of the values is the name, the id and the time; -1 where it is the same in all. */
  readonly host: number
  readonly id: number
  readonly idKind: string
  readonly at: number
  /** Whether that time counts only where it is a number. */
  readonly isSeconds: boolean
}

const none = Buffer.alloc(0)

/** Loops go by number here: this runs once a line, most of it before anything has been made fast. */
export function createAlikeLines(): AlikeLines {
  let frames: Frame[] = []
  let kept = 0
  /** Where the values of the line at hand begin and end. */
  const starts: number[] = []
  const ends: number[] = []

  const factsIn = (bytes: Buffer, begin: number, to: number, frame: Frame): Facts | undefined => {
    const { parts, isText, middle, byLength } = frame
    let from = begin
    for (let at = 0; at < middle; at += 1) {
      const part = parts[at] ?? none
      if (!holds(bytes, from, to, part)) return undefined
      from += part.length
      starts[at] = from
      from = endOfValue(bytes, from, to, isText[at] === true)
      if (from < 0) return undefined
      ends[at] = from
    }
    let end = to
    for (let at = parts.length - 1; at > middle; at -= 1) {
      const part = parts[at] ?? none
      end -= part.length
      if (!holds(bytes, end, to, part)) return undefined
      ends[at - 1] = end
      end = startOfValue(bytes, from, end, isText[at - 1] === true)
      if (end < 0) return undefined
      starts[at - 1] = end
    }
    const alike = byLength.get(end - from)
    if (alike === undefined) return undefined
    const one = alike.all.find((facts) => hasSame(bytes, from, facts.bytes, alike.tells))
    return one?.bytes.compare(bytes, from, end) === 0 ? one : undefined
  }

  const valueAt = (bytes: Buffer, at: number): string =>
    bytes.toString('utf8', starts[at], ends[at])

  /** Undefined where a value is empty or no time, and another one would stand for it. */
  const filled = (bytes: Buffer, facts: Facts): OwnAnswer | undefined => {
    const { answer, host, id, idKind, at, isSeconds } = facts
    const name = host < 0 ? answer.host : valueAt(bytes, host)
    const own = id < 0 ? answer.id : id === host ? name : valueAt(bytes, id)
    if ((host >= 0 && name === '') || (id >= 0 && own === '')) return undefined
    const time = at < 0 ? answer.at : (secondsAt(bytes, starts[at], ends[at]) ?? valueAt(bytes, at))
    if (isSeconds && numberOf(time) === null) return undefined
    const fullId = own === null || id < 0 ? own : idKind + own.toUpperCase()
    return { host: name, id: fullId, at: time, kind: answer.kind, verdict: answer.verdict }
  }

  return {
    find: (bytes, from, to) => {
      for (const frame of frames) {
        const facts = factsIn(bytes, from, to, frame)
        if (facts !== undefined) return filled(bytes, facts)
      }
      return undefined
    },
    learn: (text, answer, read) => {
      if (text.length > longestText) return
      const heads = text.match(varyingHeads) ?? []
      const parts = partsOf(text, heads)
      if (parts === null) return
      // Which value is the name and which the time is told by the reader itself, where each is another number.
      const marked = read(
        parts.map((part, at) => (at < heads.length ? part + markOf(at) : part)).join(''),
      )
      if (marked?.verdict !== answer.verdict) return
      const idKind = marked.id?.slice(0, marked.id.indexOf(':') + 1) ?? ''
      const middle = longestOf(parts)
      const at = valueOf(marked.at)
      const facts: Facts = {
        bytes: Buffer.from(parts[middle] ?? ''),
        ...{ answer, idKind, at },
        host: valueOf(marked.host),
        id: valueOf(marked.id?.slice(idKind.length)),
        isSeconds: answer.kind === 'facts' && heads[at]?.startsWith('"at"') === true,
      }
      if (kept > mostBytes) {
        frames = []
        kept = 0
      }
      kept += facts.bytes.length
      const around = parts.map((part, index) => (index === middle ? '' : part))
      const key = JSON.stringify([middle, ...around])
      let frame = frames.find((one) => one.key === key)
      if (frame === undefined) {
        frame = {
          ...{ key, middle, byLength: new Map() },
          parts: around.map((part) => Buffer.from(part)),
          isText: heads.map((head) => head.endsWith('"')),
        }
        frames = [frame, ...frames.slice(0, mostFrames - 1)]
      }
      let alike = frame.byLength.get(facts.bytes.length)
      if (alike === undefined || alike.all.length >= mostOfOneLength) {
        alike = { all: [], tells: [] }
        frame.byLength.set(facts.bytes.length, alike)
      }
      const { all, tells } = alike
      const twin = all.find(({ bytes }) => hasSame(bytes, 0, facts.bytes, tells))
      if (twin !== undefined) {
        const place = facts.bytes.findIndex((byte, index) => byte !== twin.bytes[index])
        if (place < 0) return
        tells.push(place)
      }
      all.push(facts)
    },
  }
}

/** JSON takes no control character as it is. */
// eslint-disable-next-line no-control-regex -- they are what it looks for
const letters = /[^"\\\u0000-\u001f]{0,300}/y
/** Zero is no time, and a number that begins with it is no JSON. */
const digits = /[1-9]\d{0,14}/y

/** What lies around the values behind the heads; null where one of them is no text without escapes and no whole number. */
function partsOf(text: string, heads: readonly string[]): readonly string[] | null {
  const parts: string[] = []
  let from = 0
  for (const head of heads) {
    const start = text.indexOf(head, from) + head.length
    const value = head.endsWith('"') ? letters : digits
    value.lastIndex = start
    if (!value.test(text) || (head.endsWith('"') && text[value.lastIndex] !== '"')) return null
    parts.push(text.slice(from, start))
    from = value.lastIndex
  }
  parts.push(text.slice(from))
  return parts
}

const longestOf = (parts: readonly string[]): number =>
  parts.reduce((best, part, at) => (part.length > (parts[best]?.length ?? 0) ? at : best), 0)

/** A number that is a name, an id and a time as well: each of its own. */
const firstMark = 1_700_000_000
const markOf = (at: number): string => String(firstMark + at)
function valueOf(mark: unknown): number {
  const at = Number(mark) - firstMark
  return at >= 0 && at < 100 ? at : -1
}

function hasSame(bytes: Buffer, from: number, other: Buffer, places: readonly number[]): boolean {
  for (const at of places) if (bytes[from + at] !== other[at]) return false
  return true
}

/** Below this a loop is sooner done than asking Node. */
const shortPart = 48

function holds(bytes: Buffer, from: number, to: number, part: Buffer): boolean {
  const { length } = part
  if (from < 0 || from + length > to) return false
  if (length > shortPart) return bytes.compare(part, 0, length, from, from + length) === 0
  for (let at = 0; at < length; at += 1) if (bytes[from + at] !== part[at]) return false
  return true
}

const quote = 0x22
const backslash = 0x5c
const zero = 0x30
const longestValue = 300
const longestNumber = 15

const isDigit = (byte: number): boolean => byte >= zero && byte <= 0x39
const isLetter = (byte: number): boolean => byte >= 0x20 && byte !== backslash

/** -1 where no text without escapes, or no whole number, ends before `to`. */
function endOfValue(bytes: Buffer, start: number, to: number, isText: boolean): number {
  let end = start
  if (isText) {
    const most = Math.min(to, start + longestValue)
    while (end < most) {
      const byte = bytes[end] ?? 0
      if (byte === quote) return end
      if (!isLetter(byte)) return -1
      end += 1
    }
    return -1
  }
  while (end < to && isDigit(bytes[end] ?? 0)) end += 1
  return isNumber(bytes, start, end) ? end : -1
}

/** The same from behind. */
function startOfValue(bytes: Buffer, from: number, end: number, isText: boolean): number {
  let start = end
  if (isText) {
    const least = Math.max(from, end - longestValue)
    while (start > least) {
      const byte = bytes[start - 1] ?? 0
      if (byte === quote) return start
      if (!isLetter(byte)) return -1
      start -= 1
    }
    return -1
  }
  while (start > from && isDigit(bytes[start - 1] ?? 0)) start -= 1
  return isNumber(bytes, start, end) ? start : -1
}

const isNumber = (bytes: Buffer, start: number, end: number): boolean =>
  end > start && end - start <= longestNumber && bytes[start] !== zero

/** Of a time in seconds or milliseconds; undefined for another text. */
function secondsAt(bytes: Buffer, start = 0, end = 0): number | undefined {
  if (end - start < 9 || end - start > 13) return undefined
  let value = 0
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] ?? 0
    if (!isDigit(byte)) return undefined
    value = value * 10 + byte - zero
  }
  return value
}
