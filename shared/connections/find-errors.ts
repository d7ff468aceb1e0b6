/** The rows of the error table that fit what somebody typed or pasted: by number, by family, or by the words of a message. */
import { numbersIn, type NumberInText } from './error-numbers.ts'
import { errorNumber, readErrors, readErrorWords } from '../catalogue/errors.ts'
import type { ErrorFit, ErrorMatch, ErrorRow, ErrorWhen, FoundErrors } from '../catalogue/errors.ts'

const longestText = 20_000
const mostMatches = 8
const mostUnknown = 4

interface Ranked {
  readonly match: ErrorMatch
  readonly rank: number
}

export function findErrors(text: string): FoundErrors {
  const plain = plainText(text.slice(0, longestText))
  const about = contextsOf(plain)
  const numbers = withoutDoubtful(numbersIn(plain, isKnown))
  const byNumber = numbers.map((number) => ({ number, matches: rowsOf(number, about) }))
  const ranked: Ranked[] = byNumber
    .flatMap(({ matches }) => matches)
    .concat(rowsByWords(plain))
    .map((match) => ({ match, rank: rankOf(match, about) }))
  const matches = onePerRow(ranked.sort((a, b) => a.rank - b.rank).map(({ match }) => match))
  const unknown = byNumber
    .filter(({ number, matches: own }) => own.length === 0 && number.place === 'error')
    .map(({ number }) => number.code)
  return {
    matches: matches.slice(0, mostMatches),
    unknown: [...new Set(unknown)].slice(0, mostUnknown),
  }
}

/** `4013 and 4014`: two numbers, one meaning. */
function onePerRow(matches: readonly ErrorMatch[]): readonly ErrorMatch[] {
  const best = new Map<ErrorRow, ErrorMatch>()
  for (const match of matches) {
    const { codes = [], fit } = best.get(match.row) ?? {}
    if (fit === undefined) best.set(match.row, match)
    else if (fit === match.fit) {
      const both = [...new Set([...codes, ...match.codes])]
      best.set(match.row, { ...match, codes: both })
    }
  }
  return [...best.values()]
}

/** In lower case, without accents, full-width signs and the many kinds of minus. */
function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/ß/g, 'ss')
}

/** "iPhone 17 error 3194" asks for one number; "iTunes 3194" has no better one. */
function withoutDoubtful(numbers: readonly NumberInText[]): readonly NumberInText[] {
  const certain = numbers.filter(({ place }) => place === 'error' || place === 'brackets')
  return certain.length > 0 ? certain : numbers
}

function contextsOf(plain: string): ReadonlySet<ErrorWhen> {
  const { about } = readErrorWords()
  const found = Object.entries(about).filter(([, words]) => words.some((w) => plain.includes(w)))
  return new Set(found.map(([when]) => when as ErrorWhen))
}

const fits: readonly ErrorFit[] = ['exact', 'mended', 'other-sign', 'words', 'range']

/** What the text is about outweighs how the row was found, and a certain number outweighs both. */
function rankOf({ row, fit, isCertain }: ErrorMatch, about: ReadonlySet<ErrorWhen>): number {
  const isAbout = about.has(row.when)
  return fits.indexOf(fit) + (isAbout ? 0 : 2.5) + (isCertain ? 0 : 10)
}

let byCode: ReadonlyMap<number, readonly ErrorRow[]> | undefined

function rowsNaming(value: number | undefined): readonly ErrorRow[] {
  if (byCode === undefined) {
    const rows = new Map<number, ErrorRow[]>()
    for (const row of readErrors()) {
      for (const code of row.codes) {
        const number = errorNumber(code)
        if (number !== undefined) rows.set(number, [...(rows.get(number) ?? []), row])
      }
    }
    byCode = rows
  }
  return (value === undefined ? undefined : byCode.get(value)) ?? []
}

