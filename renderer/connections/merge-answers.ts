/**
 * A check and the second try of some of its servers, merged. The same as `shared/connections/merge-checks.ts`, without
 * what that one needs to judge certificates.
 */
import type {
  ConnectionCheck,
  ConnectionOverall,
  ConnectionResult,
  ConnectionSymptom,
} from '../../shared/model/connection.ts'
import { isFine } from './servers/server-rows.ts'

/** The earlier check with the newer results in their places; the time is that of the later one. */
export function mergeAnswers(earlier: ConnectionCheck, later: ConnectionCheck): ConnectionCheck {
  const newer = new Map(later.targets.map((result) => [result.id, result]))
  const targets = earlier.targets.map((result) => newer.get(result.id) ?? result)
  return { ...later, targets, overall: overallOf(targets, [later.overall, earlier.overall]) }
}

/** Each of them is said of the whole as soon as one server shows it. */
const telling = ['intercepted', 'proxy-demands-password', 'proxy-failed'] as const

/** True of the whole only as long as nothing at all gets through. */
const sweeping = ['no-network', 'clock-wrong'] as const

function overallOf(
  targets: readonly ConnectionResult[],
  said: readonly ConnectionOverall[],
): ConnectionOverall {
  if (targets.length === 0) return 'nothing-to-check'
  const symptoms = targets.map(({ symptom }) => symptom)
  if (symptoms.includes('cancelled')) return 'cancelled'
  const tried = symptoms.filter((symptom) => symptom !== 'not-tried')
  if (tried.length === 0) return 'not-finished'
  const hasFine = tried.some(isFine)
  const swept = sweeping.find((overall) => said.includes(overall))
  if (swept !== undefined && !hasFine) return swept
  const told: ConnectionSymptom | undefined = telling.find((symptom) => symptoms.includes(symptom))
  if (told !== undefined) return told
  if (!tried.every(isFine)) return hasFine ? 'some-failed' : 'all-failed'
  if (tried.length < symptoms.length) return 'not-finished'
  return symptoms.includes('proxy-needed') ? 'proxy-needed' : 'ok'
}
