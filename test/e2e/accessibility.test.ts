/** What the scenes of pictures do not show: axe in the live list, in what is not found and in the error state; zoom, and the keyboard alone. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { axeFindings } from './axe.ts'
import { focusOf, hasFocus, tabTo } from './keyboard.ts'
import { openApp, type OpenedApp } from './open-app.ts'
import { makeSleepingPrograms, type SleepingPrograms } from './sleeping-programs.ts'

const running = 'mDNSResponder.exe'

let opened: OpenedApp
let programs: SleepingPrograms
beforeAll(async () => {
  programs = makeSleepingPrograms()
  await programs.start(running)
})
afterAll(() => programs.endAll())
afterEach(() => opened.close())

const row = (name: RegExp) => opened.page.getByRole('row', { name })
const runningRow = () => row(/^mDNSResponder\.exe, process \d+/).first()
const absentRow = () => row(/^AppleMobileBackup\.exe, Not running/)

/** Each process that Apple lists, whether it runs or not. */
async function showApples() {
  await opened.page
    .getByRole('group', { name: 'Lists' })
    .getByRole('button', { name: /^All that Apple lists/ })
    .click()
  await absentRow().waitFor()
}

const findings = () => axeFindings(opened.page)

describe('axe finds nothing', () => {
  test.each(['light', 'dark'] as const)('in the list with its details, %s', async (colorScheme) => {
    opened = await openApp({ colorScheme })
    await runningRow().click()
    await opened.page.getByRole('article', { name: `About ${running}` }).waitFor()
    expect(await findings()).toEqual([])
    await showApples()
    await absentRow().click()
    await opened.page.getByRole('article', { name: 'About AppleMobileBackup.exe' }).waitFor()
    expect(await findings()).toEqual([])
  })

  test('in the whole PC as a tree, and in a filter that nothing matches', async () => {
    opened = await openApp()
    const { page } = opened
    await page.getByRole('button', { name: /^Whole PC/ }).click()
    await page.getByRole('button', { name: 'As a tree' }).click()
    await page.getByRole('treegrid').getByRole('row', { expanded: true }).first().waitFor()
    expect(await findings()).toEqual([])
    await page.locator('main [type="search"]:visible').fill('no-such-program')
    await page.getByRole('heading', { name: 'No process matches “no-such-program”' }).waitFor()
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
  await runningRow().waitFor()
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
  await runningRow().click()
  expect(await page.getByRole('row', { selected: true }).count()).toBe(1)
})

test('the keyboard alone searches, chooses, reads the details, and comes back', async () => {
  opened = await openApp()
  const { page } = opened
  await runningRow().waitFor()
  await showApples()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('bonjour')
  await page
    .getByRole('option', { name: /mDNSResponder\.exe/ })
    .first()
    .waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  // From the search to the list, by Tab alone; in it the row that is told to a screen reader.
  const grid = page.getByRole('grid')
  await tabTo(page, grid)
  const active = () =>
    grid.evaluate((element) => {
      const id = element.getAttribute('aria-activedescendant')
      const of = id === null ? null : document.getElementById(id)
      return of?.getAttribute('aria-selected') === 'true' ? of.getAttribute('data-key') : null
    })
  await expect.poll(active).not.toBeNull()
  const first = await active()
  await page.keyboard.press('ArrowDown')
  await expect.poll(active).not.toBe(first)
  expect(await active()).not.toBeNull()
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await focusOf(page)).role).toBe('heading')
  expect(await page.getByRole('article').locator(':focus').count()).toBe(1)
  await page.keyboard.press('Escape')
  await expect.poll(() => hasFocus(grid)).toBe(true)
})
