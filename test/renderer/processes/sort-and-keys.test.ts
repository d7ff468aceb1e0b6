import { describe, expect, test } from 'vitest'
import { filterRows, noFilter } from '../../../renderer/processes/filter-rows.ts'
import { findParents } from '../../../renderer/processes/find-parents.ts'
import { makeFormats } from '../../../renderer/processes/grid/formats.ts'
import { stepOf } from '../../../renderer/processes/grid/grid-keys.ts'
import { createTextOrder, nextOrder, sortRows } from '../../../renderer/processes/grid/sort-rows.ts'
import { buildTree } from '../../../renderer/processes/grid/tree.ts'
import type { Order } from '../../../shared/model/list-options.ts'
import { notToldByLister } from '../../../shared/model/probe.ts'
import type { Language } from '../../../shared/text/languages.ts'
import { createSeen } from '../../../renderer/processes/seen.ts'
import { nothingLearned } from '../../../renderer/processes/use-process-facts.ts'
import { rows, running } from './rows.ts'

const seenOf = createSeen()(nothingLearned, new Map(), new Set())

function sorted(all: ReturnType<typeof rows>, order: Order, language: Language = 'en') {
  const textOrder = createTextOrder(language)
  return sortRows(all, order, {
    parents: findParents(all),
    seenOf,
    publisherText: () => '',
    nameOrder: textOrder,
    publisherOrder: textOrder,
  }).map(({ process }) => process.pid)
}

describe('sorting', () => {
  test('by name follows the language: ä is near a in English, last in Swedish', () => {
    const all = rows([running(1, 'zoo.exe'), running(2, 'äpple.exe'), running(3, 'Bonjour.exe')])
    const order = { column: 'name', isDescending: false } as const
    expect(sorted(all, order)).toEqual([2, 3, 1])
    expect(sorted(all, order, 'sv')).toEqual([3, 1, 2])
  })

  test('what is not known comes last in both directions', () => {
    const all = rows([
      running(1, 'a', 0, 1, { workingSetBytes: notToldByLister }),
      running(2, 'b'),
      running(3, 'c'),
    ])
    expect(sorted(all, { column: 'memory', isDescending: false })).toEqual([2, 3, 1])
    expect(sorted(all, { column: 'memory', isDescending: true })).toEqual([3, 2, 1])
  })

  test('equal ones stand by their pid in both directions, so that nothing jumps', () => {
    const all = rows([running(9, 'A.exe'), running(3, 'a.exe'), running(5, 'a.EXE')])
    expect(sorted(all, { column: 'name', isDescending: false })).toEqual([3, 5, 9])
    expect(sorted(all, { column: 'threads', isDescending: true })).toEqual([3, 5, 9])
  })

  test('by parent puts the children of one name together', () => {
    const all = rows([
      running(4, 'zoo.exe', 0, 1),
      running(5, 'b.exe', 4, 2),
      running(6, 'c.exe', 5, 3),
    ])
    expect(sorted(all, { column: 'parent', isDescending: false })).toEqual([6, 5, 4])
  })

  test('sizes begin with the largest, names with the first; once more turns it round', () => {
    const byName = { column: 'name', isDescending: false } as const
    const byMemory = nextOrder(byName, 'memory')
    expect(byMemory).toEqual({ column: 'memory', isDescending: true })
    expect(nextOrder(byMemory, 'memory').isDescending).toBe(false)
    expect(nextOrder(byMemory, 'name')).toEqual(byName)
  })
})

describe('the filter', () => {
  const all = rows([running(4312, 'iTunesHelper.exe'), running(7, 'in\u202Evoice.exe')])
  test.each([
    ['ITUNES', [4312]],
    [' 31 ', [4312]],
    ['\u202E', [7]],
    ['', [4312, 7]],
    ['no such', []],
  ])('%j leaves %j', (filter, pids) => {
    const context = { seenOf, places: undefined }
    const left = filterRows(all, { ...noFilter, text: filter }, context)
    expect(left.map(({ process }) => process.pid)).toEqual(pids)
  })
})

describe('a key', () => {
  const all = rows([running(4, 'a', 0, 1), running(5, 'b', 4, 2), running(6, 'c', 5, 3)])
  const items = buildTree({ rows: all, parents: findParents(all), isCollapsed: () => false })
  const step = (key: string, index: number, isTree = true) =>
    stepOf(key, items, index, { near: 1, page: 10, isTree })

  test('stops at both ends', () => {
    expect(step('ArrowUp', 0)).toEqual({ kind: 'go', index: 0 })
    expect(step('PageDown', 1)).toEqual({ kind: 'go', index: 2 })
  })

  test('goes on from where the chosen row was when it has gone', () => {
    expect(step('ArrowDown', -1)).toEqual({ kind: 'go', index: 1 })
  })

  test('to the left folds a branch, then goes to the parent', () => {
    expect(step('ArrowLeft', 1)).toEqual({ kind: 'fold', key: all[1]!.key, isExpanded: false })
    expect(step('ArrowLeft', 2)).toEqual({ kind: 'go', index: 1 })
    expect(step('ArrowRight', 0)).toEqual({ kind: 'go', index: 1 })
    expect(step('ArrowLeft', 1, false)).toBeUndefined()
  })

  test('that is a letter goes to the next name that begins with it, and round', () => {
    expect(step('C', 0)).toEqual({ kind: 'go', index: 2 })
    expect(step('a', 2)).toEqual({ kind: 'go', index: 0 })
    expect(step('x', 0)).toBeUndefined()
  })

  test('in an empty list means nothing', () => {
    expect(stepOf('ArrowDown', [], -1, { near: 0, page: 1, isTree: false })).toBeUndefined()
  })
})

test('numbers, sizes and times are written as the language writes them', () => {
  const english = makeFormats('en', 'another day')
  const swedish = makeFormats('sv', 'another day')
  expect(english.size(13_400_000)).toBe('13 MB')
  expect(swedish.size(3_400_000).replace(/\s/g, ' ')).toBe('3,2 MB')
  expect(swedish.share(4).replace(/\s/g, ' ')).toBe('0,4 %')
  expect(english.share(0)).toBe('0%')
  expect(english.gigabytes(9.2 * 1024 ** 3)).toBe('9.2 GB')
  expect(english.count(4120)).toBe('4,120')
  const at = new Date(2026, 10, 22, 8, 14, 5)
  expect(english.moment(at.toISOString())).toBe('22 Nov 2026, 08:14')
  expect(makeFormats('en', at.toDateString()).moment(at.toISOString())).toBe('08:14:05')
})
