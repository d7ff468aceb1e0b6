/**
 * Which lines of a Windows hosts file touch a name of Apple's, and does Windows heed them?
 *
 * As Windows reads it: blanks and tabs part address and names, `#` begins a comment anywhere, names are compared without
 * case, only the first nine names of a line count, and the first line for a name wins (for IPv4 and IPv6 each).
 * Bounded: one pass over the text, a limited number of lines kept.
 */
import { appleNameAt } from './apple-names.ts'
import type { AddressKind, HostAddress } from './host-address.ts'
import { looksLikeShortAddress, readHostAddress } from './host-address.ts'
import { readHostsLines } from '../catalogue/hosts-lines.ts'

/**
 * Does Windows heed this name of this line?
 * - `counts`: yes. `comment`: the line is switched off by `#`. `earlier-line`: an earlier line has answered.
 * - `beyond-nine`: too many names stand before it. `unreadable`: the line does not begin with a sound address.
 */
export type HostsNameState = 'counts' | 'comment' | 'earlier-line' | 'beyond-nine' | 'unreadable'

export interface HostsName {
  /** Lower case, without the dot at the end. */
  readonly name: string
  readonly state: HostsNameState
  /** The line that counts for this name, where it is another one. */
  readonly decidedByLine: number | null
}

export interface HostsLine {
  /** From 1, as editors count. */
  readonly lineNumber: number
  /** As written, cut at 80 characters. */
  readonly address: string
  readonly family: 4 | 6 | null
  readonly kind: AddressKind | null
  /** `odd-number`: a short or padded form such as `127.1`; whether Windows takes it is not known. `not-an-address`: something else. */
  readonly unreadable: 'odd-number' | 'not-an-address' | null
  /** Apple's names only, at most 32. */
  readonly names: readonly HostsName[]
  /** How many names the line has in all. */
  readonly nameCount: number
}

export interface ParsedHosts {
  /** Lines that touch a name of Apple's, in their order. */
  readonly lines: readonly HostsLine[]
  /** Lines that touch one, but were left out because there are too many. */
  readonly omittedLineCount: number
  /** Lines with an address and at least one name, whoever's. */
  readonly entryCount: number
  /** Lines that are neither blank nor comment, but begin with no sound address. */
  readonly unreadableCount: number
  readonly lineCount: number
}

const mostLines = 1_000
const mostComments = 100
const mostNames = 32
const longestAddress = 80

export function parseHosts(text: string): ParsedHosts {
  const reader = new HostsReader(text)
  // A carriage return of its own ends a line too, but is so rare that the quick way does not look for it.
  const endOfLine = /\r(?!\n)/.test(text) ? endAtEither : endAtLineFeed
  // U+FEFF: the mark of a Unicode file that the caller has not taken off.
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (start < text.length) {
    const end = endOfLine(text, start)
    const isPair = text.charCodeAt(end) === carriageReturn && text.charCodeAt(end + 1) === lineFeed
    reader.readLine(start, end)
    start = end + (isPair ? 2 : 1)
  }
  return reader.result()
}

function endAtLineFeed(text: string, start: number): number {
  const found = text.indexOf('\n', start)
  if (found < 0) return text.length
  return found > start && text.charCodeAt(found - 1) === carriageReturn ? found - 1 : found
}

function endAtEither(text: string, start: number): number {
  let end = start
  while (end < text.length) {
    const code = text.charCodeAt(end)
    if (code === lineFeed || code === carriageReturn) break
    end++
  }
  return end
}

const lineFeed = 0x0a
const carriageReturn = 0x0d
const hash = 0x23
const blank = 0x20
const tab = 0x09

type AddressReading = HostAddress | 'odd-number' | 'not-an-address'

class HostsReader {
  readonly #text: string
  readonly #namesPerLine = readHostsLines().namesPerLine.limit
  readonly #lines: HostsLine[] = []
  /** Per name and family, the line that counts. */
  readonly #decided = new Map<string, number>()
  #lineNumber = 0
  #entryCount = 0
  #unreadableCount = 0
  #omittedLineCount = 0
  #commentCount = 0
  /** Lists repeat one address for every line: it is read once. */
  #lastAddress = ''
  #lastReading: AddressReading = 'not-an-address'

  constructor(text: string) {
    this.#text = text
  }

