/** Results of targets, by server of the catalogue. */
import type { Endpoint } from '../../shared/catalogue/endpoints.ts'
import { endpointIdOf } from '../../shared/connections/targets.ts'
import type { ConnectionResult } from '../../shared/model/connection.ts'

export type ResultsByServer = ReadonlyMap<string, readonly ConnectionResult[]>

interface TargetLike {
  readonly id: string
  readonly host?: string
  readonly port?: number
}

/** By the target's id; else by name and port. */
export function serverOf(
  { id, host, port }: TargetLike,
  endpoints: readonly Endpoint[],
): string | undefined {
  const beginning = endpointIdOf(id)
  const byId = endpoints.find((endpoint) => endpoint.id === beginning)
  if (byId !== undefined || host === undefined) return byId?.id
  const name = host.toLowerCase()
  return endpoints.find((endpoint) => endpoint.port === port && endpoint.names.includes(name))?.id
}

/** The results of each server, in the order in which they come. Those of unknown servers are left out. */
export function groupResults(
  endpoints: readonly Endpoint[],
  results: readonly ConnectionResult[],
): ResultsByServer {
  const groups = new Map<string, ConnectionResult[]>()
  for (const result of results) {
    const id = serverOf(result, endpoints)
    if (id === undefined) continue
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [result])
    else group.push(result)
  }
  return groups
}
