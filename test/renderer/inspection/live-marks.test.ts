import { describe, expect, test } from 'vitest'
import {
  initialInspectionState,
  reduceInspection,
  type InspectionAction,
} from '../../../renderer/inspection/inspection-state.ts'
import { findMarks } from '../../../renderer/inspection/live-marks.ts'
import type { Inspection } from '../../../shared/model/inspection.ts'
import { denied, known } from '../../../shared/model/probe.ts'
import { blocked, inspectionOf, instance } from '../fake-bridge.ts'
import { examined, genuineHelpers, inspectionOfPc, observed } from '../recorded-pc.ts'

const at = (second: number) => new Date(Date.UTC(2026, 10, 22, 10, 0, second)).toISOString()
const pc = (running: Readonly<Record<string, number>>, second: number) =>
  inspectionOf(running, { takenAtUtc: at(second) })
const look = (inspection: Inspection): InspectionAction => ({ kind: 'looked', inspection })
const marksOf = (before: Inspection | undefined, after: Inspection) =>
  Object.fromEntries([...findMarks(before, after)].map(([id, { mark }]) => [id, mark]))
const stateAfter = (...actions: readonly InspectionAction[]) =>
  actions.reduce(reduceInspection, initialInspectionState)

describe('a row is marked', () => {
  test('when its process started since the last look, and when it ended', () => {
    const before = pc({ 'iTunesHelper.exe': 1 }, 0)
    const after = pc({ 'iPodService.exe': 1 }, 2)
    expect(marksOf(before, after)).toEqual({ 'ipod-service': 'started', 'itunes-helper': 'ended' })
  })

  test('when one more of several starts, but not when one of several ends', () => {
    const [one, two] = [pc({ 'distnoted.exe': 1 }, 0), pc({ 'distnoted.exe': 2 }, 2)]
    expect(marksOf(one, two)).toEqual({ distnoted: 'started' })
    expect(marksOf(two, { ...one, takenAtUtc: at(4) })).toEqual({})
  })

  test('when the same program runs anew under another number', () => {
    const before = pc({ 'iTunesHelper.exe': 1 }, 0)
    const processes = before.processes.map((process) =>
      process.id === 'itunes-helper' ? { ...process, instances: [instance(99)] } : process,
    )
    expect(marksOf(before, { ...before, takenAtUtc: at(2), processes })).toEqual({
      'itunes-helper': 'started',
    })
  })

  test('when a look-alike or another program of Apple has come', () => {
    const start = { startedAtUtc: known('2026-11-22T10:14:04.000Z') }
    const process = examined(6666, 'iTunesHe1per.exe', 'C:\\Temp', start)
    const before = inspectionOfPc({ running: genuineHelpers })
    const after = inspectionOfPc({
      running: genuineHelpers,
      lookAlikes: [{ process, resembles: 'iTunesHelper.exe', why: 'confusable-letters' }],
      maybeApple: known([examined(7001, 'YSLoader.exe', 'C:\\Program Files\\Apple', start)]),
    })
    expect(Object.values(marksOf(before, after))).toEqual(['started', 'started'])
    const { news } = stateAfter(look(before), look(after))
    expect(news.changes).toEqual([
      { kind: 'look-alike', imageName: 'iTunesHe1per.exe', resembles: 'iTunesHelper.exe' },
      { kind: 'started', imageName: 'YSLoader.exe', count: 1 },
    ])
  })
})

const started = (pid: number, second = 0) => ({
  process: examined(pid, 'iTunesHe1per.exe', 'C:\\Temp', { startedAtUtc: known(at(second)) }),
  resembles: 'iTunesHelper.exe',
  why: 'confusable-letters' as const,
})
const alikes = (pids: readonly number[], second: number, more: Partial<Inspection> = {}) => ({
  ...inspectionOfPc({ running: [], lookAlikes: pids.map((pid) => started(pid)) }),
  takenAtUtc: at(second),
  ...more,
})

