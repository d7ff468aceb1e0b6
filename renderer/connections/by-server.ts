/** Results of targets, by server of the catalogue. */
import type { Endpoint } from '../../shared/catalogue/endpoints.ts'
import type { ConnectionResult } from '../../shared/model/connection.ts'

export type ResultsByServer = ReadonlyMap<string, readonly ConnectionResult[]>

interface TargetLike {
  readonly id: string
  readonly host?: string
  readonly port?: number
}

/**
 * By the target's id, which is the server's id, alone or with a part of its own behind a sign that no server's id has:
 * `cdn-apple`, `cdn-apple/2`, `cdn-apple:updates.cdn-apple.com`. Else by name and port.
 */
export function endpointIdOf(
  { id, host, port }: TargetLike,
  endpoints: readonly Endpoint[],
): string | undefined {
  const beginning = /^[a-z0-9-]+/.exec(id)?.[0]
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
    const id = endpointIdOf(result, endpoints)
    if (id === undefined) continue
    const group = groups.get(id)
    if (group === undefined) groups.set(id, [result])
    else group.push(result)
  }
  return groups
}
