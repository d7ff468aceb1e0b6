/** Marks of processes that have just started or ended. Pure: points in time come from the looks. */
import type { Inspection, LookAlike } from '../../shared/model/inspection.ts'
import type { ListedProcess } from '../../shared/model/process.ts'
import { processKey } from './process-key.ts'

type Mark = 'started' | 'ended'

/** How long a change stays marked. */
export const markMs = 10_000

/** After a longer time without a look (a pause, a hidden window, a PC asleep) nothing is "just" started. */
const longestGapMs = 15_000

/** A start that lies further before the last look than this was missed there, and is not new. */
const startSlackMs = 5_000

interface Marked {
  readonly mark: Mark
  /** `takenAtUtc` of the look that brought it. */
  readonly look: string
}

/** By row id. */
export type Marks = ReadonlyMap<string, Marked>

export const noMarks: Marks = new Map()

type Known = Pick<ListedProcess, 'pid' | 'startedAtUtc'>

/** Whether this was not there at the look before, and its own start does not say otherwise. */
export function hasJustStarted(one: Known, before: readonly Known[], lastLook: string): boolean {
  const key = processKey(one)
  if (before.some((other) => processKey(other) === key)) return false
  if (one.startedAtUtc.state !== 'known') return true
  const earlierMs = Date.parse(lastLook) - Date.parse(one.startedAtUtc.value)
  return !(earlierMs > startSlackMs)
}

/** Rows that could not be read have not ended, and what can be read again has not started. */
function isWhole({ findings }: Inspection): boolean {
  return !findings.some(({ code }) => code === 'list-incomplete')
}

function areComparable(before: Inspection, after: Inspection): boolean {
  return before.lister === after.lister && isWhole(before) && isWhole(after)
}

function isClose(before: Inspection, after: Inspection): boolean {
  const gapMs = Date.parse(after.takenAtUtc) - Date.parse(before.takenAtUtc)
  return Math.abs(gapMs) <= longestGapMs
}

/**
 * Who was in a list that is made by name alone and is not in it any more has ended. Other programs of Apple's stand in
 * theirs by their signer, which may be known at one look and not at the next: they go without a mark.
 */
export function findEnded(before: Inspection, after: Inspection): readonly LookAlike[] {
  if (before.lookAlikes === after.lookAlikes || !areComparable(before, after)) return []
  return before.lookAlikes.filter((one) => !after.lookAlikes.some((other) => mayBeSame(one, other)))
}

/** A start that is known at one look only proves nothing. */
function mayBeSame(one: Known, other: Known): boolean {
  if (one.startedAtUtc.state !== 'known' || other.startedAtUtc.state !== 'known') {
    return one.pid === other.pid
  }
  return processKey(one) === processKey(other)
}

/** What to mark after this look. The first look marks nothing. */
export function findMarks(before: Inspection | undefined, after: Inspection): Marks {
  if (before === undefined || !isClose(before, after)) return noMarks
  if (!areComparable(before, after)) return noMarks
  const found: readonly (readonly [string, Mark])[] = [
    ...marksOfCatalogue(before, after),
    ...startedAmong(before.lookAlikes, after.lookAlikes, before.takenAtUtc),
    ...findEnded(before, after).map((one): [string, Mark] => [processKey(one), 'ended']),
    ...(before.otherApple.state === 'known' && after.otherApple.state === 'known'
      ? startedAmong(before.otherApple.value, after.otherApple.value, before.takenAtUtc)
      : []),
  ]
  if (found.length === 0) return noMarks
  return new Map(found.map(([id, mark]) => [id, { mark, look: after.takenAtUtc }]))
}

function marksOfCatalogue(before: Inspection, after: Inspection): [string, Mark][] {
  if (before.processes === after.processes) return []
  const known = new Map(before.processes.map((process) => [process.id, process]))
  return after.processes.flatMap((process): [string, Mark][] => {
    const old = known.get(process.id)
    if (old === undefined || old === process || old.status === 'cannot-tell') return []
    const isNew = process.instances.some((one) =>
      hasJustStarted(one, old.instances, before.takenAtUtc),
    )
    if (isNew) return [[process.id, 'started']]
    // One of several that ended: the row runs on.
    return old.status === 'running' && process.status === 'not-running'
      ? [[process.id, 'ended']]
      : []
  })
}

function startedAmong(
  before: readonly Known[],
  after: readonly Known[],
  lastLook: string,
): [string, Mark][] {
  if (before === after) return []
  return after
    .filter((one) => hasJustStarted(one, before, lastLook))
    .map((one) => [processKey(one), 'started'])
}

/** As many look-alikes that have ended are kept to be read about. */
const mostEnded = 50

/** The look-alikes that have ended, the newest last, after a look that made these marks. */
export function withEnded(
  ended: readonly LookAlike[],
  before: Inspection | undefined,
  after: Inspection,
  fresh: Marks,
): readonly LookAlike[] {
  const news = (before?.lookAlikes ?? []).filter(
    (one) => fresh.get(processKey(one))?.mark === 'ended',
  )
  const there = new Set(after.lookAlikes.map(processKey))
  const isBack = ended.some((one) => there.has(processKey(one)))
  if (news.length === 0 && !isBack) return ended
  return [...ended.filter((one) => !there.has(processKey(one))), ...news].slice(-mostEnded)
}

/** Older marks stay, unless the same row has news. */
export function withMarks(marks: Marks, fresh: Marks): Marks {
  return fresh.size === 0 ? marks : new Map([...marks, ...fresh])
}

/** Without the marks of this look. */
export function faded(marks: Marks, look: string): Marks {
  const kept = [...marks].filter(([, marked]) => marked.look !== look)
  return kept.length === marks.size ? marks : new Map(kept)
}
