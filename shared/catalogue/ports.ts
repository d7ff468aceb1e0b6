/**
 * The ports of Apple's article. Reads `assets/connections/ports.json`.
 *
 * The words are `connections.port.<id>`, `connections.role.<role>` and `connections.scope.<scope>`.
 */
import data from '../../assets/connections/ports.json' with { type: 'json' }
import { portsSchema, type PortRow } from './ports-schema.ts'

export type { PortRow, PortRole, PortScope } from './ports-schema.ts'

/** True in a built program: the build has read the same data through the schema (scripts/check-catalogue.mjs). */
declare const CATALOGUE_IS_CHECKED: boolean | undefined

let parsed: readonly PortRow[] | undefined

/** @throws when the shipped data is broken: a bug in the data, found by the first test that runs. */
export function readPorts(): readonly PortRow[] {
  parsed ??=
    typeof CATALOGUE_IS_CHECKED === 'undefined'
      ? portsSchema.parse(data)
      : (data as unknown as readonly PortRow[])
  return parsed
}

/** Whether the article gives another protocol than the true one. */
export function hasOtherProtocol(row: PortRow): boolean {
  return row.articleProtocol !== null && row.articleProtocol !== row.protocols.join('/')
}

/** The row of a port, single ports before ranges; undefined where the table has none. */
export function portRowOf(port: number, protocol: 'TCP' | 'UDP'): PortRow | undefined {
  return readPorts().find(
    ({ from, to, protocols }) => port >= from && port <= to && protocols.includes(protocol),
  )
}
