/** The check of Apple's servers. Nothing here runs unless somebody asks, and nothing is sent but handshakes. */
import { setMaxListeners } from 'node:events'
import { networkInterfaces } from 'node:os'
import { addressKind } from '../../shared/connections/address-kind.ts'
import { judgeOverall, judgeTarget } from '../../shared/connections/judge-connections.ts'
import type {
  AddressKind,
  ConnectionTrial,
  ConnectionWay,
  StepName,
} from '../../shared/model/connection-steps.ts'
import type {
  ConnectionCheck,
  ConnectionNote,
  ConnectionProgress,
  ConnectionResult,
  ConnectionTarget,
  ProxyChoice,
} from '../../shared/model/connection.ts'
import { since, withinLimits } from '../async/limit.ts'
import { loadPublicRoots, loadRoots, type TrustRoots } from './read-certificate.ts'
import { resolveWithSystem, type Resolve } from './resolve.ts'
import { tryWay, type TrySettings } from './try-way.ts'

export interface CheckOptions {
  readonly signal: AbortSignal
  readonly onProgress?: (progress: ConnectionProgress) => void
  readonly atOnce?: number
  /** How long each step of a target may take. */
  readonly eachMs?: number
  readonly allMs?: number
  readonly resolve?: Resolve
  /** What the proxy setting says. One choice, or several in the order in which to try them. */
  readonly proxyFor?: (host: string, port: number) => Promise<ProxyChoice | readonly ProxyChoice[]>
  /** Names in the hosts file, in lower case, with the number of their line. */
  readonly hostsNames?: ReadonlyMap<string, number>
  /** Certificates as PEM that end a chain; when left out, the public ones that come with Node. */
  readonly roots?: readonly string[]
  readonly kindOf?: (address: string) => AddressKind
  readonly hasNetwork?: () => boolean
}

/** A setting may name more proxies than anybody wants to wait for. */
const mostWays = 3

export async function checkConnections(
  targets: readonly ConnectionTarget[],
  options: CheckOptions,
): Promise<ConnectionCheck> {
  const { signal, atOnce = 6, allMs = 30_000 } = options
  const startedAtUtc = new Date().toISOString()
  const startedAt = performance.now()
  const hasNetwork = (options.hasNetwork ?? hasOwnAddress)()
  const stop = new AbortController()
  // Every wait listens to it, on purpose.
  setMaxListeners(0, stop.signal)
  const cancel = () => stop.abort('cancelled')
  if (signal.aborted) cancel()
  signal.addEventListener('abort', cancel, { once: true })
  const timer = setTimeout(() => stop.abort('time-over'), allMs)
  const results: ConnectionResult[] = []
  let done = 0
  const roots = options.roots === undefined ? loadPublicRoots() : loadRoots(options.roots)
  // One for all who work: each takes the next.
  const queue = targets.entries()
  const work = async () => {
    for (const [index, target] of queue) {
      const tell = (step: ConnectionProgress['step'], result?: ConnectionResult) =>
        options.onProgress?.({
          targetId: target.id,
          step,
          ...(result === undefined ? {} : { result }),
          done,
          total: targets.length,
        })
      const result = await checkTarget(
        target,
        { ...options, signal: stop.signal, roots },
        hasNetwork,
        tell,
      )
      results[index] = result
      done += 1
      tell('done', result)
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(atOnce, targets.length) }, work))
  } finally {
    clearTimeout(timer)
    // After a bug in one target, the others must not go on unseen.
    stop.abort('cancelled')
    signal.removeEventListener('abort', cancel)
  }
  return {
    startedAtUtc,
    elapsedMs: since(startedAt),
    hasNetwork,
    overall: judgeOverall(results, hasNetwork),
    targets: results,
  }
}

async function checkTarget(
  target: ConnectionTarget,
  options: Omit<CheckOptions, 'roots'> & { readonly roots: TrustRoots },
  hasNetwork: boolean,
  onStep: (step: StepName) => void,
): Promise<ConnectionResult> {
  const startedAt = performance.now()
  const { signal, roots, eachMs = 5000 } = options
  const notes: ConnectionNote[] = []
  const choices = await askProxySetting(target, options, { signal, timeoutMs: eachMs })
  if (choices === undefined) notes.push('proxy-not-known')
  const named = findWays(choices ?? ['direct'])
  const ways = withDirect(named)
  if (choices?.some((choice) => choice !== 'direct' && 'notSupported' in choice)) {
    notes.push('proxy-kind-not-supported')
  }
  const settings: TrySettings = {
    resolve: options.resolve ?? resolveWithSystem,
    roots,
    kindOf: options.kindOf ?? addressKind,
    eachMs,
    signal,
    onStep,
  }
  const trials: readonly ConnectionTrial[] = signal.aborted
    ? []
    : await Promise.all(ways.map((way) => tryWay(target, way, settings)))
  return judgeTarget({
    target,
    trials,
    named: named.length,
    elapsedMs: since(startedAt),
    hostsLine: options.hostsNames?.get(target.host) ?? null,
    hasNetwork,
    untried: signal.aborted && signal.reason !== 'time-over' ? 'cancelled' : 'not-tried',
    notes,
  })
}

/** Undefined when the setting cannot be read: a script of the network's own may hang or fail. */
async function askProxySetting(
  { host, port }: ConnectionTarget,
  { proxyFor }: Pick<CheckOptions, 'proxyFor'>,
  limits: { readonly signal: AbortSignal; readonly timeoutMs: number },
): Promise<readonly ProxyChoice[] | undefined> {
  if (proxyFor === undefined) return ['direct']
  const asked = await withinLimits<readonly ProxyChoice[] | undefined>(limits, (settle) => {
    proxyFor(host, port).then(
      (answer) => settle(isList(answer) ? answer : [answer]),
      () => settle(undefined),
    )
    return () => {}
  })
  return asked.ended ? asked.value : undefined
}

function isList(answer: ProxyChoice | readonly ProxyChoice[]): answer is readonly ProxyChoice[] {
  return Array.isArray(answer)
}

function findWays(choices: readonly ProxyChoice[]): readonly ConnectionWay[] {
  const ways = choices.flatMap((choice): ConnectionWay[] => {
    if (choice === 'direct') return [{ kind: 'direct' }]
    return 'host' in choice ? [{ kind: 'proxy', host: choice.host, port: choice.port }] : []
  })
  return ways.slice(0, mostWays)
}

/**
 * With a proxy, the direct way is tried as well: services of the PC do not know the user's setting. Where the setting
 * leaves nothing to try, the direct way would say nothing about it.
 */
function withDirect(named: readonly ConnectionWay[]): readonly ConnectionWay[] {
  const isComplete = named.length === 0 || named.some(({ kind }) => kind === 'direct')
  return isComplete ? named : [...named, { kind: 'direct' }]
}

/** Whether this PC has an address that somebody gave it: not its own loop, and not one that it made up itself. */
export function hasOwnAddress(interfaces = networkInterfaces()): boolean {
  return Object.values(interfaces).some((addresses) =>
    addresses?.some(({ internal, address }) => !internal && addressKind(address) !== 'link-local'),
  )
}