describe('a look-alike that ends', () => {
  const gone = stateAfter(look(alikes([6666], 0)), look(alikes([], 2)))

  test('is marked, told, and kept as it was last seen', () => {
    expect([...gone.marks]).toEqual([[`pid:6666@${at(0)}`, { mark: 'ended', look: at(2) }]])
    expect(gone.news.changes).toEqual([{ kind: 'ended', imageName: 'iTunesHe1per.exe', count: 0 }])
    expect(gone.endedLookAlikes).toMatchObject([{ pid: 6666, resembles: 'iTunesHelper.exe' }])
    const later = reduceInspection(gone, look(alikes([], 4)))
    expect(later.endedLookAlikes).toBe(gone.endedLookAlikes)
  })

  test('is not said to have ended when the next look lists it again', () => {
    const back = reduceInspection(gone, look(alikes([6666], 4)))
    expect(back.endedLookAlikes).toEqual([])
  })

  test('stays beside the same program under another number', () => {
    const anew = reduceInspection(gone, look(alikes([7777], 4)))
    expect(anew.endedLookAlikes.map(({ pid }) => pid)).toEqual([6666])
    expect(anew.inspection?.lookAlikes.map(({ pid }) => pid)).toEqual([7777])
  })

  test.each<[string, Partial<Inspection>]>([
    ['another way of listing stepped in', { lister: 'ps-list' }],
    [
      'the list is incomplete',
      { findings: [{ code: 'list-incomplete', severity: 'info', subject: '' }] },
    ],
    ['nobody looked for a long time', { takenAtUtc: at(16) }],
  ])('goes without a mark when %s', (_why, more) => {
    const state = stateAfter(look(alikes([6666], 0)), look(alikes([], 2, more)))
    expect(state.marks.size).toBe(0)
    expect(state.endedLookAlikes).toEqual([])
  })

  test('is no other one when only its start could not be read any more', () => {
    const before = alikes([6666], 0)
    const lookAlikes = before.lookAlikes.map((one) => ({
      ...one,
      startedAtUtc: denied('needs-admin'),
    }))
    const state = stateAfter(look(before), look({ ...before, takenAtUtc: at(2), lookAlikes }))
    expect(state.endedLookAlikes).toEqual([])
    expect([...state.marks.values()].map(({ mark }) => mark)).not.toContain('ended')
  })

  test('is kept among the last fifty, whoever starts and ends names in a loop', () => {
    const turns = Array.from({ length: 120 }, (_, turn) => [
      look(alikes([1000 + turn], 4 * turn)),
      look(alikes([], 4 * turn + 2)),
    ])
    const { endedLookAlikes } = stateAfter(...turns.flat())
    expect(endedLookAlikes).toHaveLength(50)
    expect(endedLookAlikes.at(-1)?.pid).toBe(1119)
  })
})

describe('nothing is marked', () => {
  test('at the first look', () => {
    expect(marksOf(undefined, pc({ 'iTunesHelper.exe': 1 }, 0))).toEqual({})
  })

  test('after a long time without a look: nobody knows when it came', () => {
    expect(marksOf(pc({}, 0), pc({ 'iTunesHelper.exe': 1 }, 16))).toEqual({})
  })

  test('at the look after a pause, but at the next one again', () => {
    const paused = stateAfter(look(pc({}, 0)), { kind: 'paused' }, { kind: 'resumed' })
    const first = reduceInspection(paused, look(pc({ 'iTunesHelper.exe': 1 }, 4)))
    expect(first.marks.size).toBe(0)
    const second = reduceInspection(first, look(pc({}, 6)))
    expect([...second.marks.keys()]).toEqual(['itunes-helper'])
  })

  test('of a process whose own start lies before the last look: it was only missed there', () => {
    const before = inspectionOfPc({ running: [] })
    const after = inspectionOfPc({ running: [observed(9120, 'iTunesHelper.exe')] })
    expect(marksOf(before, after)).toEqual({})
  })

  test('where a list is incomplete, or another way of listing stepped in', () => {
    const [before, after] = [pc({}, 0), pc({ 'iTunesHelper.exe': 1 }, 2)]
    const incomplete = {
      ...before,
      findings: [{ code: 'list-incomplete', severity: 'info', subject: '' }],
    } as Inspection
    expect(marksOf(incomplete, after)).toEqual({})
    expect(marksOf({ ...before, lister: 'in-process' }, after)).toEqual({})
  })

  test('of a process of which nobody could tell before whether it runs', () => {
    const before = pc({}, 0)
    const processes = before.processes.map((one) => ({ ...one, status: 'cannot-tell' as const }))
    expect(marksOf({ ...before, processes }, pc({ 'iTunesHelper.exe': 1 }, 2))).toEqual({})
  })
})

describe('marks', () => {
  const marked = stateAfter(
    look(pc({}, 0)),
    look(pc({ 'iTunesHelper.exe': 1 }, 2)),
    look(pc({ 'iTunesHelper.exe': 1, 'iPodService.exe': 1 }, 4)),
  )

  test('stay over looks without a change, as the very same object', () => {
    const next = reduceInspection(
      marked,
      look(pc({ 'iTunesHelper.exe': 1, 'iPodService.exe': 1 }, 6)),
    )
    expect(next.marks).toBe(marked.marks)
    expect([...next.marks.keys()]).toEqual(['itunes-helper', 'ipod-service'])
  })

  test('stay through a failure, and fade with the look that brought them', () => {
    const failed = reduceInspection(marked, { kind: 'failed', failure: blocked.failure })
    const later = reduceInspection(failed, { kind: 'faded', look: at(2) })
    expect([...later.marks.keys()]).toEqual(['ipod-service'])
    const none = reduceInspection(later, { kind: 'faded', look: at(4) })
    expect(none.marks.size).toBe(0)
    expect(reduceInspection(none, { kind: 'faded', look: at(4) })).toBe(none)
  })
})
