import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type axe from 'axe-core'
import { afterEach, describe, expect, test } from 'vitest'
import { openApp, type OpenedApp } from './open-app.ts'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

let opened: OpenedApp
afterEach(() => opened.close())

/** What axe finds in the page as it stands. Sent in by the test's own connection: the page's policy lets no script in. */
async function findings() {
  const { page } = opened
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate(() => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe }
    return inPage.run(document, { resultTypes: ['violations'] })
  })
  return violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target) }))
}

describe('axe finds nothing', () => {
  test.each(['light', 'dark'] as const)('in the list with its details, %s', async (colorScheme) => {
    opened = await openApp({ colorScheme })
    await opened.page.getByRole('row', { name: /^iCloudHome/ }).waitFor()
    expect(await findings()).toEqual([])
  })

  test('in a search that finds nothing', async () => {
    opened = await openApp()
    const { page } = opened
    await page.getByRole('combobox', { name: 'Search' }).fill('svchost.exe')
    await page.getByText('is not in our catalogue').first().waitFor()
    expect(await findings()).toEqual([])
    await opened.keepPicture('search-without-result')
  })

  if (process.platform !== 'win32') {
    test('in the error state', async () => {
      opened = await openApp({ view: 'overview', env: { PATH: '/nonexistent' } })
      await opened.page.getByRole('button', { name: 'Try again' }).waitFor()
      expect(await findings()).toEqual([])
    })
  }
})

test('at 200 % zoom nothing runs out of the window sideways, and forced colours keep the selection visible', async () => {
  opened = await openApp()
  const { page, app } = opened
  await page.getByRole('row', { name: /^iCloudHome/ }).waitFor()
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]!.webContents.setZoomFactor(2)
  })
  const isWide = () =>
    page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
  await page.waitForFunction(() => window.devicePixelRatio >= 2)
  expect(await isWide()).toBe(false)
  await opened.keepWindowPicture('zoom-200')
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]!.webContents.setZoomFactor(1)
  })
  await page.emulateMedia({ forcedColors: 'active' })
  await opened.keepPicture('forced-colours')
  await page.getByRole('row', { name: /^mDNSResponder\.exe/ }).click()
  expect(await page.getByRole('row', { selected: true }).count()).toBe(1)
})

test('the keyboard alone searches, chooses, reads the details, and comes back', async () => {
  opened = await openApp()
  const { page } = opened
  await page.getByRole('row', { name: /^iCloudHome/ }).waitFor()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('bonjour')
  await page.getByRole('option', { name: /^mDNSResponder\.exe/ }).waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  // From the search to the selected row of the list, by Tab alone.
  const focusedRow = () =>
    page.evaluate(() => document.activeElement?.getAttribute('data-process-id') ?? undefined)
  for (let presses = 0; presses < 40 && (await focusedRow()) === undefined; presses += 1) {
    await page.keyboard.press('Tab')
  }
  const first = await focusedRow()
  expect(first).toBeDefined()
  await page.keyboard.press('ArrowDown')
  const second = await focusedRow()
  expect(second).toBeDefined()
  expect(second).not.toBe(first)
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.closest('article') !== null)).toBe(true)
})
