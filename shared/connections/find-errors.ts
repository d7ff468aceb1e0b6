/** Rows of the error table that fit a text. Forgiving, bounded, and never a guess at a number. */
import { errorNumber, readErrors } from '../catalogue/errors.ts'
import type { ErrorRow } from '../catalogue/errors.ts'

/** `exact`: the row names the number. `range`: it lies in one of the row's ranges. `without-sign`: typed 50, the row says -50. */
export type ErrorFit = 'exact' | 'range' | 'without-sign'

export interface ErrorMatch {
  readonly row: ErrorRow
  /** The number that was found in the text: `3194`, `-50`, `0xE8000065`. */
  readonly code: string
  readonly fit: ErrorFit
}

const longestText = 2_000
const mostNumbers = 16
const mostMatches = 10

/** Words before an error's number, in some languages. */
const errorWords = new Set(
  'error errors err errore erreur fehler fehlercode fel felkod felnummer felet code kod koden kode number nummer nr no fejl feil virhe'.split(
    ' ',
  ),
)
/** Words before a number that is none of an error. */
const productWords = new Set(
  'iphone ipad ipod ios ipados itunes windows win version build macos quicktime se pro max plus mini gen'.split(
    ' ',
  ),
)

interface Found {
  readonly code: string
  readonly hint: 'error' | 'none' | 'product'
}

const minusSigns = /[\u2010-\u2015\u2212]/g
const numbers =
  /0x[0-9a-f]{1,16}(?![0-9a-z])|(?<![0-9a-z.])e800[0-9a-f]{4}(?![0-9a-z])|-?\d{1,20}/gi

/**
 * The rows that fit the numbers in the text, best first: a number behind a word such as "error" before others, a row
 * that names the number before a range. Empty when nothing fits.
 */
export function findErrors(text: string): readonly ErrorMatch[] {
  const plain = text.slice(0, longestText).normalize('NFKC').replace(minusSigns, '-')
  const ranked = numbersIn(plain).flatMap(({ code, hint }) =>
    rowsOf(code).map((match) => ({
      match,
      rank: (hint === 'error' ? 0 : 10) + fits.indexOf(match.fit),
    })),
  )
  const taken = new Set<ErrorRow>()
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .map(({ match }) => match)
    .filter(({ row }) => !taken.has(row) && taken.add(row))
    .slice(0, mostMatches)
}

const fits: readonly ErrorFit[] = ['exact', 'range', 'without-sign']

function numbersIn(text: string): readonly Found[] {
  const found: Found[] = []
  for (const match of text.matchAll(numbers)) {
    if (found.length === mostNumbers) break
    const number = numberAt(text, match.index, match[0])
    if (number !== undefined) found.push(number)
  }
  const hinted = found.filter(({ hint }) => hint === 'error')
  const plain = found.filter(({ hint }) => hint === 'none')
  // "iPhone 17 error 3194" asks for one number; "iTunes 3194" has no better one.
  const useful = [...hinted, ...plain]
  return useful.length > 0 ? useful : found
}

function numberAt(text: string, start: number, raw: string): Found | undefined {
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(start + raw.length, start + raw.length + 2)
  // Parts of versions and times: 17.1, 12:30. A full stop at the end of a sentence is none.
  if (/^[.,:]\d/.test(after) || /\d[.,:]$/.test(before)) return undefined
  // The middle of a long number or of a word: HT201999, 4th.
  if (/\d$/.test(before) && !raw.startsWith('-')) return undefined
  if (/^[\p{L}\d]/u.test(after)) return undefined
  const word = /(\p{L}+)[^\p{L}\d]{0,4}$/u.exec(before)?.[1]?.toLowerCase()
  const isGlued = /\p{L}$/u.test(before)
  if (isGlued && !errorWords.has(word ?? '')) return undefined
  const isBracketed = before.endsWith('(') && after.startsWith(')')
  const code = canonical(raw, /[\p{L}\d]$/u.test(before))
  if (code === undefined) return undefined
  if (isBracketed || (word !== undefined && errorWords.has(word))) return { code, hint: 'error' }
  return { code, hint: word !== undefined && productWords.has(word) ? 'product' : 'none' }
}

/** @param isJoined a letter or digit stands right before: then `-` is a dash and no sign. */
function canonical(raw: string, isJoined: boolean): string | undefined {
  const unsigned = isJoined && raw.startsWith('-') ? raw.slice(1) : raw
  const code = /^e/i.test(unsigned) ? `0x${unsigned}` : unsigned
  const value = errorNumber(code)
  if (value === undefined) return undefined
  return value >= 0x8000_0000 && !/^-\d{1,9}$/.test(code)
    ? `0x${value.toString(16).toUpperCase()}`
    : String(/^0x/i.test(code) ? value : Number(code))
}

function rowsOf(code: string): readonly ErrorMatch[] {
  const value = errorNumber(code)
  if (value === undefined) return []
  const rows = readErrors()
  const exact = rows.filter((row) => row.codes.some((other) => errorNumber(other) === value))
  const inRange = rows
    .filter((row) => row.ranges.some((range) => isBetween(value, range)))
    .filter((row) => !exact.includes(row))
  const turned = errorNumber(`-${code}`)
  const signless =
    exact.length > 0 || turned === undefined || value === 0
      ? []
      : rows.filter((row) => row.codes.some((other) => errorNumber(other) === turned))
  return [
    ...exact.map((row) => ({ row, code, fit: 'exact' as const })),
    ...inRange.map((row) => ({ row, code, fit: 'range' as const })),
    ...signless.map((row) => ({ row, code, fit: 'without-sign' as const })),
  ]
}

function isBetween(value: number, range: { readonly from: string; readonly to: string }): boolean {
  const [from, to] = [errorNumber(range.from), errorNumber(range.to)]
  return from !== undefined && to !== undefined && value >= from && value <= to
}
