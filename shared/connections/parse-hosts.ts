/**
 * Lines of a Windows hosts file that touch a name of Apple's, and whether Windows heeds them.
 *
 * As Windows reads it: blanks and tabs part address and names, `#` begins a comment anywhere, names are compared without
 * case, only the first nine names of a line count, and the first line for a name wins (for IPv4 and IPv6 each).
 * Bounded: one pass over the text, a limited number of lines kept. Lines that act have room of their own for each
 * purpose, so that neither a long list nor idle lines can push one out.
 */
import { appleNameAt } from './apple-names.ts'
import type { AddressKind, HostAddress } from './host-address.ts'
import { looksLikeShortAddress, readHostAddress } from './host-address.ts'
import { readHostsLines } from '../catalogue/hosts-lines.ts'
import { purposeOf } from './hosts-purpose.ts'

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
  /**
   * Of a name that counts and does not lead to Apple: the lines that stop the name too, or will as soon as this line is
   * gone, in both families. In order, a limited number.
   */
  readonly alsoLines: readonly number[]
  /** Of a name that counts: over IPv4 it still leads to Apple. */
  readonly isIpv6Only: boolean
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
  /** Lines that touch one, but were left out: they do nothing, or the same as many that were kept. */
  readonly omittedLineCount: number
  /** Lines with an address and at least one name, whoever's. */
  readonly entryCount: number
  /** Lines that are neither blank nor comment, but begin with no sound address. */
  readonly unreadableCount: number
  readonly lineCount: number
}

/** Names in lines that act, for each purpose that a name can have. */
const mostActing = 2_500
/** Of lines that do nothing. */
const mostIdle = 200
const mostComments = 100
const mostNames = 32
/** That are told for one name. */
const mostAlso = 100
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

interface Holder {
  readonly lineNumber: number
  readonly kind: AddressKind
}

/** Who answers for a name in one family, and who would if that line were gone. */
interface Answers {
  readonly first: Holder
  readonly waiting: Holder[]
}

class HostsReader {
  readonly #text: string
  readonly #namesPerLine = readHostsLines().namesPerLine.limit
  readonly #lines: HostsLine[] = []
  /** Per family and name. */
  readonly #answers = new Map<string, Answers>()
  /** Names in lines that act, for each purpose. */
  readonly #acting = new Map<string, number>()
  #lineNumber = 0
  #entryCount = 0
  #unreadableCount = 0
  #omittedLineCount = 0
  #idleCount = 0
  #commentCount = 0
  /** Lists repeat one address for every line: it is read once. */
  #lastAddress = ''
  #lastReading: AddressReading = 'not-an-address'

  constructor(text: string) {
    this.#text = text
  }

  result(): ParsedHosts {
    return {
      lines: this.#lines.map((line) => this.#withOthers(line)),
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
    if (!this.#takePlace(names, isComment)) {
      this.#omittedLineCount++
      return
    }
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

  /** A line that acts for several purposes is kept as long as one of them has room. */
  #takePlace(names: readonly HostsName[], isComment: boolean): boolean {
    let hasActing = false
    let hasRoom = false
    for (const { name, state } of names) {
      if (state !== 'counts') continue
      hasActing = true
      const purpose = purposeKey(name)
      const count = this.#acting.get(purpose) ?? 0
      if (count >= mostActing) continue
      hasRoom = true
      this.#acting.set(purpose, count + 1)
    }
    if (hasActing) return hasRoom
    if (this.#idleCount >= mostIdle) return false
    if (isComment && this.#commentCount >= mostComments) return false
    this.#idleCount++
    if (isComment) this.#commentCount++
    return true
  }

  #hasRoom(purpose: string): boolean {
    return (this.#acting.get(purpose) ?? 0) < mostActing
  }

  /** What is only known at the end of the file. */
  #withOthers(line: HostsLine): HostsLine {
    const { family, kind, lineNumber } = line
    if (family === null || !line.names.some(({ state }) => state === 'counts')) return line
    return {
      ...line,
      names: line.names.map((name) => {
        if (name.state !== 'counts') return name
        const other = this.#holders(family === 4 ? 6 : 4, name.name)
        const own = kind === 'apple' ? [] : this.#holders(family, name.name)
        const lines = kind === 'apple' ? [] : [...own, ...other]
        const alsoLines = [...new Set(lines)].filter((number) => number !== lineNumber)
        return {
          ...name,
          alsoLines: alsoLines.sort((a, b) => a - b).slice(0, mostAlso),
          isIpv6Only: family === 6 && other.length === 0,
        }
      }),
    }
  }

  /** The lines that keep a name from Apple one after the other, as each one before is switched off. */
  #holders(family: 4 | 6, name: string): readonly number[] {
    const answers = this.#answers.get(`${family} ${name}`)
    if (answers === undefined) return []
    const all = [answers.first, ...answers.waiting]
    const end = all.findIndex(({ kind }) => kind === 'apple')
    return (end < 0 ? all : all.slice(0, end)).map(({ lineNumber }) => lineNumber)
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
    if (isComment) return asRead(name, 'comment')
    if (typeof reading === 'string') return asRead(name, 'unreadable')
    if (index >= this.#namesPerLine) return asRead(name, 'beyond-nine')
    const { family, kind } = reading
    const key = `${family} ${name}`
    const answers = this.#answers.get(key)
    if (answers === undefined) {
      // A line that is left out is not remembered either: the memory stays bounded.
      if (this.#hasRoom(purposeKey(name))) {
        this.#answers.set(key, { first: { lineNumber: this.#lineNumber, kind }, waiting: [] })
      }
      return asRead(name, 'counts')
    }
    if (answers.waiting.length < mostAlso) {
      answers.waiting.push({ lineNumber: this.#lineNumber, kind })
    }
    return asRead(name, 'earlier-line', answers.first.lineNumber)
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

function purposeKey(name: string): string {
  return purposeOf(name)?.id ?? 'other'
}

const nothing: readonly number[] = []

function asRead(
  name: string,
  state: HostsNameState,
  decidedByLine: number | null = null,
): HostsName {
  return { name, state, decidedByLine, alsoLines: nothing, isIpv6Only: false }
}
