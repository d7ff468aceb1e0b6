/** Does a report of a Windows travel into the real window: as an argument, by a real drop, again after a restart, and beside another? */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../fixtures/run-cli.ts'
import { chooseLanguage, goTo, openApp, type OpenedApp } from './open-app.ts'
import { reportsOfWindows } from './windows-pc/reports-of-windows.ts'

const folder = mkdtempSync(join(tmpdir(), 'opening-'))
const userData = join(folder, 'profile')
const fileOf = (name: string) => join(folder, `${name}.json`)
let opened: OpenedApp
let made: readonly string[] = []

/** Through a shell that writes UTF-16. */
function send(name: string, report: string): void {
  writeFileSync(fileOf(name), `\ufeff${report}`, 'utf16le')
}

beforeAll(async () => {
  mkdirSync(userData)
  const { monday, friday, changes } = await reportsOfWindows()
  made = changes
  send('MONDAY', monday)
  send('FRIDAY', friday)
  send('third', monday)
  opened = await openApp({ userData, view: 'overview', moreArguments: [fileOf('MONDAY')] })
})
afterAll(async () => {
  await opened.close()
  rmSync(folder, { recursive: true })
})

const source = (page: Page) => page.locator('.switcher-text b').textContent()

/** With the mouse of the system, as far as Chromium can tell. */
async function drop(page: Page, files: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 500, y: 400, data })
  }
}

describe('a report in the real window', () => {
  test('made on a Windows, without people and in UTF-16, is what every view shows, in two languages', async () => {
    const { page, keepPicture, consoleErrors } = opened
    await expect.poll(() => source(page)).toBe('MONDAY')
    await page.getByText('AppleMobileDeviceService.exe').first().waitFor()
    for (const language of ['English', 'Deutsch']) {
      await chooseLanguage(page, language)
      for (const view of [
        ...(['overview', 'fix', 'processes', 'services', 'connections', 'reports'] as const),
      ]) {
        await goTo(page, view)
        await page.locator('.source-bar').waitFor()
        await page.locator(`.view[data-view="${view}"] :is(h1, [role="grid"])`).first().waitFor()
        expect(await page.locator('main').textContent()).not.toMatch(/undefined|\{\{|\bNaN\b/)
        await keepPicture(`opened-${view}-${language}`)
      }
    }
    await chooseLanguage(page, 'English')
    expect(consoleErrors).toEqual([])
  })

  test('dropped, is opened by its path, and compared with the one before: exactly the nine changes that were made', async () => {
    const { page, keepPicture } = opened
    await goTo(page, 'reports')
    await drop(page, [fileOf('FRIDAY')])
    await expect.poll(() => source(page)).toBe('FRIDAY')
    await goTo(page, 'reports')
    const card = page.locator('[aria-labelledby="reports-compare"]')
    await card.locator('select').nth(0).selectOption({ index: 1 })
    await card.locator('select').nth(1).selectOption({ index: 2 })
    await card.getByRole('button', { name: 'Compare' }).click()
    await card.getByText('9 changes').waitFor()
    expect(await card.getByRole('table').getAttribute('aria-rowcount')).toBe('10')
    const { stdout } = await runCli([
      ...['--compare', fileOf('MONDAY'), fileOf('FRIDAY'), '--format', 'json'],
    ])
    const { changes } = JSON.parse(stdout) as {
      readonly changes: readonly { readonly kind: string; readonly id: string | null }[]
    }
    expect(changes.map(({ kind, id }) => `${kind} ${id ?? ''}`).sort()).toEqual(made)
    await card.scrollIntoViewIfNeeded()
    await keepPicture('reports-compared')
  })

  test('three files that are dropped are several PCs', async () => {
    const { page } = opened
    await drop(page, [fileOf('MONDAY'), fileOf('FRIDAY'), fileOf('third')])
    await page.locator('.fleet-summary').waitFor()
    await page.locator('.source-bar button').click()
    await expect.poll(() => source(page)).toBe('This PC')
  })

  test.each([
    ['holiday.zip', Buffer.from('PK\u0003\u0004 and so on')],
    ['setup.exe', Buffer.from('MZ\u0090\u0000\u0003\u0000')],
    ['photo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  ])('%s is one sentence, and the source stays', async (name, bytes) => {
    const { page } = opened
    const file = join(folder, name)
    writeFileSync(file, bytes)
    await drop(page, [file])
    await page.locator('.opening-note [role="alert"]', { hasText: name }).waitFor()
    expect(await source(page)).toBe('This PC')
  })

  test('a text file with a list of programs is a pasted list, and a text about something else one sentence', async () => {
    const { page, keepPicture } = opened
    const list = join(folder, 'tasks.txt')
    const row = 'iTunesHelper.exe              4216 Console                    1      9,712 K'
    writeFileSync(list, `\ufeff${row}\r\n`, 'utf16le')
    await drop(page, [list])
    await expect.poll(() => source(page)).toBe('tasks.txt')
    await page
      .getByRole('table', { name: 'Pasted list' })
      .getByText('iTunesHelper.exe')
      .first()
      .waitFor()
    await keepPicture('dropped-list')
    await page.locator('.source-bar button').click()
    const note = join(folder, 'note.txt')
    writeFileSync(note, 'The meeting is on Friday.')
    await drop(page, [note])
    await page.locator('.opening-note [role="alert"]', { hasText: 'neither' }).waitFor()
    expect(await source(page)).toBe('This PC')
  })

  test('is offered again after a restart', async () => {
    await opened.close()
    opened = await openApp({ userData, view: 'reports' })
    const { page } = opened
    await page.getByRole('button', { name: /^FRIDAY/ }).click()
    await expect.poll(() => source(page)).toBe('FRIDAY')
  })
})
