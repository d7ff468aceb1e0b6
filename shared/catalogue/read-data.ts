/** Data of `assets/`, read through its schema. */
import type { ZodType } from 'zod'

/**
 * True in a built program: the build has read the same data through the schemas (scripts/check-catalogue.mjs). Checking it
 * again costs each start what docs/measurements.md says.
 */
declare const CATALOGUE_IS_CHECKED: boolean | undefined

/**
 * A reader that checks once and keeps. It throws when the shipped data is broken: a bug in the data, found by the first
 * test that runs.
 */
export function readerOf<T>(schemaOf: () => ZodType<T>, data: unknown): () => T {
  let checked: { readonly value: T } | undefined
  return () => {
    checked ??= {
      value: typeof CATALOGUE_IS_CHECKED === 'undefined' ? schemaOf().parse(data) : (data as T),
    }
    return checked.value
  }
}
