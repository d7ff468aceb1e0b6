/** State of the Connections view, after each answer and message. A pure reducer: no clock, no bridge, no DOM. */
import type { Catalogue, Evidence } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { Endpoint } from '../../shared/catalogue/endpoints.ts'
import type { PortRow } from '../../shared/catalogue/ports.ts'
import type { RequestFailure } from '../../shared/ipc/channels.ts'
import type {
  ConnectionCheck,
  ConnectionProgress,
  ConnectionResult,
} from '../../shared/model/connection.ts'
import type { StepName } from '../../shared/model/connection-steps.ts'
import type { Loaded } from '../inspection/use-local-connections.ts'
import { groupResults, serverOf, type ResultsByServer } from './by-server.ts'

/** What the catalogue says: the same as long as the program runs. */
export interface Described {
  readonly endpoints: readonly Endpoint[]
  readonly ports: readonly PortRow[]
  readonly sources: Catalogue['sources']
  /** Who says what error numbers from 3000 on are about. */
  readonly remark: Evidence | undefined
}

export interface RunningCheck {
  readonly kind: 'all' | 'again'
  /** The servers that are asked; null for all of them. */
  readonly endpointIds: ReadonlySet<string> | null
  readonly done: number
  /** Null until the first message tells it. */
  readonly total: number | null
  /** The step that ended last, for each server that has been begun. */
  readonly steps: ReadonlyMap<string, StepName>
  readonly isCancelling: boolean
}

export interface ConnectionsState {
  readonly description: Loaded<Described, RequestFailure>
  readonly running: RunningCheck | undefined
  /** The last check that ended, with later tries of what failed put in. */
  readonly check: ConnectionCheck | undefined
  /** What is known of each server, by its catalogue id; grows while a check runs. */
  readonly results: ResultsByServer
  /** Why the newest check could not be made at all. */
  readonly failure: RequestFailure | undefined
}

export type ConnectionsAction =
  | { readonly kind: 'described'; readonly described: Described }
  | { readonly kind: 'description-failed'; readonly failure: RequestFailure }
  | { readonly kind: 'description-asked' }
  | { readonly kind: 'check-started'; readonly endpointIds: readonly string[] | null }
  | { readonly kind: 'progressed'; readonly progress: ConnectionProgress }
  | { readonly kind: 'cancel-asked' }
  | { readonly kind: 'check-ended'; readonly check: ConnectionCheck }
  | { readonly kind: 'check-failed'; readonly failure: RequestFailure }

export const initialConnectionsState: ConnectionsState = {
  description: { state: 'waiting' },
  running: undefined,
  check: undefined,
  results: new Map(),
  failure: undefined,
}

export function reduceConnections(
  state: ConnectionsState,
  action: ConnectionsAction,
): ConnectionsState {
  switch (action.kind) {
    case 'described':
      return { ...state, description: { state: 'ready', value: action.described } }
    case 'description-failed':
      return { ...state, description: { state: 'failed', failure: action.failure } }
    case 'description-asked':
      return { ...state, description: { state: 'waiting' } }
    case 'check-started':
      return afterStart(state, action.endpointIds)
    case 'progressed':
      return afterProgress(state, action.progress)
    case 'cancel-asked':
      return state.running === undefined
        ? state
        : { ...state, running: { ...state.running, isCancelling: true } }
    case 'check-ended':
      return afterEnd(state, action.check)
    case 'check-failed':
      return {
        ...state,
        running: undefined,
        failure: action.failure,
        results: resultsOf(state, state.check?.targets ?? []),
      }
  }
}

function endpointsOf({ description }: ConnectionsState): readonly Endpoint[] {
  return description.state === 'ready' ? description.value.endpoints : []
}

function resultsOf(state: ConnectionsState, targets: readonly ConnectionResult[]): ResultsByServer {
  return groupResults(endpointsOf(state), targets)
}

function afterStart(
  state: ConnectionsState,
  endpointIds: readonly string[] | null,
): ConnectionsState {
  if (state.running !== undefined) return state
  const again = endpointIds === null ? null : new Set(endpointIds)
  const kept = again === null ? [] : [...state.results].filter(([id]) => !again.has(id))
  return {
    ...state,
    check: again === null ? undefined : state.check,
    results: new Map(kept),
    failure: undefined,
    running: {
      kind: again === null ? 'all' : 'again',
      endpointIds: again,
      done: 0,
      total: null,
      steps: new Map(),
      isCancelling: false,
    },
  }
}

/** Messages that come after the end of their check, or before its start, are none of ours. */
function afterProgress(state: ConnectionsState, progress: ConnectionProgress): ConnectionsState {
  const { running } = state
  if (running === undefined) return state
  const { targetId, step, result, done, total } = progress
  const counted = { ...running, done: Math.max(running.done, done), total }
  const id = serverOf(result ?? { id: targetId }, endpointsOf(state))
  if (id === undefined) return { ...state, running: counted }
  if (step !== 'done') {
    return { ...state, running: { ...counted, steps: new Map(running.steps).set(id, step) } }
  }
  if (result === undefined) return { ...state, running: counted }
  const earlier = (state.results.get(id) ?? []).filter((other) => other.id !== result.id)
  return {
    ...state,
    running: counted,
    results: new Map(state.results).set(id, [...earlier, result]),
  }
}

function afterEnd(state: ConnectionsState, answer: ConnectionCheck): ConnectionsState {
  const ended = { ...state, running: undefined, failure: undefined }
  const results = resultsOf(state, answer.targets)
  if (state.running?.kind !== 'again') return { ...ended, check: answer, results }
  return {
    ...ended,
    // After a check of all the answer is the whole; one server that was tried alone says nothing about it.
    check: state.check && answer,
    results: new Map([...state.results, ...results]),
  }
}