function isKnown(code: string): boolean {
  const value = errorNumber(code)
  return value !== undefined && (rowsNaming(value).length > 0 || familiesOf(value).length > 0)
}

function rowsOf(
  { code, isMended, place, isOfWindows }: NumberInText,
  about: ReadonlySet<ErrorWhen>,
): readonly ErrorMatch[] {
  const value = errorNumber(code)
  if (value === undefined) return []
  const matchOf = (fit: ErrorFit) => (row: ErrorRow) =>
    ({ row, codes: [code], fit, isCertain: place !== 'in-text' }) satisfies ErrorMatch
  const isMeant = ({ when }: ErrorRow) => !isOfWindows || windowsSide.has(when)
  const exact = [...rowsNaming(value), ...rowsOfWindowsNumber(value)].filter(isMeant)
  const named = exact.map(matchOf(isMended ? 'mended' : 'exact'))
  // A number somewhere in a text may be anything: only one that a row names is taken for an error.
  if (place === 'in-text') return Math.abs(Number(code)) < 1000 ? [] : named
  const turned = errorNumber(code.startsWith('-') ? code.slice(1) : `-${code}`)
  const otherSign = exact.length > 0 || code.startsWith('0x') ? [] : rowsNaming(turned)
  const family = familiesOf(value)
    .filter(isMeant)
    .filter(({ when, needsWords }) => {
      if (!about.has(when) && !isOfWindows) return exact.length === 0 && !needsWords
      return !exact.some((row) => windowsSide.has(row.when) === windowsSide.has(when))
    })
  return [
    ...named,
    ...otherSign.filter(isMeant).map(matchOf('other-sign')),
    ...family.map(matchOf('range')),
  ]
}

/** 0x80070643 is Windows' number 1603. */
function rowsOfWindowsNumber(value: number): readonly ErrorRow[] {
  if (value >>> 16 !== 0x8007) return []
  return rowsNaming(value & 0xffff).filter(({ when }) => windowsSide.has(when))
}

/** Where a number is one of Windows or of its installer. */
const windowsSide: ReadonlySet<ErrorWhen> = new Set(['install', 'service', 'start'])

/** The narrowest range that holds the number, of Apple's numbers and of Windows' own. */
function familiesOf(value: number): readonly ErrorRow[] {
  const holding = readErrors().flatMap((row) => {
    const range = row.ranges?.find((each) => isBetween(value, each))
    return range === undefined ? [] : [{ row, width: widthOf(range) }]
  })
  const isNarrowest = ({ row, width }: (typeof holding)[number]) =>
    holding.every(
      (other) =>
        other.width >= width || windowsSide.has(other.row.when) !== windowsSide.has(row.when),
    )
  return holding.filter(isNarrowest).map(({ row }) => row)
}

type Range = NonNullable<ErrorRow['ranges']>[number]

function widthOf({ from, to }: Range): number {
  return (errorNumber(to) ?? 0) - (errorNumber(from) ?? 0)
}

function isBetween(value: number, { from, to }: Range): boolean {
  const [first, last] = [errorNumber(from), errorNumber(to)]
  return first !== undefined && last !== undefined && value >= first && value <= last
}

interface Message {
  readonly row: ErrorRow
  /** For each part the ways to say it. */
  readonly parts: readonly (readonly string[])[]
}

let messages: readonly Message[] | undefined

/** Rows whose message stands in the text, the one with the most parts first. */
function rowsByWords(plain: string): readonly ErrorMatch[] {
  messages ??= readErrors().flatMap((row) =>
    (row.phrases ?? []).map((parts) => ({ row, parts: parts.map((part) => part.split('|')) })),
  )
  return messages
    .filter(({ parts }) => parts.every((ways) => ways.some((words) => plain.includes(words))))
    .sort((a, b) => b.parts.length - a.parts.length)
    .map(({ row }) => ({ row, codes: [], fit: 'words', isCertain: true }))
}
