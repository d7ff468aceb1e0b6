/** A check and the second try of its failed targets, merged. */
import type { ConnectionCheck, ConnectionResult } from '../model/connection.ts'
import { judgeOverall } from './judge-connections.ts'

/** The earlier check with the newer results in their places; the time is that of the later one. */
export function mergeChecks(earlier: ConnectionCheck, later: ConnectionCheck): ConnectionCheck {
  const newer = new Map<string, ConnectionResult>(
    later.targets.map((result) => [result.id, result]),
  )
  const targets = earlier.targets.map((result) => newer.get(result.id) ?? result)
  return { ...later, targets, overall: judgeOverall(targets, later.hasNetwork) }
}
