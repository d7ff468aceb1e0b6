/** Rows of servers before, during and after a check. */
import type { Endpoint } from '../../../shared/catalogue/endpoints.ts'
import type { ConnectionResult, ConnectionSymptom } from '../../../shared/model/connection.ts'
import type { Words } from '../../../shared/text/words.ts'
import type { ConnectionsState, RunningCheck } from '../connections-state.ts'

/**
 * - `left-out`: Apple no longer names it, so a check of all does not ask it.
 * - `gone`: Apple no longer names it, and it does not answer. Nothing to worry about.
 * - `partly`: it stands for several names, and only some of them answered.
 * - `untried`: cancelled, or time was over.
 */
export type RowState =
  | 'not-checked'
  | 'left-out'
  | 'waiting'
  | 'checking'
  | 'ok'
  | 'partly'
  | 'trouble'
  | 'gone'
  | 'untried'

export interface RowFacts {
  readonly state: RowState
  /** Whose word the row bears. */
  readonly symptom: ConnectionSymptom | undefined
  readonly reached: number
  readonly tried: number
  /** Of the slowest name. */
  readonly elapsedMs: number | undefined
}

export function isFine(symptom: ConnectionSymptom): boolean {
  return symptom === 'ok' || symptom === 'proxy-needed'
}

export function isUndecided(symptom: ConnectionSymptom): boolean {
  return symptom === 'cancelled' || symptom === 'not-tried'
}

/** What a server that was switched off looks like. A name that leads elsewhere or a reader between is another matter. */
const silent: readonly ConnectionSymptom[] = [
  'name-not-found',
  'name-no-answer',
  'name-server-failed',
  'refused',
  'unreachable',
  'timed-out',
  'closed-early',
  'not-tls',
  'certificate-expired',
  'certificate-other-name',
  'certificate-untrusted',
]

export function rowFacts(
  endpoint: Endpoint,
  results: readonly ConnectionResult[],
  running: RunningCheck | undefined,
): RowFacts {
  if (results.length === 0) {
    const state = stateWithoutResult(endpoint, running)
    return { state, symptom: undefined, reached: 0, tried: 0, elapsedMs: undefined }
  }
  const tried = results.filter(({ symptom }) => !isUndecided(symptom))
  const reached = tried.filter(({ symptom }) => isFine(symptom)).length
  const failed = tried.find(({ symptom }) => !isFine(symptom))
  const counts = { reached, tried: tried.length, elapsedMs: slowest(tried) }
  if (tried.length === 0) return { ...counts, state: 'untried', symptom: results[0]?.symptom }
  if (failed === undefined) return { ...counts, state: 'ok', symptom: tried[0]?.symptom }
  if (isSilentlyGone(endpoint, tried)) return { ...counts, state: 'gone', symptom: failed.symptom }
  const state = reached > 0 ? 'partly' : 'trouble'
  return { ...counts, state, symptom: failed.symptom }
}

function stateWithoutResult({ id, fate }: Endpoint, running: RunningCheck | undefined): RowState {
  if (running?.steps.has(id) === true) return 'checking'
  const isGone = fate.state === 'gone'
  if (running?.endpointIds?.has(id) ?? (running !== undefined && !isGone)) return 'waiting'
  return isGone ? 'left-out' : 'not-checked'
}

function isSilentlyGone({ fate }: Endpoint, tried: readonly ConnectionResult[]): boolean {
  return (
    fate.state === 'gone' &&
    tried.every(({ symptom }) => isFine(symptom) || silent.includes(symptom))
  )
}

function slowest(results: readonly ConnectionResult[]): number | undefined {
  return results.length === 0 ? undefined : Math.max(...results.map(({ elapsedMs }) => elapsedMs))
}

export interface ServerRow {
  readonly endpoint: Endpoint
  readonly results: readonly ConnectionResult[]
  readonly facts: RowFacts
}

const none: readonly ConnectionResult[] = []

export function serverRows({
  description,
  results,
  running,
}: Pick<ConnectionsState, 'description' | 'results' | 'running'>): readonly ServerRow[] {
  if (description.state !== 'ready') return []
  return description.value.endpoints.map((endpoint) => {
    const own = results.get(endpoint.id) ?? none
    return { endpoint, results: own, facts: rowFacts(endpoint, own, running) }
  })
}

/** Whether "so many of so many reached" counts it. */
export function isCounted({ facts: { state } }: ServerRow): boolean {
  return state !== 'gone' && state !== 'left-out'
}

/** Worth the reader's attention. */
export function isTrouble({ facts: { state } }: ServerRow): boolean {
  return state === 'trouble' || state === 'partly'
}

/** What "Try again" tries: all that failed or was not tried, but for what Apple itself has given up. */
export function isWorthRetrying(row: ServerRow): boolean {
  return isTrouble(row) || row.facts.state === 'untried'
}

/** The few words in a server's row. */
export function resultWord({ t }: Words, { state, symptom, reached, tried }: RowFacts): string {
  if (state === 'partly') return t('connectionView.result.partly', { reached, total: tried })
  if (state === 'ok' || state === 'trouble' || state === 'untried') {
    return t(`connectionView.result.${symptom ?? 'ok'}`)
  }
  return t(`connectionView.result.${state}`)
}
