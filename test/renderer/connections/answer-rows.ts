/** Which rows come out of a check that has ended? */
import { groupResults } from '../../../renderer/connections/by-server.ts'
import { serverRows } from '../../../renderer/connections/servers/server-rows.ts'
import type { ConnectionCheck } from '../../../shared/model/connection.ts'
import { described, endpoints } from './made-up-check.ts'

export function rowsOf(check: ConnectionCheck) {
  return serverRows({
    description: { state: 'ready', value: described },
    results: groupResults(endpoints, check.targets),
    running: undefined,
  })
}
