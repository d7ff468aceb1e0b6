/** Addresses of a name, from the system or from given name servers. */
import { lookup, Resolver } from 'node:dns'
import type { ResolvedAddress } from '../../shared/model/connection-steps.ts'
import { withinLimits, type Limits } from '../async/limit.ts'

type NameFailure =
  | 'name-not-found'
  | 'name-no-answer'
  | 'name-server-failed'
  | 'no-address'
  | 'cancelled'
  | 'time-over'

export type NameAnswer =
  | {
      readonly ok: true
      readonly addresses: readonly ResolvedAddress[]
      readonly answeredBy: 'system' | 'name-server'
    }
  | { readonly ok: false; readonly reason: NameFailure }

export type Resolve = (host: string, limits: Limits) => Promise<NameAnswer>

const fail = (reason: NameFailure): NameAnswer => ({ ok: false, reason })

/**
 * Asks the system as every program does. That call cannot be stopped and runs only a few at a time, so names wait for
 * each other when a name server is silent. Where it stays silent for half of the time, or gives no clear
 * answer, the system's name servers are asked directly as well, lest one name's silence be taken for another's.
 */
export const resolveWithSystem: Resolve = async (host, limits) => {
  let direct: NameAnswer | undefined
  let isUnclear = false
  const stop = new AbortController()
  const answer = await withinLimits<NameAnswer>(limits, (settle) => {
    const askDirectly = async () => {
      direct = await resolveWithServers()(host, { ...limits, signal: stop.signal })
      if (direct.ok || isUnclear) settle(direct)
    }
    const half = setTimeout(() => void askDirectly(), limits.timeoutMs / 2)
    lookup(host, { all: true, verbatim: true }, (error, found) => {
      if (error === null) {
        const addresses = found.flatMap(({ address, family }) =>
          family === 4 || family === 6 ? [{ address, family } as const] : [],
        )
        settle({ ok: true, addresses, answeredBy: 'system' })
      } else if (error.code === 'ENOTFOUND' || error.code === 'ENODATA') {
        settle(fail('name-not-found'))
      } else if (direct !== undefined) {
        settle(direct)
      } else {
        isUnclear = true
        clearTimeout(half)
        if (!stop.signal.aborted) void askDirectly()
      }
    })
    return () => {
      clearTimeout(half)
      stop.abort()
    }
  })
  if (answer.ended) return answer.value
  if (answer.why !== 'timed-out') return fail(answer.why)
  return direct ?? fail('name-no-answer')
}

/** How long the other family may still answer after the first one has. */
const otherFamilyMs = 500

const serverTrouble = new Set(['ESERVFAIL', 'EREFUSED', 'EFORMERR', 'EBADRESP', 'ENOTIMP'])

/** Asks name servers (`address` or `address:port`) for both families; without any, those of the system. */
export function resolveWithServers(servers?: readonly string[]): Resolve {
  return async (host, limits) => {
    const resolver = new Resolver({ timeout: Math.max(1, limits.timeoutMs), tries: 1 })
    if (servers !== undefined) resolver.setServers(servers)
    const answer = await withinLimits<NameAnswer>(limits, (settle) => {
      const addresses: ResolvedAddress[] = []
      const codes: string[] = []
      let open = 2
      let patience: NodeJS.Timeout | undefined
      const conclude = () =>
        settle(
          addresses.length > 0
            ? { ok: true, addresses, answeredBy: 'name-server' }
            : fail(explain(codes)),
        )
      const receive = (family: 4 | 6) => (error: NodeJS.ErrnoException | null, found: string[]) => {
        open -= 1
        if (error === null) addresses.push(...found.map((address) => ({ address, family })))
        else codes.push(error.code ?? '')
        if (open === 0) conclude()
        else if (addresses.length > 0) patience = setTimeout(conclude, otherFamilyMs)
      }
      resolver.resolve4(host, receive(4))
      resolver.resolve6(host, receive(6))
      return () => {
        clearTimeout(patience)
        resolver.cancel()
      }
    })
    if (answer.ended) return answer.value
    return fail(answer.why === 'timed-out' ? 'name-no-answer' : answer.why)
  }
}

/** Both families failed, and not always in the same way: the clearest word counts. */
function explain(codes: readonly string[]): NameFailure {
  if (codes.includes('ENOTFOUND')) return 'name-not-found'
  if (codes.some((code) => serverTrouble.has(code))) return 'name-server-failed'
  if (codes.every((code) => code === 'ENODATA')) return 'no-address'
  return 'name-no-answer'
}
