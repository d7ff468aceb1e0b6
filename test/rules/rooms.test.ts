/** The rooms: no circle of imports among the files and folders of any folder, and no folder that hides what is in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, test } from 'vitest'

const folders = ['electron', 'renderer', 'shared', 'scripts']

const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|mjs)$/.test(name))
    .map((name) => join(folder, name).replaceAll('\\', '/')),
)

type Arrow = readonly [from: string, to: string]

const importWords = /(?:\bfrom|\bimport\(?)\s*'(\.[^'?]+)/g

function importsOf(file: string): Arrow[] {
  return [...readFileSync(file, 'utf8').matchAll(importWords)]
    .map(([, at = '']) => normalize(join(dirname(file), at)).replaceAll('\\', '/'))
    .filter((to) => existsSync(to))
    .map((to) => [file, to])
}

/** The folder in which both lie, and the two of its files or folders between which the arrow runs. */
function inRoom([from, to]: Arrow): { room: string; arrow: Arrow } {
  const [a, b] = [from.split('/'), to.split('/')]
  let depth = 0
  while (a[depth] === b[depth] && depth < a.length - 1) depth++
  const room = a.slice(0, depth).join('/')
  return { room, arrow: [a[depth] ?? '', b[depth] ?? ''] }
}

/** What is left when those that lead nowhere and those to which nothing leads are taken away, again and again. */
function circlesIn(arrows: readonly Arrow[]): readonly string[] {
  let left = arrows.filter(([from, to]) => from !== to)
  for (;;) {
    const from = new Set(left.map(([one]) => one))
    const to = new Set(left.map(([, one]) => one))
    const next = left.filter(([a, b]) => to.has(a) && from.has(b))
    if (next.length === left.length) break
    left = next
  }
  return [...new Set(left.map(([a, b]) => `${a} > ${b}`))].sort()
}

function circlesOf(arrows: readonly Arrow[]): readonly string[] {
  const rooms = new Map<string, Arrow[]>()
  for (const { room, arrow } of arrows.map(inRoom)) {
    rooms.set(room, [...(rooms.get(room) ?? []), arrow])
  }
  return [...rooms].flatMap(([room, own]) => circlesIn(own).map((line) => `${room}: ${line}`))
}

describe('imports run one way', () => {
  test('no folder holds a circle among its files and folders', () => {
    const arrows = files.flatMap(importsOf)
    expect(arrows.length).toBeGreaterThan(2_000)
    expect(circlesOf(arrows)).toEqual([])
  })

  test.each([
    ['two files', ['a/b.ts a/c.ts', 'a/c.ts a/b.ts'], ['a: b.ts > c.ts', 'a: c.ts > b.ts']],
    ['two folders', ['a/b/x.ts a/c/x.ts', 'a/c/y.ts a/b/y.ts'], ['a: b > c', 'a: c > b']],
    ['a way without return', ['a/b/x.ts a/c/x.ts', 'a/b/y.ts a/c/y.ts'], []],
  ])('a circle is noticed: %s', (_, lines, expected) => {
    const arrows = lines.map((line) => line.split(' ')).map(([a = '', b = '']): Arrow => [a, b])
    expect(circlesOf(arrows)).toEqual(expected)
  })
})

describe('a folder shows what it is', () => {
  /** Why a folder holds more than twenty files. */
  const explained: Readonly<Record<string, string>> = {
    'renderer/processes':
      'one view: the list, its tools, what is chosen; grid/ and details/ are rooms',
    'shared/model': 'one file for each fact of a PC, with its shape; nothing in them judges',
    'shared/text': 'one file of words for each subject, side by side',
  }

  test('of more than twenty files only with a reason, and no reason outlives its folder', () => {
    const counts = new Map<string, number>()
    for (const folder of files.map(dirname)) counts.set(folder, (counts.get(folder) ?? 0) + 1)
    const large = [...counts].filter(([, count]) => count > 20).map(([folder]) => folder)
    expect(large.sort()).toEqual(Object.keys(explained).sort())
  })
})
