import { describe, expect, test } from 'vitest'
import {
  initialListState,
  markMs,
  reduceList,
  type ListState,
} from '../../../renderer/processes/list-state.ts'
import { createListStore } from '../../../renderer/processes/list-store.ts'
import { known, notToldByLister } from '../../../shared/model/probe.ts'
import type { ListedProcess, Listing } from '../../../shared/model/process.ts'
import { findEntry, inProcess, running, startedAt } from './rows.ts'

const look = (
  state: ListState,
  processes: readonly ListedProcess[],
  at: number,
  more?: Partial<Listing>,
) => reduceList(state, { kind: 'looked', listing: inProcess(processes, more), findEntry, at })
const marked = ({ rows, marks }: ListState) =>
  rows.map(({ key, name }) => `${name} ${marks.get(key)?.mark ?? ''}`.trim())

const a = running(5, 'a.exe')
const b = running(6, 'b.exe')
const first = look(initialListState, [a, b], 0)

describe('a look', () => {
  test('without change gives the very same state, also in another order', () => {
    expect(look(first, [{ ...b }, { ...a }], 2000)).toBe(first)
  })

  test('keeps the row of every process that did not change', () => {
    const next = look(first, [a, { ...b, workingSetBytes: known(7) }], 2000)
    expect(next.rows[0]).toBe(first.rows[0])
    expect(next.rows[1]).not.toBe(first.rows[1])
    expect(next.rows[1]!.key).toBe(first.rows[1]!.key)
  })

  test('marks nothing the first time', () => {
    expect(marked(first)).toEqual(['a.exe', 'b.exe'])
  })

  test('marks what appeared and what went, for a while', () => {
    const next = look(first, [a, running(7, 'c.exe')], 2000)
    expect(marked(next)).toEqual(['a.exe', 'c.exe new', 'b.exe ended'])
    expect(next.live).toHaveLength(2)
    expect(reduceList(next, { kind: 'passed', at: 2000 + markMs - 1 })).toBe(next)
    expect(marked(reduceList(next, { kind: 'passed', at: 2000 + markMs }))).toEqual([
      'a.exe',
      'c.exe',
    ])
  })

  test('a pid that went to another process is one that ended and one that is new', () => {
    const next = look(first, [a, running(6, 'b.exe', 4, 99)], 2000)
    expect(marked(next)).toEqual(['a.exe', 'b.exe new', 'b.exe ended'])
  })

  test('that is incomplete ends nothing, and what is back after it is not new', () => {
    const part = look(first, [a], 2000, { isComplete: false })
    expect(marked(part)).toEqual(['a.exe'])
    expect(marked(look(part, [a, b], 4000))).toEqual(['a.exe', 'b.exe'])
  })

  test('by another lister, which tells other details, is no news', () => {
    const untold = { startedAtUtc: notToldByLister, counts: notToldByLister }
    const next = look(first, [{ ...a, ...untold }], 2000, { lister: 'ps-list' })
    expect(marked(next)).toEqual(['a.exe'])
  })

  test('start times that are a second off make no new process where they are known to the second', () => {
    const before = look(initialListState, [a], 0, { lister: 'ps-list' })
    const next = look(before, [{ ...a, startedAtUtc: startedAt(6) }], 2000, { lister: 'ps-list' })
    expect(next).toBe(before)
  })

  test('in which every process is another one shows those, and no crowd of the ended', () => {
    const many = (from: number) =>
      Array.from({ length: 1000 }, (_, at) => running(from + at, 'x.exe'))
    const next = look(look(initialListState, many(10), 0), many(5000), 2000)
    expect(next.rows).toHaveLength(1000)
    expect(next.marks.get(next.rows[0]!.key)?.mark).toBe('new')
  })
})

test('a failure keeps the list, is told once, and goes with the next look', () => {
  const failure = { code: 'timeout', detail: 'late' } as const
  const failed = reduceList(first, { kind: 'failed', failure })
  expect(failed.rows).toBe(first.rows)
  expect(reduceList(failed, { kind: 'failed', failure: { ...failure } })).toBe(failed)
  expect(look(failed, [a, b], 2000).failure).toBeUndefined()
})

test('the store calls nobody when nothing changed', () => {
  const { dispatch, subscribe } = createListStore()
  let calls = 0
  subscribe(() => {
    calls += 1
  })
  const looked = { kind: 'looked', listing: inProcess([a]), findEntry, at: 0 } as const
  dispatch(looked)
  dispatch({ ...looked, listing: inProcess([{ ...a }]) })
  expect(calls).toBe(1)
})
