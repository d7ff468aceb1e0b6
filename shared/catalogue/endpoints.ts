/**
 * The servers of Apple's article. Reads `assets/connections/endpoints.json`.
 *
 * The words are `connections.endpoint.<id>` and `connections.fate.<state>`.
 */
import data from '../../assets/connections/endpoints.json' with { type: 'json' }
import { endpointsSchema, type Endpoint } from './endpoints-schema.ts'

export type { Endpoint, FateState } from './endpoints-schema.ts'

/** True in a built program: the build has read the same data through the schema (scripts/check-catalogue.mjs). */
declare const CATALOGUE_IS_CHECKED: boolean | undefined

let parsed: readonly Endpoint[] | undefined

/** @throws when the shipped data is broken: a bug in the data, found by the first test that runs. */
export function readEndpoints(): readonly Endpoint[] {
  parsed ??=
    typeof CATALOGUE_IS_CHECKED === 'undefined'
      ? endpointsSchema.parse(data)
      : (data as unknown as readonly Endpoint[])
  return parsed
}

/**
 * Whether a host name falls under a pattern. A leading `*.` stands for one or more labels, a `*` within a label for
 * any number of its letters.
 * @param name lower case, without the dot at the end.
 */
export function patternCovers(pattern: string, name: string): boolean {
  if (pattern.startsWith('*.')) {
    return name.length > pattern.length - 1 && name.endsWith(pattern.slice(1))
  }
  const star = pattern.indexOf('*')
  if (star < 0) return name === pattern
  const [head, tail] = [pattern.slice(0, star), pattern.slice(star + 1)]
  return (
    name.length >= head.length + tail.length &&
    name.startsWith(head) &&
    name.endsWith(tail) &&
    !name.slice(head.length, name.length - tail.length).includes('.')
  )
}
