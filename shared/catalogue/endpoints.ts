/**
 * The servers of Apple's article. Reads `assets/connections/endpoints.json`.
 *
 * The words are `connections.endpoint.<id>` and `connections.fate.<state>`.
 */
import data from '../../assets/connections/endpoints.json' with { type: 'json' }
import type { Endpoint } from './schemas/endpoints-schema.ts'

export type { Endpoint } from './schemas/endpoints-schema.ts'

export const readEndpoints = (): readonly Endpoint[] => data as readonly Endpoint[]

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
