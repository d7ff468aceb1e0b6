/** Is everything in Processes reached in few steps, and by keyboard alone? In the real window, on a PC that is written down. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packListing } from '../../shared/ipc/pack-listing.ts'
import { success } from '../../shared/model/result.ts'
import type { Language } from '../../shared/text/languages.ts'
import { wordsIn } from '../../shared/text/texts.ts'
import { wholePc } from '../fixtures/whole-pc.ts'
import { show } from '../shots/stage.ts'
import { states } from '../shots/states.ts'
import { focusOf } from './keyboard.ts'
import { openApp, type OpenedApp } from './open-app.ts'

let opened: OpenedApp
beforeAll(async () => {
  opened = await openApp()
})
afterAll(() => opened.close())

const pc = wholePc(states.good)
const path =
  'C:\\Program Files\\Common Files\\Apple\\Mobile Device Support\\AppleMobileDeviceService.exe'
const answers = {
  runInspection: success(states.good),
  lookAtConnections: null,
  listProcesses: success(packListing(pc.second)),
  learnProcesses: success(pc.facts),
  examineProcess: success(null),
  hashFile: success({ path, sha256: 'ab'.repeat(32), sizeBytes: 7 }),
}

async function open(view: 'overview' | 'processes', language: Language = 'en') {
  await show(opened, { name: view, view, answers }, language)
  return { page: opened.page, t: wordsIn(language).t }
}

describe.each(['en', 'sv'] as const)('walks, in %s', (language) => {
  test('saw AppleMobileDeviceService in Task Manager: may I stop it, and why this memory, in two steps', async () => {
    const { page, t } = await open('overview', language)
    await page.getByRole('button', { name: t('overview.doors.taskManager.title') }).click()
    await page.getByRole('row', { name: /^AppleMobileDeviceService\.exe/ }).click()
    const details = page.getByRole('article')
    for (const title of [t('processes.stop.title'), t('processes.memory.title')]) {
      const heading = details.getByRole('heading', { name: title })
      await heading.waitFor()
      const box = await heading.boundingBox()
      const height = await page.evaluate(() => window.innerHeight)
      // In sight, without scrolling.
      expect(box !== null && box.y + box.height <= height).toBe(true)
    }
    await details.getByText(t('processes.stop.no')).waitFor()
  })

  test('the publisher of everything that runs, in one step', async () => {
    const { page, t } = await open('overview', language)
    await page.getByRole('button', { name: t('overview.all') }).click()
    await page.getByRole('columnheader', { name: t('processes.column.publisher') }).waitFor()
    const row = page.getByRole('row', { name: /^KeePassXC\.exe/ })
    await row.getByText('DroidMonkey Apps, LLC').waitFor()
  })
})

test('from the list to the Properties and back, by keyboard alone', async () => {
  const { page } = await open('processes')
  await page.getByRole('row', { name: /^AppleMobileDeviceService/ }).waitFor()
  for (let presses = 0; (await focusOf(page)).role !== 'grid'; presses += 1) {
    expect(presses).toBeLessThan(40)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menu').waitFor()
  expect(await focusOf(page)).toMatchObject({ role: 'menuitem' })
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByText(path, { exact: true }).waitFor()
  await dialog.getByText('ab'.repeat(32)).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await expect.poll(async () => (await focusOf(page)).role).toBe('grid')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await focusOf(page)).role).toBe('heading')
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await focusOf(page)).role).toBe('grid')
})
