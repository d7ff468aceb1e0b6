/** State of the list, after each answer. A pure reducer: no clock, no bridge, no DOM. */
import { wholeCpuShare, type CpuShares } from '../../shared/judge/cpu-share.ts'
import type { Listing, Lister, PcLoad } from '../../shared/model/process.ts'
import type { LookFailure } from '../text/failure-words.ts'
import { rowsOf, type FindEntry, type Row } from './process-rows.ts'

export type Mark = 'new' | 'ended'

/** How long a change stays marked. */
export const markMs = 6000

/** More processes than this do not end at once in daily life: then the rows go without a farewell. */
const mostEnded = 200

interface Marked {
  readonly mark: Mark
  readonly until: number
}

export interface ListState {
  /** Undefined until the first answer. */
  readonly lister: Lister | undefined
  readonly isComplete: boolean
  readonly live: readonly Row[]
  /** The living, and those that ended a moment ago. */
  readonly rows: readonly Row[]
  readonly marks: ReadonlyMap<string, Marked>
  readonly failure: LookFailure | undefined
  /** The whole PC at the last look. */
  readonly load: PcLoad | undefined
  /** Of all processors together, in tenths of a percent. */
  readonly cpu: number | undefined
}

export type ListAction =
  | {
      readonly kind: 'looked'
      readonly listing: Listing
      readonly findEntry: FindEntry
      readonly shares?: CpuShares
      readonly at: number
    }
  | { readonly kind: 'failed'; readonly failure: LookFailure }
  | { readonly kind: 'retried' }
  /** Marks that are old enough go. */
  | { readonly kind: 'passed'; readonly at: number }

export const initialListState: ListState = {
  lister: undefined,
  isComplete: true,
  live: [],
  rows: [],
  marks: new Map(),
  failure: undefined,
  load: undefined,
  cpu: undefined,
}

export function reduceList(state: ListState, action: ListAction): ListState {
  switch (action.kind) {
    case 'looked':
      return afterLook(state, action)
    case 'failed': {
      const { failure } = state
      const isSame =
        failure?.code === action.failure.code && failure.detail === action.failure.detail
      return isSame ? state : { ...state, failure: action.failure }
    }
    case 'retried':
      return state.failure === undefined ? state : { ...state, failure: undefined }
    case 'passed':
      return withMarks(state, state.live, fresh(state.marks, action.at), endedRows(state))
  }
}

/** The rows that are kept only to say that they went. */
function endedRows({ rows, live }: ListState): readonly Row[] {
  return rows.slice(live.length)
}

function fresh(marks: ListState['marks'], at: number): ListState['marks'] {
  const kept = [...marks].filter(([, { until }]) => until > at)
  return kept.length === marks.size ? marks : new Map(kept)
}

function afterLook(
  state: ListState,
  { listing, findEntry, shares, at }: Extract<ListAction, { kind: 'looked' }>,
): ListState {
  const { lister, isComplete } = listing
  const cpu = shares === undefined ? state.cpu : wholeCpuShare(shares)
  const load = isSameLoad(state.load, listing.load) ? state.load : listing.load
  const live = rowsOf(listing, state.live, findEntry, shares)
  // Rows that could not be read have not ended, and two listers do not tell the same about one process.
  const isComparable = state.lister === lister && state.isComplete && isComplete
  let marks = fresh(state.marks, at)
  let ended: readonly Row[] = isComparable ? endedRows(state) : []
  if (live !== state.live && isComparable) {
    const [before, after] = [keysOf(state.live), keysOf(live)]
    const started = live.filter(({ key }) => !before.has(key))
    const gone = state.live.filter(({ key }) => !after.has(key))
    ended = [...ended.filter(({ key }) => !after.has(key)), ...gone]
    if (ended.length > mostEnded) ended = []
    if (started.length + gone.length > 0) {
      const until = at + markMs
      marks = new Map([
        ...marks,
        ...started.map(({ key }) => [key, { mark: 'new', until }] as const),
        ...gone.map(({ key }) => [key, { mark: 'ended', until }] as const),
      ])
    }
  }
  const next = withMarks(state, live, marks, ended)
  const isSame =
    next === state &&
    state.lister === lister &&
    state.isComplete === isComplete &&
    state.failure === undefined &&
    state.load === load &&
    state.cpu === cpu
  return isSame ? state : { ...next, lister, isComplete, failure: undefined, load, cpu }
}

const shownStepBytes = 50 * 1024 * 1024

/** The same to the reader: the footer shows gigabytes with one decimal. */
function isSameLoad(a: PcLoad | undefined, b: PcLoad | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  const isNear = Math.abs(a.memoryInUseBytes - b.memoryInUseBytes) < shownStepBytes
  return isNear && a.memoryBytes === b.memoryBytes
}

/** @returns `state` itself when neither rows nor marks are others. */
function withMarks(
  state: ListState,
  live: readonly Row[],
  marks: ListState['marks'],
  ended: readonly Row[],
): ListState {
  const kept = ended.filter(({ key }) => marks.get(key)?.mark === 'ended')
  if (live === state.live && marks === state.marks && isSameList(kept, endedRows(state))) {
    return state
  }
  const rows = kept.length === 0 ? live : [...live, ...kept]
  return { ...state, live, marks, rows }
}

function keysOf(rows: readonly Row[]): ReadonlySet<string> {
  return new Set(rows.map(({ key }) => key))
}

function isSameList(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, index) => row === b[index])
}
