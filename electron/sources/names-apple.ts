/** Whether a program's own certificates name Apple: a cheap first sieve, which proves nothing. Kept for a while. */
import { readTrustRules } from '../../shared/judge/trust/trust-rules.ts'
import { keptFor } from '../async/kept-for.ts'
import { namesOrganization } from '../win32/files/embedded-names.ts'

/** A program's certificates do not change while it stays. */
const keptMs = 60_000

export function createNamesApple(): (path: string, signal: AbortSignal) => Promise<boolean> {
  const ask = keptFor(
    keptMs,
    (path: string, signal: AbortSignal) =>
      namesOrganization(path, readTrustRules().signers.accepted[0]?.organization ?? '', signal),
    (path) => path,
    ({ state }) => state === 'known',
  )
  return async (path, signal) => {
    const answer = await ask(path, signal)
    return answer.state === 'known' && answer.value
  }
}
