/**
 * Judging of the local ports of Apple's programs.
 *
 * A port that nobody has, or that others share, is no fault by itself: it becomes one only when the program that needs
 * it runs, is proven to be Apple's, and has had time to open it.
 */
import type { Listener } from '../model/listener.ts'
import type { PortProxy } from '../model/port-proxy.ts'
import type { Probe } from '../model/probe.ts'
import { likenessOf, ownersOf } from './port-owner.ts'
import type { OwnerReason, PortOwner, PortProcess } from './port-owner.ts'
import { watchedPorts } from './watched-ports.ts'
import type { PortMeaning, WatchedPort } from './watched-ports.ts'

/** The words are `ports.verdict.<code>`. */
export const portVerdicts = ['owner-expected', 'owner-other', 'nobody', 'cannot-tell'] as const
type PortVerdict = (typeof portVerdicts)[number]

export interface PortJudgement {
  readonly watched: WatchedPort
  readonly verdict: PortVerdict
  /** Whether that is as it should be, given what runs. Null when nobody can say. Only `false` is worth attention. */
  readonly isNormal: boolean | null
  /** Why nobody can tell: a code of `ports.reason`, or the reason why there is no list. Null unless `cannot-tell`. */
  readonly reason: string | null
  /** Who answers at the port. */
  readonly owners: readonly PortOwner[]
  /** Who has the same number on addresses that do not count: other networks, or this PC alone. In nobody's way. */
  readonly elsewhere: readonly PortOwner[]
  /** Apple's program has its port: what iPhones are reached through works on this PC. */
  readonly isProofOfLife: boolean
}

/**
 * Ask for the listeners first and for the processes then: a service that ends in between is then missing from both,
 * and not taken for one that runs without its port.
 */
export interface PortsQuestion {
  readonly listeners: Probe<readonly Listener[]>
  /** All processes, also those that are none of Apple's. */
  readonly processes: readonly PortProcess[]
  /** False when a part of the process list could not be read. */
  readonly isListComplete: boolean
  readonly portProxies: Probe<readonly PortProxy[]>
  /** ISO 8601, UTC: when all this was looked at. */
  readonly takenAtUtc: string
}

/** One for each watched port, in their order. */
export function judgePorts(question: PortsQuestion): readonly PortJudgement[] {
  const processes = new Map<number, PortProcess[]>()
  for (const process of question.processes) {
    const same = processes.get(process.pid)
    if (same === undefined) processes.set(process.pid, [process])
    else same.push(process)
  }
  return watchedPorts.map((watched) => judgePort(watched, question, processes))
}

function judgePort(
  watched: WatchedPort,
  question: PortsQuestion,
  processes: ReadonlyMap<number, readonly PortProcess[]>,
): PortJudgement {
  const { listeners } = question
  if (listeners.state !== 'known') {
    return {
      ...{ watched, verdict: 'cannot-tell', isNormal: null, reason: listeners.reason },
      ...{ owners: [], elsewhere: [], isProofOfLife: false },
    }
  }
  const here = listeners.value.filter(
    ({ port, protocol }) => port === watched.port && protocol === watched.protocol,
  )
  const answering =
    watched.reach === 'local'
      ? answeringLocally(here)
      : here.filter(({ address }) => !watched.isShared || !isLoopback(address))
  const proxies = question.portProxies.state === 'known' ? question.portProxies.value : []
  const owners = ownersOf(watched, answering, processes, proxies)
  const { verdict, reason } = verdictOf(watched, owners)
  return {
    ...{ watched, verdict, reason, owners },
    isNormal: normality(verdict, watched, question),
    elsewhere: ownersOf(
      watched,
      here.filter((listener) => !answering.includes(listener)),
      processes,
      proxies,
    ),
    isProofOfLife:
      watched.isProofOfLife &&
      verdict === 'owner-expected' &&
      answering.some(({ family }) => family === 4),
  }
}

/** Of a port that several share, a socket on one of these hears nothing of the network. */
const isLoopback = (address: string): boolean => address === '::1' || address.startsWith('127.')

/** Who wants 127.0.0.1 gets the listener on that address, else the one on every address; `::` can stand for both kinds. */
function answeringLocally(here: readonly Listener[]): readonly Listener[] {
  for (const address of ['127.0.0.1', '0.0.0.0', '::']) {
    const found = here.filter((listener) => listener.address === address)
    if (found.length > 0) return found
  }
  return []
}

function verdictOf(
  { isShared }: WatchedPort,
  owners: readonly PortOwner[],
): { verdict: PortVerdict; reason: OwnerReason | 'several-owners' | null } {
  if (owners.length === 0) return { verdict: 'nobody', reason: null }
  const expected = owners.filter(({ standing }) => standing === 'expected')
  if (expected.length > 0) {
    // Nobody knows which of them gets what is sent there.
    return isShared || expected.length === owners.length
      ? { verdict: 'owner-expected', reason: null }
      : { verdict: 'cannot-tell', reason: 'several-owners' }
  }
  const unknown = owners.find(({ standing }) => standing === 'unknown')
  return unknown === undefined
    ? { verdict: 'owner-other', reason: null }
    : { verdict: 'cannot-tell', reason: unknown.reason }
}

function normality(
  verdict: PortVerdict,
  watched: WatchedPort,
  question: PortsQuestion,
): boolean | null {
  switch (verdict) {
    case 'owner-expected':
      return true
    case 'cannot-tell':
      return null
    case 'owner-other':
      return meaningFor(watched.whenTaken, watched, question)
    case 'nobody':
      return meaningFor(watched.whenSilent, watched, question)
  }
}

/** A service that has only just started has not opened its ports yet. */
const settlingMs = 60_000

function meaningFor(
  meaning: PortMeaning,
  watched: WatchedPort,
  question: PortsQuestion,
): boolean | null {
  if (meaning === 'harmless') return true
  const alike = question.processes.map((process) => ({
    likeness: likenessOf(watched, process),
    startedAtUtc: process.startedAtUtc,
  }))
  const isSettled = ({ startedAtUtc }: { startedAtUtc: string | null }): boolean =>
    startedAtUtc !== null &&
    Date.parse(question.takenAtUtc) - Date.parse(startedAtUtc) >= settlingMs
  const running = alike.filter(({ likeness }) => likeness === 'expected')
  if (running.some(isSettled)) return meaning === 'problem' ? false : null
  const mayRun = running.length > 0 || alike.some(({ likeness }) => likeness === 'unknown')
  return mayRun || !question.isListComplete ? null : true
}
