import { execFileSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepSettings, readSettings, writeSettings } from '../../../electron/settings/settings.ts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'))
  file = join(folder, 'deep', 'settings.json')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

test('what was chosen is there after the next start', async () => {
  await writeSettings(file, { language: 'sv' })
  expect(await readSettings(file)).toEqual({
    settings: { language: 'sv' },
    wasDamaged: false,
    isUnread: false,
  })
})

test('without a file the defaults hold', async () => {
  expect(await readSettings(file)).toEqual({ settings: {}, wasDamaged: false, isUnread: false })
})

test.each(['', '{"language":"xx"}', 'not json', '[]'])(
  'a damaged file (%j) is kept aside and the defaults hold',
  async (content) => {
    await writeSettings(file, {})
    writeFileSync(file, content)
    expect(await readSettings(file)).toEqual({ settings: {}, wasDamaged: true, isUnread: false })
    // Said once: the next start finds no file at all.
    expect(await readSettings(file)).toEqual({ settings: {}, wasDamaged: false, isUnread: false })
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(content)
    expect(existsSync(file)).toBe(false)
  },
)

test('a file of a million letters and more is none of ours: it is kept aside unread', async () => {
  await writeSettings(file, {})
  writeFileSync(file, JSON.stringify({ language: 'sv' }).padEnd(1_000_001))
  expect(await readSettings(file)).toMatchObject({ settings: {}, wasDamaged: true })
})

if (process.platform !== 'win32') {
  test('a pipe in the place of the file is not waited for and not replaced, and choices hold', async () => {
    await writeSettings(file, {})
    rmSync(file)
    execFileSync('mkfifo', [file])
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const keeper = await keepSettings(file)
    expect(await keeper.change({ language: 'sv' })).toBe(false)
    expect(keeper.current()).toEqual({ language: 'sv' })
    expect(lstatSync(file).isFIFO()).toBe(true)
    vi.restoreAllMocks()
  })

  test('while every thread hangs it is not waited for longer than for its time, and nothing in it is lost', async () => {
    await writeSettings(file, { language: 'fr' })
    const pipes = Array.from({ length: 4 }, (_, index) => join(folder, `pipe-${index}`))
    execFileSync('mkfifo', pipes)
    // As many as Node has threads.
    const hanging = pipes.map((pipe) => open(pipe, 'r'))
    const asked = await readSettings(file, 200)
    for (const pipe of pipes) closeSync(openSync(pipe, 'r+'))
    for (const handle of await Promise.all(hanging)) await handle.close()
    expect(asked).toEqual({ settings: {}, wasDamaged: false, isUnread: true })
    expect(await readSettings(file)).toMatchObject({ settings: { language: 'fr' } })
  })
}

test('each damaged file is kept under a name of its own, and only the ninth gives way', async () => {
  await writeSettings(file, {})
  for (let at = 1; at <= 11; at += 1) {
    writeFileSync(file, `damaged ${at}`)
    expect(await readSettings(file)).toMatchObject({ wasDamaged: true })
  }
  const kept = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((at) =>
    readFileSync(at === 1 ? `${file}.damaged` : `${file}.damaged-${at}`, 'utf8'),
  )
  expect(kept).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 11].map((at) => `damaged ${at}`))
})

const list = {
  columns: ['name', 'memory'],
  order: { column: 'memory', isDescending: true },
  isTree: true,
  widths: { memory: 120 },
  hidesMicrosoft: true,
  list: 'all',
} as const

test('how the list of all processes looks is remembered beside the language', async () => {
  const keeper = await keepSettings(file)
  expect(keeper.current()).toEqual({})
  await Promise.all([
    keeper.change({ language: 'de' }),
    keeper.change({ list: { ...list, isTree: false } }),
    keeper.change({ list }),
  ])
  expect(keeper.current()).toEqual({ language: 'de', list })
  expect((await keepSettings(file)).current()).toEqual({ language: 'de', list })
})

test.each([
  null,
  'tree',
  { ...list, isTree: 1 },
  { ...list, columns: ['memory'] },
  { ...list, columns: ['memory', 'name'] },
  { ...list, columns: ['name', 'memory', 'memory'] },
  { ...list, columns: ['name', 'size'] },
  { ...list, columns: ['name'] },
  { ...list, order: { column: 'pid' } },
  { ...list, widths: { name: 4 } },
  { ...list, widths: { size: 100 } },
  { ...list, widths: { name: 1e9 } },
  { ...list, list: 'some' },
])('choices for the list that make no sense (%j) are left out; the language stays', async (bad) => {
  await writeSettings(file, {})
  writeFileSync(file, JSON.stringify({ language: 'fr', list: bad }))
  const { settings, wasDamaged } = await readSettings(file)
  expect(wasDamaged).toBe(false)
  expect(settings.language).toBe('fr')
  expect(settings.list).toBeUndefined()
})

test('a place that cannot be written is no reason to fail: the choice holds, and is said not to be kept', async () => {
  const spoken = vi.spyOn(console, 'error').mockImplementation(() => {})
  writeFileSync(join(folder, 'deep'), 'a file where a folder should be')
  expect(await writeSettings(file, { language: 'en' })).toBe(false)
  expect(spoken).toHaveBeenCalledOnce()
  const keeper = await keepSettings(file)
  expect(await keeper.change({ language: 'sv' })).toBe(false)
  expect(keeper.current()).toEqual({ language: 'sv' })
  rmSync(join(folder, 'deep'))
  expect(await keeper.change({ list })).toBe(true)
  expect((await keepSettings(file)).current()).toEqual({ language: 'sv', list })
})

test('settings that somebody held at the start are not lost by the first change', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await writeSettings(file, { language: 'fr', list })
  // A folder cannot be read as a file: the same as a file that a scanner holds.
  renameSync(file, `${file}.held`)
  mkdirSync(file)
  const keeper = await keepSettings(file)
  expect(keeper.current()).toEqual({})
  expect(await keeper.change({ language: 'sv' })).toBe(false)
  expect(keeper.current()).toEqual({ language: 'sv' })
  rmdirSync(file)
  renameSync(`${file}.held`, file)
  expect(await keeper.change({})).toBe(true)
  expect((await keepSettings(file)).current()).toEqual({ language: 'sv', list })
})
