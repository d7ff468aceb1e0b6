/**
 * Texts of answers that differ in the PC's name and the time alone: compared with an earlier one, not parsed. Of ten
 * thousand answers a few hundred are different, so most of a file is never taken apart.
 */
import { numberOf } from './cells.ts'
import type { OwnAnswer } from './own-answer.ts'

export interface AlikeTexts {
  /** The answer of an earlier text that was the same but for names and times, with those of this text. */
  readonly find: (text: string) => OwnAnswer | undefined
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
]
/** Such a key up to its value, where that is a number or a text without escapes. */
const varyingHeads = new RegExp(
  `(?<!\\\\)"(?:${varying.join('|')})":\\s?(?:"(?=[^"\\\\]{0,300}")|(?=[1-9]))`,
  'g',
)

const longestText = 65_536
const mostLetters = 4_000_000
const mostShapes = 4
/** Of one length: each is tried. */
const mostOfOneLength = 64

/** An earlier text without its names and times. */
interface Earlier {
  readonly parts: readonly string[]
  readonly answer: OwnAnswer
  /** Which of the values is the name, the id and the time; -1 where it is the same in all. */
  readonly host: number
  readonly id: number
  readonly idKind: string
  readonly at: number
}

/** Which varying keys a text has, in their order. */
interface Shape {
  readonly heads: readonly string[]
  readonly isText: readonly boolean[]
  /** By the length of what does not vary. */
  readonly earlier: Map<number, Earlier[]>
}

/** Loops go by number here: this runs once a line, most of it before anything has been made fast. */
export function createAlikeTexts(): AlikeTexts {
  let shapes: Shape[] = []
  let kept = 0
  /** Where the values of the text at hand begin and end. */
  const starts: number[] = []
  const ends: number[] = []

  /** The length of what does not vary; -1 where the text has another shape. */
  const split = (text: string, { heads, isText }: Shape): number => {
    let end = 0
    let length = text.length
    for (let at = 0; at < heads.length; at += 1) {
      const head = heads[at] ?? ''
      const found = text.indexOf(head, end)
      if (found < 0) return -1
      const start = found + head.length
      end = endOfValue(text, start, isText[at] === true)
      if (end < 0) return -1
      starts[at] = start
      ends[at] = end
      length -= end - start
    }
    return length
  }

  const isSame = (text: string, { parts }: Earlier): boolean => {
    let from = 0
    const last = parts.length - 1
    for (let at = 0; at <= last; at += 1) {
      const part = parts[at] ?? ''
      const to = at === last ? text.length : (starts[at] ?? 0)
      // Whole texts are compared word by word, where startsWith goes letter by letter.
      if (to - from !== part.length || text.slice(from, to) !== part) return false
      from = ends[at] ?? 0
    }
    return true
  }

  const valueAt = (text: string, at: number): string => ownText(text.slice(starts[at], ends[at]))

  /** Undefined where a value is empty or no time, and another one would stand for it. */
  const filled = (text: string, shape: Shape, earlier: Earlier): OwnAnswer | undefined => {
    const { answer, host, id, idKind, at } = earlier
    const { kind, verdict } = answer
    const name = host < 0 ? answer.host : valueAt(text, host)
    const own = id < 0 ? answer.id : valueAt(text, id)
    const time = at < 0 ? answer.at : valueAt(text, at)
    if ((host >= 0 && name === '') || (id >= 0 && own === '')) return undefined
    const isTime = kind === 'line' || at < 0 || shape.heads[at]?.startsWith('"at"') !== true
    if (!isTime && numberOf(time) === null) return undefined
    const fullId = own === null || id < 0 ? own : idKind + own.toUpperCase()
    return { host: name, id: fullId, at: time, kind, verdict }
  }

  const findOf = (text: string, shape: Shape): OwnAnswer | undefined => {
    const length = split(text, shape)
    const alike = length < 0 ? undefined : shape.earlier.get(length)
    if (alike === undefined) return undefined
    for (const one of alike) if (isSame(text, one)) return filled(text, shape, one)
    return undefined
  }

  return {
    find: (text) => {
      for (const shape of shapes) {
        const found = findOf(text, shape)
        if (found !== undefined) return found
      }
      return undefined
    },
    learn: (text, answer, read) => {
      if (text.length > longestText) return
      const shape = shapeOf(text.match(varyingHeads) ?? [], shapes)
      const length = split(text, shape)
      if (length < 0) return
      const values = shape.heads.length
      const parts = shape.heads.map((_, at) =>
        ownText(text.slice(at === 0 ? 0 : ends[at - 1], starts[at])),
      )
      parts.push(ownText(text.slice(values === 0 ? 0 : ends[values - 1])))
      // Which value is the name and which the time is told by the reader itself, where each is another number.
      const marked = read(
        parts.map((part, at) => (at < values ? part + markOf(at) : part)).join(''),
      )
      if (marked?.verdict !== answer.verdict) return
      const idKind = marked.id?.slice(0, marked.id.indexOf(':') + 1) ?? ''
      const earlier: Earlier = {
        parts,
        answer,
        idKind,
        host: valueOf(marked.host),
        id: valueOf(marked.id?.slice(idKind.length)),
        at: valueOf(marked.at),
      }
      if (kept > mostLetters) {
        shapes = []
        kept = 0
        shape.earlier.clear()
      }
      kept += text.length
      if (!shapes.includes(shape)) shapes = [shape, ...shapes.slice(0, mostShapes - 1)]
      const alike = shape.earlier.get(length) ?? []
      shape.earlier.set(length, alike)
      if (alike.push(earlier) > mostOfOneLength) alike.shift()
    },
  }
}

/** A part of a longer text would keep all of that in memory. */
const ownText = (part: string): string => ` ${part}`.slice(1)

/** A number that is a name, an id and a time as well: each of its own. */
const firstMark = 1_700_000_000
const markOf = (at: number): string => String(firstMark + at)
function valueOf(mark: unknown): number {
  const at = Number(mark) - firstMark
  return at >= 0 && at < 100 ? at : -1
}

function shapeOf(heads: readonly string[], shapes: readonly Shape[]): Shape {
  const known = shapes.find((shape) => shape.heads.join() === heads.join())
  return known ?? { heads, isText: heads.map((head) => head.endsWith('"')), earlier: new Map() }
}

/** JSON takes no control character as it is. */
// eslint-disable-next-line no-control-regex -- they are what it looks for
const letters = /[^"\\\u0000-\u001f]{0,300}/y
/** Zero is no time, and a number that begins with it is no JSON. */
const digits = /[1-9]\d{0,14}/y

/** -1 where it is no text without escapes, or no whole number. */
function endOfValue(text: string, start: number, isText: boolean): number {
  const value = isText ? letters : digits
  value.lastIndex = start
  if (!value.test(text)) return -1
  const end = value.lastIndex
  return isText && text[end] !== '"' ? -1 : end
}
