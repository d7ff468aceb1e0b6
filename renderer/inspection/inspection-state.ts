/** What does the window know about this PC, after each answer? A pure reducer: no clock, no bridge, no DOM. */
import type { RequestFailure } from '../../shared/ipc/channels.ts'
import type { Inspection, InspectionFailure } from '../../shared/model/inspection.ts'
import { findChanges, type Change } from './changes.ts'
import { keepUnchanged } from './keep-unchanged.ts'

/** Why a look did not work: the list failed, or the request itself did. */
export type LookFailure = InspectionFailure | RequestFailure

export interface InspectionState {
  /** The last look that worked; stays on the screen when a later one fails. */
  readonly inspection: Inspection | undefined
  /** Set when the newest look failed. With an inspection beside it, that inspection is old. */
  readonly failure: LookFailure | undefined
  readonly isPaused: boolean
  /** What the newest answer changed; the same array until the next change. */
  readonly news: News
}

export interface News {
  readonly changes: readonly Change[]
  /** `failed` and `recovered` are told once, not with every look. */
  readonly turn: 'failed' | 'recovered' | undefined
}

export type InspectionAction =
  | { readonly kind: 'looked'; readonly inspection: Inspection }
  | { readonly kind: 'failed'; readonly failure: LookFailure }
  /** The user asked for another try while there was nothing to show: back to "looking". */
  | { readonly kind: 'retried' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'resumed' }

export const initialInspectionState: InspectionState = {
  inspection: undefined,
  failure: undefined,
  isPaused: false,
  news: { changes: [], turn: undefined },
}

export function reduceInspection(
  state: InspectionState,
  action: InspectionAction,
): InspectionState {
  switch (action.kind) {
    case 'looked':
      return afterLook(state, action.inspection)
    case 'failed':
      return afterFailure(state, action.failure)
    case 'retried':
      return state.inspection === undefined && state.failure !== undefined
        ? { ...state, failure: undefined }
        : state
    case 'paused':
      return state.isPaused ? state : { ...state, isPaused: true }
    case 'resumed':
      return state.isPaused ? { ...state, isPaused: false } : state
  }
}

function afterLook(state: InspectionState, answer: Inspection): InspectionState {
  const inspection = keepUnchanged(state.inspection, answer)
  const changes = findChanges(state.inspection, inspection)
  const hasRecovered = state.failure !== undefined
  const hasNews = changes.length > 0 || hasRecovered
  return {
    ...state,
    inspection,
    failure: undefined,
    news: hasNews ? { changes, turn: hasRecovered ? 'recovered' : undefined } : state.news,
  }
}

function afterFailure(state: InspectionState, failure: LookFailure): InspectionState {
  const old = state.failure
  if (old?.code === failure.code && old.detail === failure.detail) return state
  return {
    ...state,
    failure,
    news: old?.code === failure.code ? state.news : { changes: [], turn: 'failed' },
  }
}
