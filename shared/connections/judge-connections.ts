/** Judging of a check, one target and all together. */
import type {
  ConnectionNote,
  ConnectionOverall,
  ConnectionResult,
  ConnectionSymptom,
  ConnectionTarget,
} from '../model/connection.ts'
import type { ConnectionTrial } from '../model/connection-steps.ts'
import { findIssuer } from '../catalogue/issuers.ts'
import { isAboutTheNetwork, isOwnRoot, judgeTrial } from './judge-trial.ts'

export interface TargetFacts {
  readonly target: ConnectionTarget
  /** In the order of the proxy setting. Empty when the target was never begun. */
  readonly trials: readonly ConnectionTrial[]
  /** How many of the trials the setting names; the direct way after them was tried only to compare. */
  readonly named: number
  readonly elapsedMs: number
  readonly hostsLine: number | null
  readonly hasNetwork: boolean
  /** Why nothing was tried, when `trials` is empty. */
  readonly untried: 'cancelled' | 'not-tried'
  /** What was noticed before the first trial. */
  readonly notes?: readonly ConnectionNote[]
}

export function judgeTarget(facts: TargetFacts): ConnectionResult {
  const { target, elapsedMs, hostsLine } = facts
  const judged = facts.trials.map((trial) => ({ trial, symptom: judgeWay(trial, facts) }))
  const { first, symptom } = chooseWay(judged, facts)
  const others = judged.filter(({ trial }) => trial !== first).map(({ trial }) => trial)
  const certificate = first?.steps.certificate
  return {
    ...target,
    symptom,
    notes: [...(facts.notes ?? []), ...notesOn(judged, first, symptom, hostsLine)],
    elapsedMs,
    hostsLine,
    issuer: certificate?.state === 'known' ? certificate.value.issuer : null,
    trials: first === undefined ? [] : [first, ...others],
  }
}

interface JudgedTrial {
  readonly trial: ConnectionTrial
  readonly symptom: ConnectionSymptom
}

/** A name that the hosts file or a private address answers explains every failure that follows from it. */
function judgeWay(trial: ConnectionTrial, facts: TargetFacts): ConnectionSymptom {
  const symptom = judgeTrial(trial, facts.hasNetwork)
  if (symptom === 'ok' || symptom === 'cancelled' || symptom === 'not-tried') return symptom
  if (trial.way.kind === 'proxy') return symptom
  if (facts.hostsLine !== null) return 'hosts-file'
  return symptom !== 'intercepted' && isPrivate(trial) ? 'private-address' : symptom
}

function isPrivate({ steps: { address } }: ConnectionTrial): boolean {
  return (
    address.state === 'known' &&
    address.value.addresses.length > 0 &&
    address.value.addresses.every(({ kind }) => kind !== 'public')
  )
}

/**
 * Windows programs follow the proxy setting, so its first way counts, and the next one only where a proxy fails. That the
 * direct way is closed is worth a word: services do not know the setting.
 */
function chooseWay(
  judged: readonly JudgedTrial[],
  { named, untried }: TargetFacts,
): { first: ConnectionTrial | undefined; symptom: ConnectionSymptom } {
  const inSetting = judged.slice(0, named)
  const chosen = inSetting.find(({ symptom }) => symptom !== 'proxy-failed') ?? inSetting[0]
  if (chosen === undefined) return { first: undefined, symptom: untried }
  const direct = judged.find(({ trial }) => trial.way.kind === 'direct')
  const isDirectClosed = direct !== undefined && chosen !== direct && !isUndecided(direct.symptom)
  const isNeeded = chosen.symptom === 'ok' && isDirectClosed
  return { first: chosen.trial, symptom: isNeeded ? 'proxy-needed' : chosen.symptom }
}

function isUndecided(symptom: ConnectionSymptom): boolean {
  return symptom === 'ok' || symptom === 'cancelled' || symptom === 'not-tried'
}

