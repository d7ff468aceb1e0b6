/** Many PCs in the real window: a folder is read in a worker, the list scrolls, filters and is exported, and a PC opens as a source. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { generatePc, recordOf } from '../fleet/generate.ts'
import { chooseLanguage, goTo, openApp, type OpenedApp } from './open-app.ts'

const count = 10_000

let opened: OpenedApp
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'many-'))
  mkdirSync(join(folder, 'share'))
  const records = (from: number, to: number, kind: 'lines' | 'rows') =>
    Array.from({ length: to - from }, (_, at) => `${recordOf(kind, generatePc(from + at))}\n`).join(
      '',
    )
  writeFileSync(join(folder, 'share', 'rows.log'), records(0, 3000, 'rows'))
  writeFileSync(join(folder, 'share', 'lines.ndjson'), `${records(3000, count, 'lines')}{"v":1,`)
  writeFileSync(join(folder, 'share', 'photo.png'), Buffer.from([0x89, 0x50, 0, 0]))
  opened = await openApp()
  // The system's dialogs cannot be driven: they answer at once.
  await opened.app.evaluate(
    ({ dialog }, { share, csv }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [share] })
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: csv })
    },
    { share: join(folder, 'share'), csv: join(folder, 'pcs.csv') },
  )
})
afterAll(async () => {
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
})

const rowsOf = (page: OpenedApp['page'], name = 'Several PCs') =>
  page.getByRole('table', { name }).getByRole('row')

test('a folder of 10,000 PCs opens with what needs attention first, and counts what it could not read', async () => {
  const { page } = opened
  await goTo(page, 'reports')
  await page.getByRole('button', { name: 'Open a folder…' }).click()
  await page.getByText(/^10,?000 PCs answered/).waitFor()
  const rows = rowsOf(page)
  await rows.nth(1).getByText('Serious').waitFor()
  // Only what is in sight is drawn.
  expect(await rows.count()).toBeLessThan(60)
  await page.getByText('2 answers could not be read').first().waitFor()
  await page.locator('details summary', { hasText: 'could not be read' }).click()
  await page.getByText('lines.ndjson:7001').waitFor()
  await page.getByText('photo.png').waitFor()
})

test('the picture tells which findings are on how many PCs, and which versions', async () => {
  const { page } = opened
  const bars = page.locator('.fleet-bars button')
  await bars.first().waitFor()
  const counts = await page.locator('.fleet-bars .fleet-count').allInnerTexts()
  expect(counts.every((text) => /^[\d,]+$/.test(text))).toBe(true)
  await page
    .getByText(/^iTunes 12\.13\.\d+\.1$/)
    .first()
    .waitFor()
  await page.locator('.fleet-picture').scrollIntoViewIfNeeded()
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await opened.keepPicture(`reports-many-picture-${scheme}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.locator('.fleet-table').scrollIntoViewIfNeeded()
  await opened.keepPicture('reports-many-table')
})

test('it scrolls to its end, groups by finding, and filters', async () => {
  const { page } = opened
  const scrollTo = (top: number) =>
    page.locator('.fleet-scroller').evaluate((scroller, to) => {
      scroller.scrollTop = to
    }, top)
  await scrollTo(10_000_000)
  await page
    .locator(`.fleet-row[aria-rowindex="${count + 1}"]`)
    .getByText('PC-')
    .waitFor()
  await page
    .locator('.fleet-bars')
    .getByRole('button', { name: /no signature/ })
    .click()
  await scrollTo(0)
  await rowsOf(page).nth(1).getByText('no signature').waitFor()
  await page.getByRole('searchbox', { name: /Filter by PC/ }).fill('PC-0000')
  await page.getByText(/^\d{1,2} PCs? shown$/).waitFor()
})

test('what is shown is exported as a table', async () => {
  const { page } = opened
  const shown = Number.parseInt(await page.getByText(/PCs? shown$/).innerText(), 10)
  await page.getByRole('button', { name: 'Save as table…' }).click()
  await page.getByText('pcs.csv').waitFor()
  const lines = readFileSync(join(folder, 'pcs.csv'), 'utf8').trimEnd().split('\r\n')
  expect(lines[0]).toBe('\uFEFFPC,Level,What,Installation,Versions,Checked (UTC)')
  expect(lines).toHaveLength(shown + 1)
  expect(lines.slice(1).every((line) => line.startsWith('PC-0000'))).toBe(true)
})

test('a PC opens as a source, and the list is there on the way back', async () => {
  const { page } = opened
  const first = rowsOf(page).nth(1).getByRole('button')
  const name = (await first.innerText()).trim()
  await first.click()
  await page.locator('.switcher', { hasText: name }).waitFor()
  await page.locator('.view[data-view="overview"]:not([hidden])').waitFor()
  await page.getByText('iTunesHelper.exe').first().waitFor()
  await opened.keepPicture('reports-many-opened')
  await goTo(page, 'reports')
  await rowsOf(page).nth(1).getByRole('button', { name }).waitFor()
  await page.getByRole('button', { name: 'Back to this PC' }).click()
  await page.locator('.switcher', { hasText: 'This PC' }).waitFor()
})

test('it speaks German, too', async () => {
  const { page } = opened
  await chooseLanguage(page, 'Deutsch')
  await goTo(page, 'reports')
  await page.getByText(/^10\.?000 PCs haben geantwortet/).waitFor()
  await page.locator('.fleet-table').scrollIntoViewIfNeeded()
  await opened.keepPicture('reports-many-de')
  expect(opened.consoleErrors).toEqual([])
})

test('where nothing could be read, the reasons stand open, and no empty table', async () => {
  const { page, app } = opened
  const unread = join(folder, 'unread')
  mkdirSync(unread)
  writeFileSync(join(unread, 'a.png'), Buffer.from([0x89, 0x50, 0, 0]))
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, unread)
  await page.getByRole('button', { name: 'Ordner öffnen …' }).click()
  await page.getByText('0 PCs haben geantwortet').waitFor()
  await page.getByText('a.png').waitFor()
  expect(await page.locator('.fleet-table, .fleet-picture').count()).toBe(0)
  await opened.keepPicture('reports-many-none')
})
