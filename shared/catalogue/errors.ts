/**
 * The error table. Reads `assets/connections/errors.json`; `find-errors.ts` looks numbers up.
 *
 * The words are `connections.error.<id>` and `connections.cause.<cause>`.
 */
import data from '../../assets/connections/errors.json' with { type: 'json' }
import { errorsSchema, type ErrorRow } from './errors-schema.ts'

export type { ErrorRow, ErrorCause } from './errors-schema.ts'

/** True in a built program: the build has read the same data through the schema (scripts/check-catalogue.mjs). */
declare const CATALOGUE_IS_CHECKED: boolean | undefined

let parsed: readonly ErrorRow[] | undefined

/** @throws when the shipped data is broken: a bug in the data, found by the first test that runs. */
export function readErrors(): readonly ErrorRow[] {
  parsed ??=
    typeof CATALOGUE_IS_CHECKED === 'undefined'
      ? errorsSchema.parse(data)
      : (data as unknown as readonly ErrorRow[])
  return parsed
}

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
