/** 10,000 processes that are wholly others at the next look, in the real window: painted soon, and the list is kept sane. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packListing } from '../../shared/ipc/pack-listing.ts'
import { known } from '../../shared/model/probe.ts'
import { success } from '../../shared/model/result.ts'
import { asText } from '../../shared/ipc/as-text.ts'
import { listed, listing } from '../fixtures/listed.ts'
import { scenes } from '../shots/scenes.ts'
import { openStage, show } from '../shots/stage.ts'
import type { OpenedApp } from './open-app.ts'

let opened: OpenedApp
beforeAll(async () => {
  opened = await openStage()
})
afterAll(() => opened.close())

const count = 10_000
const processes = (from: number) =>
  asText(
    success(
      packListing(
        listing(
          Array.from({ length: count }, (_, at) =>
            listed(from + at, `p${from + at}.exe`, {
              startedAtUtc: known(new Date(Date.UTC(2026, 10, 22, 7, 0, at % 60)).toISOString()),
            }),
          ),
          { lister: 'in-process' },
        ),
      ),
    ),
  )

async function answerWith(text: string): Promise<void> {
  await opened.app.evaluate(({ ipcMain }, answer) => {
    ipcMain.removeHandler('listProcesses')
    ipcMain.handle('listProcesses', () => answer)
  }, text)
}

test('nothing of the old is left, the arrow keys go on, and the page answers all the time', async () => {
  const { page } = opened
  const scene = scenes.find(({ name }) => name === 'all')
  await show(opened, scene!, 'en')
  await answerWith(processes(10))
  await page.getByRole('row', { name: /^p10\.exe/ }).waitFor()
  await page.getByRole('row', { name: /^p1000\.exe/ }).click()
  await page.evaluate(() => {
    const state = { longest: 0, last: performance.now() }
    Object.assign(window, { blocks: state })
    const beat = () => {
      const now = performance.now()
      state.longest = Math.max(state.longest, now - state.last)
      state.last = now
      setTimeout(beat, 0)
    }
    beat()
  })
  await answerWith(processes(50_010))
  await page.getByRole('row', { name: /^p50010\.exe/ }).waitFor()
  const longest = await page.evaluate(
    () => (window as unknown as { blocks: { longest: number } }).blocks.longest,
  )
  // A quiet machine needs a tenth of this: it is only asked that nothing hangs.
  expect(longest).toBeLessThan(2_000)
  expect(await page.getByRole('row', { name: /^p11\.exe/ }).count()).toBe(0)
  const grid = page.getByRole('grid')
  expect(await grid.getAttribute('aria-rowcount')).toBe(String(count + 1))
  expect(await page.getByRole('button', { name: /^Whole PC/ }).textContent()).toContain('10,000')
  await grid.focus()
  await page.keyboard.press('ArrowDown')
  await expect
    .poll(() => page.getByRole('row', { selected: true }).getAttribute('aria-label'))
    .toMatch(/^p[56]\d{4}\.exe/)
  expect(opened.consoleErrors).toEqual([])
})
