/** A page that began without its preload, as Electron may let it on a busy PC: does it begin once more, and only once? */
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openApp, type OpenedApp } from './open-app.ts'

const root = join(import.meta.dirname, '../..')
let folder = ''
let opened: OpenedApp
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preload-'))
  cpSync(join(root, 'out'), join(folder, 'out'), { recursive: true })
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'))
})
afterEach(async () => {
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Opens a copy of the program whose preload begins with this. */
async function openWith(first: string): Promise<void> {
  const preload = join(folder, 'out/preload/preload.cjs')
  writeFileSync(preload, `${first}\n${readFileSync(preload, 'utf8')}`)
  opened = await openApp({ program: folder, view: 'overview' })
}

test('once: the window is there as ever', async () => {
  await openWith(
    `if (performance.getEntriesByType('navigation')[0]?.type !== 'reload') throw new Error('made up')`,
  )
  await opened.page.getByRole('button', { name: 'Fix a problem' }).first().waitFor()
})

test('for good: it says what is missing, and does not begin for ever', async () => {
  await openWith(`throw new Error('made up')`)
  const { page } = opened
  await page.getByText('window.inspector is missing').first().waitFor()
  expect(
    await page.evaluate(() => {
      const [how] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      return how?.type
    }),
  ).toBe('reload')
})
