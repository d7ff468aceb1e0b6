import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findParents } from '../../../../renderer/processes/find-parents.ts'
import { buildTree, withAncestors } from '../../../../renderer/processes/grid/tree.ts'
import { notToldByLister } from '../../../../shared/model/probe.ts'
import { rows, running, startedAt } from '../rows.ts'

const never = () => false

function tree(all: ReturnType<typeof rows>, isCollapsed: (key: string) => boolean = never) {
  return buildTree({ rows: all, parents: findParents(all), isCollapsed })
}
const drawn = (items: ReturnType<typeof tree>) =>
  items.map(({ level, row }) => `${'-'.repeat(level - 1)}${row.process.pid}`)

test('children stand below their parent, siblings in the order of the list', () => {
  const all = rows([
    running(8, 'child', 5, 20),
    running(4, 'System', 0, 1),
    running(5, 'parent', 4, 10),
    running(6, 'child', 5, 15),
  ])
  expect(drawn(tree(all))).toEqual(['4', '-5', '--8', '--6'])
  expect(tree(all).at(-1)).toMatchObject({ position: 2, siblings: 2, isExpanded: undefined })
})

test('a process that started after its child is not its parent: it has only got its pid', () => {
  expect(drawn(tree(rows([running(5, 'child', 9, 10), running(9, 'later', 1, 11)])))).toEqual([
    '5',
    '9',
  ])
})

test('without start times nobody is said to be the parent of anybody', () => {
  const untold = { startedAtUtc: notToldByLister }
  const all = rows([running(4, 'a', 0, 1, untold), running(5, 'b', 4, 2, untold)])
  expect(drawn(tree(all))).toEqual(['4', '5'])
})

test('of two of one pid the one that was there before the child is its parent', () => {
  const all = rows([
    running(9, 'old', 1, 1),
    running(9, 'new', 1, 50),
    running(5, 'child of the old one', 9, 10),
    running(6, 'child of the new one', 9, 60),
  ])
  const parents = findParents(all)
  expect(all.slice(2).map(({ key }) => parents.get(key)?.name)).toEqual(['old', 'new'])
})

test('processes that claim each other as parent: the lowest pid stands at the top', () => {
  const all = rows([running(9, 'a', 5, 1), running(5, 'b', 7, 1), running(7, 'c', 9, 1)])
  expect(drawn(tree(all))).toEqual(['5', '-9', '--7'])
})

test('a collapsed row hides all that is below it', () => {
  const all = rows([running(4, 'a', 0, 1), running(5, 'b', 4, 2), running(6, 'c', 5, 3)])
  expect(drawn(tree(all, (key) => key === all[1]!.key))).toEqual(['4', '-5'])
})

test('a chain of 10,000 is no trouble', () => {
  const all = rows(Array.from({ length: 10_000 }, (_, at) => running(at + 1, 'a.exe', at, at)))
  expect(tree(all).at(-1)).toMatchObject({ level: 10_000 })
})

test('a match comes with all that it descends from, and with nothing else', () => {
  const all = rows([
    running(4, 'a', 0, 1),
    running(5, 'b', 4, 2),
    running(6, 'c', 5, 3),
    running(7, 'd', 4, 3),
  ])
  const left = withAncestors(all, [all[2]!], findParents(all))
  expect(left.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
})

/** Few pids and few start times: cycles, orphans, twins and reused pids come by themselves. */
const anyProcess = fc.record({
  pid: fc.integer({ min: 0, max: 12 }),
  parentPid: fc.integer({ min: 0, max: 12 }),
  second: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
})

test('whatever the list claims: every process exactly once, and every level one below its parent', () => {
  fc.assert(
    fc.property(fc.array(anyProcess, { maxLength: 40 }), (processes) => {
      const all = rows(
        processes.map(({ pid, parentPid, second }) =>
          running(pid, 'a.exe', parentPid, 0, {
            startedAtUtc: second === undefined ? notToldByLister : startedAt(second),
          }),
        ),
      )
      const parents = findParents(all)
      const items = buildTree({ rows: all, parents, isCollapsed: never })
      expect(items.map(({ row }) => row.key).sort()).toEqual(all.map(({ key }) => key).sort())
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length)
      const levels = new Map(items.map(({ row, level }) => [row.key, level]))
      for (const { row, level } of items) {
        const parent = parents.get(row.key)
        expect(level).toBe(parent === undefined ? 1 : levels.get(parent.key)! + 1)
        if (parent !== undefined) expect(parent.startedMs).toBeLessThanOrEqual(row.startedMs!)
      }
    }),
  )
})
