/** State of the inspection, after each answer. A pure reducer: no clock, no bridge, no DOM. */
import type { Inspection, LookAlike } from '../../shared/model/inspection.ts'
import type { LookFailure } from '../text/failure-words.ts'
import { findChanges, type Change } from './changes.ts'
import { faded, findMarks, noMarks, withEnded, withMarks, type Marks } from './live-marks.ts'
import { keepUnchanged } from './keep-unchanged.ts'

export interface InspectionState {
  /** The last look that worked; stays on the screen when a later one fails. */
  readonly inspection: Inspection | undefined
  /** Set when the newest look failed. With an inspection beside it, that inspection is old. */
  readonly failure: LookFailure | undefined
  readonly isPaused: boolean
  /** What the newest answer changed; the same array until the next change. */
  readonly news: News
  /** Rows whose process has just started or ended. */
  readonly marks: Marks
  /** Look-alikes that have ended: a row of theirs stays as long as its mark, or while somebody reads about it. */
  readonly endedLookAlikes: readonly LookAlike[]
  /** The look that brought the newest marks. */
  readonly markedLook: string | undefined
  /** After a pause the next look only takes stock: what came meanwhile has not "just" come. */
  readonly takesStock: boolean
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
  /** The marks of this look have stood long enough. */
  | { readonly kind: 'faded'; readonly look: string }

export const initialInspectionState: InspectionState = {
  inspection: undefined,
  failure: undefined,
  isPaused: false,
  news: { changes: [], turn: undefined },
  marks: noMarks,
  endedLookAlikes: [],
  markedLook: undefined,
  takesStock: false,
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
      return afterRetry(state)
    case 'paused':
      return state.isPaused ? state : { ...state, isPaused: true }
    case 'resumed':
      return state.isPaused ? { ...state, isPaused: false, takesStock: true } : state
    case 'faded': {
      const marks = faded(state.marks, action.look)
      if (marks === state.marks) return state
      const markedLook = state.markedLook === action.look ? undefined : state.markedLook
      return { ...state, marks, markedLook }
    }
  }
}

/** Who cancelled the very first look, and then wants one, wants the window to go on by itself as well. */
function afterRetry(state: InspectionState): InspectionState {
  const { inspection, failure } = state
  if (inspection !== undefined || failure === undefined) return state
  const isPaused = failure.code !== 'cancelled' && state.isPaused
  return { ...state, failure: undefined, isPaused }
}

function afterLook(state: InspectionState, answer: Inspection): InspectionState {
  const inspection = keepUnchanged(state.inspection, answer)
  const changes = findChanges(state.inspection, inspection)
  const fresh = state.takesStock ? noMarks : findMarks(state.inspection, inspection)
  const hasRecovered = state.failure !== undefined
  const hasNews = changes.length > 0 || hasRecovered
  return {
    ...state,
    inspection,
    failure: undefined,
    news: hasNews ? { changes, turn: hasRecovered ? 'recovered' : undefined } : state.news,
    marks: withMarks(state.marks, fresh),
    endedLookAlikes: withEnded(state.endedLookAlikes, state.inspection, inspection, fresh),
    markedLook: fresh.size > 0 ? inspection.takenAtUtc : state.markedLook,
    takesStock: false,
  }
}

function afterFailure(state: InspectionState, failure: LookFailure): InspectionState {
  // Somebody wanted it so: what is shown is as old as while paused, which it says.
  if (failure.code === 'cancelled' && state.inspection !== undefined) return state
  const old = state.failure
  if (old?.code === failure.code && old.detail === failure.detail) return state
  return {
    ...state,
    failure,
    news: old?.code === failure.code ? state.news : { changes: [], turn: 'failed' },
  }
}
