/** One way to a server, step by step, direct or through a proxy. Each step is told as soon as it has ended. */
import { isIP, type Socket } from 'node:net'
import type {
  AddressKind,
  ConnectAttempt,
  ConnectionReason,
  ConnectionSteps,
  ConnectionTrial,
  ConnectionWay,
  ResolvedAddress,
  Step,
  StepName,
} from '../../shared/model/connection-steps.ts'
import type { ConnectionTarget } from '../../shared/model/connection.ts'
import { shakeHands } from './handshake.ts'
import { since, type Limits } from '../async/limit.ts'
import type { TrustRoots } from './read-certificate.ts'
import { raceAddresses, clearestReason } from './reach.ts'
import type { Resolve } from './resolve.ts'
import { openTunnel } from './through-proxy.ts'

export interface TrySettings {
  readonly resolve: Resolve
  readonly roots: TrustRoots
  readonly kindOf: (address: string) => AddressKind
  /** How long each step may take. */
  readonly eachMs: number
  readonly signal: AbortSignal
  readonly onStep: (step: StepName) => void
}

/** How many addresses are kept and looked at, of an answer of any length. */
const mostAddresses = 8

const skippedStep = (reason: ConnectionReason) =>
  ({ state: 'skipped', reason, elapsedMs: 0 }) as const
const isStop = (reason: ConnectionReason) => reason === 'cancelled' || reason === 'time-over'

function stopped(reason: ConnectionReason, startedAt: number): Step<never> {
  return { state: isStop(reason) ? 'skipped' : 'failed', reason, elapsedMs: since(startedAt) }
}

export async function tryWay(
  target: ConnectionTarget,
  way: ConnectionWay,
  settings: TrySettings,
): Promise<ConnectionTrial> {
  const steps: { -readonly [Name in StepName]: ConnectionSteps[Name] } = {
    name: skippedStep('step-before-failed'),
    address: skippedStep('step-before-failed'),
    tcp: skippedStep('step-before-failed'),
    proxy: skippedStep(way.kind === 'direct' ? 'no-proxy' : 'step-before-failed'),
    tls: skippedStep('step-before-failed'),
    certificate: skippedStep('step-before-failed'),
  }
  const note = <Name extends StepName>(name: Name, step: ConnectionSteps[Name]) => {
    steps[name] = step
    settings.onStep(name)
  }
  let attempts: readonly ConnectAttempt[] = []
  let proxySchemes: readonly string[] = []
  const limits: Limits = { signal: settings.signal, timeoutMs: settings.eachMs }
  const isDirect = way.kind === 'direct'
  const { host, port } = isDirect ? target : way

  const findAddresses = async (): Promise<readonly ResolvedAddress[] | undefined> => {
    const startedAt = performance.now()
    const family = isIP(host)
    const answer =
      family === 4 || family === 6
        ? ({ ok: true, addresses: [{ address: host, family }], answeredBy: 'system' } as const)
        : await settings.resolve(host, limits)
    if (!isDirect) {
      note('name', skippedStep('proxy-resolves'))
      note('address', skippedStep('proxy-resolves'))
      if (answer.ok && answer.addresses.length > 0) return answer.addresses
      const reason = answer.ok || !isStop(answer.reason) ? 'proxy-unreachable' : answer.reason
      note('tcp', stopped(reason, startedAt))
      return undefined
    }
    const elapsedMs = since(startedAt)
    if (!answer.ok && answer.reason !== 'no-address') {
      note('name', stopped(answer.reason, startedAt))
      return undefined
    }
    const { addresses, answeredBy } = answer.ok
      ? answer
      : ({ addresses: [], answeredBy: 'name-server' } as const)
    if (family !== 0) note('name', skippedStep('literal-address'))
    else note('name', { state: 'known', value: { answeredBy }, elapsedMs })
    if (addresses.length === 0) {
      note('address', stopped('no-address', startedAt))
      return undefined
    }
    const kept = keepSome(addresses).map((one) => ({ ...one, kind: settings.kindOf(one.address) }))
    const value = { addresses: kept, count: addresses.length }
    note('address', { state: 'known', value, elapsedMs: 0 })
    return kept
  }

  const passProxy = async (socket: Socket): Promise<boolean> => {
    if (isDirect) return true
    const startedAt = performance.now()
    const tunnel = await openTunnel(socket, target.host, target.port, limits)
    if (tunnel.ok) {
      const elapsedMs = since(startedAt)
      note('proxy', { state: 'known', value: { status: tunnel.status }, elapsedMs })
    } else {
      proxySchemes = tunnel.schemes
      note('proxy', stopped(tunnel.reason, startedAt))
    }
    return tunnel.ok
  }

  const lookAtTls = async (socket: Socket) => {
    if (!(target.withTls ?? target.port !== 80)) {
      note('tls', skippedStep('no-tls-here'))
      note('certificate', skippedStep('no-tls-here'))
      return
    }
    const startedAt = performance.now()
    const shaken = await shakeHands(socket, target.host, settings.roots, limits)
    if (!shaken.ok) {
      note('tls', stopped(shaken.reason, startedAt))
      return
    }
    note('tls', { state: 'known', value: shaken.tls, elapsedMs: since(startedAt) })
    const { certificate } = shaken
    if (certificate === undefined) note('certificate', stopped('no-certificate', startedAt))
    else note('certificate', { state: 'known', value: certificate, elapsedMs: 0 })
  }

  const addresses = await findAddresses()
  if (addresses !== undefined) {
    const startedAt = performance.now()
    const race = raceAddresses(addresses, port, limits)
    const won = await race.winner
    try {
      if (won === undefined) {
        attempts = await race.stop()
        const reason = clearestReason(attempts)
        note('tcp', stopped(isDirect || isStop(reason) ? reason : 'proxy-unreachable', startedAt))
      } else {
        const { address, family } = won
        note('tcp', { state: 'known', value: { address, family }, elapsedMs: since(startedAt) })
        if (await passProxy(won.socket)) await lookAtTls(won.socket)
      }
    } finally {
      won?.socket.destroy()
      attempts = await race.stop()
    }
  }
  return { way, steps, attempts, proxySchemes }
}

/** Both families are to be among those that are kept. */
function keepSome(addresses: readonly ResolvedAddress[]): readonly ResolvedAddress[] {
  const of = (family: 4 | 6) => addresses.filter((one) => one.family === family)
  const six = of(6).slice(0, mostAddresses / 2)
  return [...six, ...of(4).slice(0, mostAddresses - six.length)]
}