function notesOn(
  judged: readonly JudgedTrial[],
  first: ConnectionTrial | undefined,
  symptom: ConnectionSymptom,
  hostsLine: number | null,
): readonly ConnectionNote[] {
  if (first === undefined) return []
  const { certificate } = first.steps
  const isDirect = first.way.kind === 'direct'
  const connected = (family: 4 | 6) =>
    first.attempts.some((a) => a.family === family && a.outcome.state === 'known')
  const isFailed = (family: 4 | 6) =>
    !connected(family) &&
    first.attempts.some((a) => a.family === family && a.outcome.state === 'failed') &&
    connected(family === 4 ? 6 : 4)
  const holds: Partial<Record<ConnectionNote, boolean>> = {
    'hosts-file': isDirect && symptom === 'ok' && hostsLine !== null,
    'private-address': isDirect && symptom === 'ok' && isPrivate(first),
    'unknown-issuer':
      certificate.state === 'known' &&
      certificate.value.isTrusted &&
      findIssuer(certificate.value.issuer.organization) === undefined,
    'issuer-not-verified': certificate.state === 'known' && isOwnRoot(certificate.value),
    'ipv4-failed': isDirect && isFailed(4),
    'ipv6-failed': isDirect && isFailed(6),
    'direct-works':
      !isDirect &&
      symptom !== 'ok' &&
      judged.some((other) => other.trial.way.kind === 'direct' && other.symptom === 'ok'),
    'proxy-failed':
      symptom !== 'proxy-failed' &&
      judged.some((other) => other.trial !== first && other.symptom === 'proxy-failed'),
  }
  return (Object.keys(holds) as ConnectionNote[]).filter((note) => holds[note] === true)
}

/** From how many names on "all of them fail" speaks of the network rather than of the names. */
const enoughNames = 3

export function judgeOverall(
  results: readonly ConnectionResult[],
  hasNetwork: boolean,
): ConnectionOverall {
  if (results.length === 0) return 'nothing-to-check'
  const symptoms = results.map(({ symptom }) => symptom)
  if (symptoms.includes('cancelled')) return 'cancelled'
  const tried = results.filter(({ symptom }) => symptom !== 'not-tried')
  if (tried.length === 0) return 'not-finished'
  const hosts = new Set(tried.map(({ host }) => host.toLowerCase()))
  const areAll = (is: (symptom: ConnectionSymptom) => boolean) =>
    tried.every(({ symptom }) => is(symptom))
  if (areAll(isAboutTheNetwork) && (!hasNetwork || hosts.size >= enoughNames)) return 'no-network'
  if (isClockWrong(tried)) return 'clock-wrong'
  for (const telling of ['intercepted', 'proxy-demands-password', 'proxy-failed'] as const) {
    if (symptoms.includes(telling)) return telling
  }
  const isFine = (symptom: ConnectionSymptom) => symptom === 'ok' || symptom === 'proxy-needed'
  if (!areAll(isFine))
    return tried.some(({ symptom }) => isFine(symptom)) ? 'some-failed' : 'all-failed'
  if (tried.length < results.length) return 'not-finished'
  return symptoms.includes('proxy-needed') ? 'proxy-needed' : 'ok'
}

/** Two servers do not forget their certificates at once: when every date that was seen is wrong the same way, it is the clock. */
function isClockWrong(results: readonly ConnectionResult[]): boolean {
  const seen = results.flatMap(({ host, trials }) => {
    const certificate = trials[0]?.steps.certificate
    return certificate?.state === 'known' ? [{ host, dates: certificate.value.dates }] : []
  })
  const hosts = new Set(seen.map(({ host }) => host.toLowerCase()))
  const [first] = seen
  return (
    first !== undefined &&
    first.dates !== 'valid' &&
    hosts.size >= 2 &&
    seen.every(({ dates }) => dates === first.dates)
  )
}
