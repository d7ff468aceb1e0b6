/** What helps to read names in a text, out of `assets/catalogue/names.json`. */
import data from '../../assets/catalogue/names.json' with { type: 'json' }
import { namesSchema, type Names } from './names-schema.ts'

/** True in a built program: the build has read the same data through the schema (scripts/check-catalogue.mjs). */
declare const CATALOGUE_IS_CHECKED: boolean | undefined

let parsed: Names | undefined

/** @throws when the shipped data is broken: a bug in the data, found by the first test that runs. */
export function readNames(): Names {
  parsed ??= typeof CATALOGUE_IS_CHECKED === 'undefined' ? namesSchema.parse(data) : data
  return parsed
}
