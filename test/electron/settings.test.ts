import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readSettings, writeSettings } from '../../electron/settings.ts'

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
  expect(await readSettings(file)).toEqual({ settings: { language: 'sv' }, wasDamaged: false })
})

test('without a file the defaults hold', async () => {
  expect(await readSettings(file)).toEqual({ settings: {}, wasDamaged: false })
})

test.each(['', '{"language":"xx"}', 'not json', '[]'])(
  'a damaged file (%j) is kept aside and the defaults hold',
  async (content) => {
    await writeSettings(file, {})
    writeFileSync(file, content)
    expect(await readSettings(file)).toEqual({ settings: {}, wasDamaged: true })
    // Said once: the next start finds no file at all.
    expect(await readSettings(file)).toEqual({ settings: {}, wasDamaged: false })
    expect(readFileSync(`${file}.damaged`, 'utf8')).toBe(content)
    expect(existsSync(file)).toBe(false)
  },
)

test('a place that cannot be written is no reason to fail', async () => {
  const spoken = vi.spyOn(console, 'error').mockImplementation(() => {})
  writeFileSync(join(folder, 'deep'), 'a file where a folder should be')
  await writeSettings(file, { language: 'en' })
  expect(spoken).toHaveBeenCalledOnce()
})
