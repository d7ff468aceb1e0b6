/**
 * The ports of Apple's article. Reads `assets/connections/ports.json`.
 *
 * The words are `connections.port.<id>`, `connections.role.<role>` and `connections.scope.<scope>`.
 */
import data from '../../assets/connections/ports.json' with { type: 'json' }
import type { PortRow } from './schemas/ports-schema.ts'

export type { PortRow } from './schemas/ports-schema.ts'

export const readPorts = (): readonly PortRow[] => data as readonly PortRow[]

/** Whether the article gives another protocol than the true one. */
export function hasOtherProtocol(row: PortRow): boolean {
  return row.articleProtocol !== null && row.articleProtocol !== row.protocols.join('/')
}