  result(): ParsedHosts {
    return {
      lines: this.#lines,
      omittedLineCount: this.#omittedLineCount,
      entryCount: this.#entryCount,
      unreadableCount: this.#unreadableCount,
      lineCount: this.#lineNumber,
    }
  }

  readLine(lineStart: number, end: number): void {
    this.#lineNumber++
    let start = this.#skipBlanks(lineStart, end)
    const isComment = start < end && this.#text.charCodeAt(start) === hash
    while (start < end && this.#isBlankOrHash(start)) start++
    if (start >= end) return
    const addressEnd = this.#endOfWord(start, end)
    const reading = this.#readAddress(start, addressEnd)
    const isSound = typeof reading !== 'string'
    // Any sentence may be a comment: only what would be an entry is one that was switched off.
    if (isComment && !isSound) return
    const { names, nameCount } = this.#readNames(addressEnd, end, reading, isComment)
    if (!isComment && !isSound) this.#unreadableCount++
    if (!isComment && isSound && nameCount > 0) this.#entryCount++
    if (names.length > 0) this.#keep(start, addressEnd, reading, names, nameCount, isComment)
  }

  #keep(
    start: number,
    end: number,
    reading: AddressReading,
    names: readonly HostsName[],
    nameCount: number,
    isComment: boolean,
  ): void {
    if (this.#isFull(isComment)) {
      this.#omittedLineCount++
      return
    }
    if (isComment) this.#commentCount++
    const isSound = typeof reading !== 'string'
    this.#lines.push({
      lineNumber: this.#lineNumber,
      address: this.#text.slice(start, Math.min(end, start + longestAddress)),
      family: isSound ? reading.family : null,
      kind: isSound ? reading.kind : null,
      unreadable: isSound ? null : reading,
      names,
      nameCount,
    })
  }

  #isFull(isComment: boolean): boolean {
    return this.#lines.length >= mostLines || (isComment && this.#commentCount >= mostComments)
  }

  #readNames(start: number, end: number, reading: AddressReading, isComment: boolean) {
    const names: HostsName[] = []
    let nameCount = 0
    let at = this.#skipBlanks(start, end)
    while (at < end && this.#text.charCodeAt(at) !== hash) {
      const nameEnd = this.#endOfWord(at, end)
      const name = appleNameAt(this.#text, at, nameEnd)
      if (name !== undefined && names.length < mostNames && !names.some((n) => n.name === name)) {
        names.push(this.#judgeName(name, nameCount, reading, isComment))
      }
      nameCount++
      at = this.#skipBlanks(nameEnd, end)
    }
    return { names, nameCount }
  }

  #judgeName(name: string, index: number, reading: AddressReading, isComment: boolean): HostsName {
    const without = (state: HostsNameState) => ({ name, state, decidedByLine: null })
    if (isComment) return without('comment')
    if (typeof reading === 'string') return without('unreadable')
    if (index >= this.#namesPerLine) return without('beyond-nine')
    const key = `${reading.family} ${name}`
    const decidedByLine = this.#decided.get(key)
    if (decidedByLine !== undefined) return { name, state: 'earlier-line', decidedByLine }
    // A line that is left out is not remembered either: the memory stays bounded.
    if (!this.#isFull(false)) this.#decided.set(key, this.#lineNumber)
    return without('counts')
  }

  #readAddress(start: number, end: number): AddressReading {
    const known = this.#lastAddress
    if (end - start === known.length && this.#text.startsWith(known, start))
      return this.#lastReading
    const address = this.#text.slice(start, Math.min(end, start + longestAddress + 1))
    this.#lastAddress = address
    this.#lastReading =
      readHostAddress(address) ?? (looksLikeShortAddress(address) ? 'odd-number' : 'not-an-address')
    return this.#lastReading
  }

  #isBlankOrHash(at: number): boolean {
    const code = this.#text.charCodeAt(at)
    return code === blank || code === tab || code === hash
  }

  #skipBlanks(start: number, end: number): number {
    let at = start
    while (at < end) {
      const code = this.#text.charCodeAt(at)
      if (code !== blank && code !== tab) break
      at++
    }
    return at
  }

  #endOfWord(start: number, end: number): number {
    let at = start
    while (at < end && !this.#isBlankOrHash(at)) at++
    return at
  }
}
