/**
 * Error numbers and messages of iTunes, its installer and its services: reads `assets/connections/errors.json` and
 * `error-words.json`; `find-errors.ts` looks a text up in them. The words are `errors.meaning.<id>` and `errors.step.<step>`.
 */
import wordData from '../../assets/connections/error-words.json' with { type: 'json' }
import data from '../../assets/connections/errors.json' with { type: 'json' }
import type { ErrorRow, ErrorWordLists } from './errors-schema.ts'

export type { ErrorConfidence, ErrorRow, ErrorWhen, ErrorWordLists } from './errors-schema.ts'

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
