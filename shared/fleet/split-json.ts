/**
 * A large JSON text taken apart while it is read: the elements of the array that holds the answers (Fleet's `results`,
 * Graph's `value`, osqueryi's bare array) one by one, and everything around them as what is left.
 */

export interface JsonSplitter {
  /** @param bytes UTF-8, whose memory may be used again afterwards. */
  readonly feed: (bytes: Uint8Array) => void
  /** False where the text ended in the middle of a value. */
  readonly end: () => boolean
}

export interface JsonParts {
  /** An element of the array, counted from 1. */
  readonly onElement: (bytes: Uint8Array, at: number) => void
  /** What stands before the array of answers, as a JSON text of its own. */
  readonly onHead: (bytes: Uint8Array) => void
  /** A whole top-level object, with the elements of its answers taken out. */
  readonly onWhole: (bytes: Uint8Array) => void
  /** A part that is longer than anybody keeps; it is skipped. */
  readonly onTooLong: (at: number) => void
}

export interface JsonLimits {
  readonly longestElement: number
  readonly longestWhole: number
}

const answerKeys: ReadonlySet<string> = new Set(['results', 'value'])

export function createJsonSplitter(parts: JsonParts, limits: JsonLimits): JsonSplitter {
  let depth = 0
  let isInText = false
  let isEscaped = false
  /** Depth of the elements, while within the array of answers. */
  let elementDepth = -1
  let elements = 0
  /** The last text at depth 1, which is a key where a colon follows. */
  let lastText = ''
  let key = ''
  let whole = new Piece(limits.longestWhole)
  let element: Piece | null = null
  /** The text at depth 1 that is being read. */
  let keyPart = ''

  const feed = (bytes: Uint8Array) => {
    /** Where the part begins of these bytes that belongs to the current piece. */
    let from = 0
    const current = () => element ?? (elementDepth < 0 && depth > 0 ? whole : null)
    for (let at = 0; at < bytes.length; at += 1) {
      if (isInText) {
        if (isEscaped) {
          isEscaped = false
          continue
        }
        const begin = at
        while (at < bytes.length) {
          const code = bytes[at]
          if (code === quote || code === backslash) break
          at += 1
        }
        if (depth === 1 && element === null && keyPart.length < 64)
          keyPart += String.fromCharCode(...bytes.subarray(begin, Math.min(at, begin + 64)))
        if (at >= bytes.length) break
        if (bytes[at] === backslash) {
          isEscaped = true
          continue
        }
        isInText = false
        lastText = keyPart
        keyPart = ''
        continue
      }
      switch (bytes[at] ?? 0) {
        case quote:
          isInText = true
          break
        case colon:
          if (depth === 1 && element === null) key = lastText
          break
        case openBrace:
        case openBracket: {
          const isObject = bytes[at] === openBrace
          if (depth === 0) {
            whole = new Piece(limits.longestWhole)
            from = at
            key = ''
            if (!isObject) {
              elementDepth = 1
              whole.add(bytes.subarray(at, at + 1))
            }
          } else if (depth === elementDepth && element === null) {
            element = new Piece(limits.longestElement)
            from = at
          } else if (depth === 1 && elementDepth < 0 && !isObject && answerKeys.has(key)) {
            whole.add(bytes.subarray(from, at + 1))
            elementDepth = 2
            const head = whole.endedBy(endOfHead)
            if (head !== null) parts.onHead(head)
          }
          depth += 1
          break
        }
        case closeBrace:
        case closeBracket:
          if (depth === 0) break
          depth -= 1
          if (element !== null && depth === elementDepth) {
            elements += 1
            const made = element.endedBy(bytes.subarray(from, at + 1))
            element = null
            if (made === null) parts.onTooLong(elements)
            else parts.onElement(made, elements)
          } else if (element === null && depth < elementDepth) {
            elementDepth = -1
            from = at
          }
          if (depth === 0) {
            const made = whole.endedBy(bytes.subarray(from, at + 1))
            if (made === null) parts.onTooLong(0)
            else parts.onWhole(made)
            lastText = ''
          }
          break
      }
    }
    current()?.add(bytes.subarray(from))
  }
  return { feed, end: () => depth === 0 && !isInText }
}

const quote = 0x22
/** `]}` */
const endOfHead = new Uint8Array([0x5d, 0x7d])
const backslash = 0x5c
const colon = 0x3a
const openBrace = 0x7b
const closeBrace = 0x7d
const openBracket = 0x5b
const closeBracket = 0x5d

/** Bytes out of parts, up to a length. */
class Piece {
  private parts: Uint8Array[] = []
  private length = 0
  private readonly longest: number

  constructor(longest: number) {
    this.longest = longest
  }

  add(part: Uint8Array): void {
    this.length += part.length
    if (this.length > this.longest) this.parts = []
    // Not `slice`, which Node's own kind of bytes has for a view.
    else this.parts.push(new Uint8Array(part))
  }

  /** Null where it is too long. Most are one part, which need not be copied. */
  endedBy(last: Uint8Array): Uint8Array | null {
    const length = this.length + last.length
    if (length > this.longest) return null
    if (this.parts.length === 0) return last
    const all = new Uint8Array(length)
    let at = 0
    for (const part of [...this.parts, last]) {
      all.set(part, at)
      at += part.length
    }
    return all
  }
}
