/** Names that are tried for the servers of the catalogue. */
import type { ConnectionTarget } from '../model/connection.ts'
import type { Endpoint } from '../catalogue/endpoints.ts'

/** Between the id of a server and the number of one of its further names. */
const separator = '#'

/**
 * One for each name: `digicert`, `digicert#2` …
 * @param ids servers of the catalogue; null for all but those that Apple no longer lists, whose names may be gone.
 */
export function targetsOf(
  endpoints: readonly Endpoint[],
  ids: readonly string[] | null,
): readonly ConnectionTarget[] {
  const wanted = ids === null ? undefined : new Set(ids)
  return endpoints
    .filter(({ id, fate }) => (wanted === undefined ? fate.state !== 'gone' : wanted.has(id)))
    .flatMap(({ id, names, port, tls }) =>
      names.map((host, index) => ({
        id: index === 0 ? id : `${id}${separator}${index + 1}`,
        host,
        port,
        withTls: tls,
      })),
    )
}

/**
 * The server's id in the catalogue, of a target's id: alone, or before a sign that no server's id has, as in
 * `cdn-apple#2` and, in other reports, `cdn-apple:updates.cdn-apple.com`.
 */
export const endpointIdOf = (targetId: string): string =>
  /^[a-z0-9-]+/.exec(targetId)?.[0] ?? targetId
