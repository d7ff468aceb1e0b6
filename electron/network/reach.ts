/** A TCP connection to one of a server's addresses. */
import { connect, type Socket } from 'node:net'
import type {
  AddressFamily,
  ConnectAttempt,
  ConnectionReason,
  ResolvedAddress,
} from '../../shared/model/connection-steps.ts'
import { since, withinLimits, type Limits, type StopReason } from '../async/limit.ts'

export type Opened =
  | { readonly ok: true; readonly socket: Socket }
  | { readonly ok: false; readonly reason: TcpFailure }

type TcpFailure =
  StopReason | 'refused' | 'unreachable' | 'no-route' | 'blocked-here' | 'closed-early'

/** @see https://nodejs.org/api/errors.html#common-system-errors */
const reasonByCode: Readonly<Record<string, TcpFailure>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'closed-early',
  EPIPE: 'closed-early',
  ECONNABORTED: 'closed-early',
  ETIMEDOUT: 'timed-out',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'no-route',
  ENETDOWN: 'no-route',
  EADDRNOTAVAIL: 'no-route',
  EAFNOSUPPORT: 'no-route',
  // What a firewall on this PC makes the system say.
  EACCES: 'blocked-here',
  EPERM: 'blocked-here',
}

/** The socket belongs to the caller, who must destroy it. */
export async function openTcp(address: string, port: number, limits: Limits): Promise<Opened> {
  const opened = await withinLimits<Opened>(limits, (settle) => {
    const socket = connect({ host: address, port })
    // Stays: an error after the end of the wait must not become an exception.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      settle({ ok: false, reason: reasonByCode[error.code ?? ''] ?? 'unreachable' })
    })
    socket.once('connect', () => settle({ ok: true, socket }))
    return (isReceived) => {
      if (!isReceived) socket.destroy()
    }
  })
  return opened.ended ? opened.value : { ok: false, reason: opened.why }
}

/** Of each family at most two, one after the other: an answer with 1,000 addresses must not open 1,000 connections. */
const addressesPerFamily = 2

export interface Race {
  /** The connection that came first, or undefined when all failed. The socket belongs to the caller. */
  readonly winner: Promise<(ResolvedAddress & { readonly socket: Socket }) | undefined>
  /** Ends what is still open, and tells how each address fared. */
  readonly stop: () => Promise<readonly ConnectAttempt[]>
}

/** Tries IPv4 and IPv6 at the same time, as programs do, and lets the slower one go on so that its answer is known. */
export function raceAddresses(
  addresses: readonly ResolvedAddress[],
  port: number,
  { signal, timeoutMs }: Limits,
): Race {
  const attempts: ConnectAttempt[] = []
  const inner = new AbortController()
  const passOn = () => inner.abort(signal.reason)
  if (signal.aborted) passOn()
  else signal.addEventListener('abort', passOn, { once: true })
  let isWon = false
  let win: (won: (ResolvedAddress & { socket: Socket }) | undefined) => void = () => {}
  const winner = new Promise<(ResolvedAddress & { socket: Socket }) | undefined>((resolve) => {
    win = resolve
  })

  const tryFamily = async (family: AddressFamily) => {
    const mine = addresses.filter((one) => one.family === family).slice(0, addressesPerFamily)
    for (const { address } of mine) {
      const startedAt = performance.now()
      const limits = { signal: inner.signal, timeoutMs: timeoutMs / mine.length }
      const opened = await openTcp(address, port, limits)
      const elapsedMs = since(startedAt)
      if (!opened.ok) {
        attempts.push({ address, family, outcome: notConnected(opened.reason, isWon, elapsedMs) })
        if (inner.signal.aborted) return
        continue
      }
      attempts.push({ address, family, outcome: { state: 'known', value: 'connected', elapsedMs } })
      if (isWon) opened.socket.destroy()
      isWon = true
      win({ address, family, socket: opened.socket })
      return
    }
  }

  const all = Promise.all([tryFamily(6), tryFamily(4)]).then(() => win(undefined))
  const stop = async () => {
    inner.abort('cancelled')
    await all
    signal.removeEventListener('abort', passOn)
    return attempts
  }
  return { winner, stop }
}

function notConnected(reason: TcpFailure, isWon: boolean, elapsedMs: number) {
  if (reason !== 'cancelled' && reason !== 'time-over')
    return { state: 'failed', reason, elapsedMs } as const
  return { state: 'skipped', reason: isWon ? 'not-needed' : reason, elapsedMs } as const
}

/** From the clearest to the vaguest: what speaks for the server counts more than a family that this PC does not have. */
const telling: readonly ConnectionReason[] = [
  'refused',
  'blocked-here',
  'closed-early',
  'timed-out',
  'unreachable',
  'no-route',
  'time-over',
  'cancelled',
]

export function clearestReason(attempts: readonly ConnectAttempt[]): ConnectionReason {
  const reasons = attempts.map(({ outcome }) => (outcome.state === 'known' ? '' : outcome.reason))
  if (reasons.includes('time-over')) return 'time-over'
  if (reasons.includes('cancelled')) return 'cancelled'
  return telling.find((reason) => reasons.includes(reason)) ?? 'unreachable'
}
