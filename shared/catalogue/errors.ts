/**
 * Error numbers and messages of iTunes, its installer and its services: reads `assets/connections/errors.json` and
 * `error-words.json`; `find-errors.ts` looks a text up in them. The words are `errors.meaning.<id>` and `errors.step.<step>`.
 */
import wordData from '../../assets/connections/error-words.json' with { type: 'json' }
import data from '../../assets/connections/errors.json' with { type: 'json' }
import type { ErrorRow, ErrorWordLists } from './schemas/errors-schema.ts'

export type { ErrorRow, ErrorWhen, ErrorWordLists } from './schemas/errors-schema.ts'

export const readErrors = (): readonly ErrorRow[] => data as readonly ErrorRow[]
export const readErrorWords = (): ErrorWordLists => wordData

/**
 * The code as an unsigned number of 32 bits, so that `-402653083` and `0xE8000065` are the same; undefined where it is
 * none or too large.
 * @param code decimal, with a sign or without, or hexadecimal behind `0x`.
 */
export function errorNumber(code: string): number | undefined {
  const value = Number(code)
  if (!/^(-?\d{1,10}|0[xX][0-9a-fA-F]{1,8})$/.test(code)) return undefined
  return value < -0x8000_0000 || value > 0xffff_ffff ? undefined : value >>> 0
}

/**
 * - `exact`: the row names the number.
 * - `mended`: it does once a digit too many or too few is mended.
 * - `other-sign`: typed 50, the row says -50, or the other way round.
 * - `words`: the message fits, no number needed.
 * - `range`: no row names the number; this is its family.
 */
export type ErrorFit = 'exact' | 'mended' | 'other-sign' | 'words' | 'range'

export interface ErrorMatch {
  readonly row: ErrorRow
  /** The numbers of the text that mean this: `3194`, `-50`, `0xE8000065`. Empty where the words of the message fit. */
  readonly codes: readonly string[]
  readonly fit: ErrorFit
  /** The number stands where an error's number stands, and not only somewhere in a longer text. */
  readonly isCertain: boolean
}

export interface FoundErrors {
  /** Best first, each row at most once, at most eight. */
  readonly matches: readonly ErrorMatch[]
  /** Numbers that stand where an error's number stands, and of which no row speaks. At most four. */
  readonly unknown: readonly string[]
}
