/**
 * Apple's host names, known lines of hosts files, and the errors that they cause. Reads
 * `assets/connections/hosts-lines.json`.
 */
import data from '../../assets/connections/hosts-lines.json' with { type: 'json' }
import { hostsLinesSchema, type HostsLines } from './hosts-lines-schema.ts'

export type { HostsFindingCode, HostsOwner, HostsLines } from './hosts-lines-schema.ts'

/** True in a built program: the build has read the same data through the schema (scripts/check-catalogue.mjs). */
declare const CATALOGUE_IS_CHECKED: boolean | undefined

let parsed: HostsLines | undefined

/** @throws when the shipped data is broken: a bug in the data, found by the first test that runs. */
export function readHostsLines(): HostsLines {
  parsed ??=
    typeof CATALOGUE_IS_CHECKED === 'undefined'
      ? hostsLinesSchema.parse(data)
      : (data as unknown as HostsLines)
  return parsed
}
