/** Does the window survive: inspections that fail to come, damaged settings, a PC that changes wholly, a second start? */
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Inspection } from '../../shared/model/inspection.ts'
import { states } from '../shots/states.ts'
import { chooseLanguage, goTo, openApp, showRunning, type OpenedApp } from './open-app.ts'

let userData = ''
let opened: OpenedApp | undefined
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'survives-'))
})
afterEach(async () => {
  await opened?.close()
  opened = undefined
  rmSync(userData, { recursive: true, force: true })
})

/** What the main process keeps for a test: answers that have not been given yet. */
interface World {
  waiting: ((inspection: unknown) => void)[]
  troubles: string[]
  seconds: number
}

/** From now on every look waits until the test answers it. */
const holdBack = (app: ElectronApplication) =>
  app.evaluate(({ ipcMain }) => {
    const world = globalThis as unknown as World
    world.waiting = []
    ipcMain.removeHandler('runInspection')
    ipcMain.handle(
      'runInspection',
      () =>
        new Promise((resolve) => {
          world.waiting.push((value) => {
            resolve(JSON.stringify({ ok: true, value }))
          })
        }),
    )
  })
const answerAll = (app: ElectronApplication, inspection: Inspection) =>
  app.evaluate((_electron, value) => {
    for (const answer of (globalThis as unknown as World).waiting.splice(0)) answer(value)
  }, inspection)
const answerWith = (app: ElectronApplication, inspection: Inspection) =>
  app.evaluate(({ ipcMain }, value) => {
    ipcMain.removeHandler('runInspection')
    ipcMain.handle('runInspection', () => JSON.stringify({ ok: true, value }))
  }, inspection)

describe('an inspection', () => {
  test('that hangs keeps nobody from using the window, and its late answer is shown', async () => {
    opened = await openApp({ userData })
    const { app, page } = opened
    await holdBack(app)
    await page.reload()
    await goTo(page, 'processes')
    expect(await page.getByRole('row', { name: /Not running/ }).count()).toBe(0)
    await goTo(page, 'help')
    await page.getByRole('region', { name: 'Tips and myths' }).waitFor()
    await goTo(page, 'processes')
    await answerAll(app, states.good)
    await page.getByRole('row', { name: /^mDNSResponder\.exe, process \d+, genuine/ }).click()
    await page.getByRole('article', { name: /mDNSResponder\.exe/ }).waitFor()
    expect(opened.consoleErrors).toEqual([])
  })

  test('that hangs when the window is closed does not keep the program alive', async () => {
    opened = await openApp({ userData })
    const { app, page } = opened
    await holdBack(app)
    await page.reload()
    await page.getByText('First check …').first().waitFor()
    const child = app.process()
    const ended = once(child, 'exit')
    await app.evaluate(({ BrowserWindow }) => {
      // After this answer: the connection of the test ends with the program.
      setTimeout(() => {
        BrowserWindow.getAllWindows()[0]!.close()
      })
    })
    const [code] = (await ended) as [number | null]
    expect(code).toBe(0)
  })

  test('that answers after its window has gone harms nothing', async () => {
    opened = await openApp({ userData })
    const { app, page } = opened
    await page
      .getByRole('row', { name: /, Not running/ })
      .first()
      .waitFor()
    // The program is kept running without a window, so that the answer comes to nobody.
    await app.evaluate(({ app: program }) => {
      const world = globalThis as unknown as World
      world.troubles = []
      program.removeAllListeners('window-all-closed')
      program.on('window-all-closed', () => {})
      for (const kind of ['uncaughtException', 'unhandledRejection'] as const) {
        process.on(kind, (error) => world.troubles.push(String(error)))
      }
    })
    await page.evaluate(() => {
      const { inspector } = window as unknown as { inspector: { runInspection: () => unknown } }
      void inspector.runInspection()
    })
    const troubles = await app.evaluate(async ({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]!.destroy()
      await new Promise((resolve) => setTimeout(resolve, 3000))
      return [
        ...(globalThis as unknown as World).troubles,
        ...BrowserWindow.getAllWindows().map(() => 'a window is still there'),
      ]
    })
    expect(troubles).toEqual([])
  })
})

test('a process list that changes wholly between two looks is shown as it is, again and again', async () => {
  opened = await openApp({ userData })
  const { app, page } = opened
  await showRunning(page)
  await answerWith(app, states.good)
  await page.reload()
  for (let round = 0; round < 5; round += 1) {
    await answerWith(app, states.stopped)
    await page.keyboard.press('F5')
    await page
      .getByRole('row', { name: /^iTunesHelper\.exe, process \d+, genuine$/ })
      .waitFor({ state: 'hidden' })
    await answerWith(app, states['look-closer'])
    await page.keyboard.press('F5')
    await page.getByRole('row', { name: /^iTunesHe1per\.exe, process \d+, .*not signed/ }).waitFor()
    // The details are about something that will have ended with the next look.
    await page.getByRole('row', { name: /^iTunesHe1per\.exe/ }).click()
    await page.getByRole('article', { name: /iTunesHe1per\.exe/ }).waitFor()
  }
  await answerWith(app, states.good)
  await page.keyboard.press('F5')
  await page.getByRole('row', { name: /^iTunesHelper\.exe, process \d+, genuine/ }).waitFor()
  await page
    .getByRole('article', { name: /iTunesHe1per\.exe/ })
    .getByText(/has ended/)
    .first()
    .waitFor()
  expect(opened.consoleErrors).toEqual([])
})

describe('the settings', () => {
  const sentence = /The settings file could not be read\. It was kept/
  const settingsFile = () => join(userData, 'settings.json')

  test('that are damaged are kept aside, the usual ones hold, and that is said once', async () => {
    const damaged = '{"language": "sv"'
    writeFileSync(settingsFile(), damaged)
    opened = await openApp({ userData })
    await opened.page.getByText(sentence).first().waitFor()
    expect(await opened.page.locator('html').getAttribute('lang')).toBe('en')
    expect(readFileSync(`${settingsFile()}.damaged`, 'utf8')).toBe(damaged)
    await opened.page.getByRole('button', { name: 'Dismiss' }).click()
    await opened.page.getByText(sentence).first().waitFor({ state: 'hidden' })
    await opened.close()

    opened = await openApp({ userData })
    await opened.page.getByRole('row', { name: /^AppleMobileBackup/ }).waitFor()
    expect(await opened.page.getByText(sentence).count()).toBe(0)
  })

  test('with a place of the window that is nonsense open a window that can be seen', async () => {
    writeFileSync(join(userData, 'window.json'), '{"x": 1e99, "y": "", "width": -5}')
    opened = await openApp({ userData })
    await opened.page.getByRole('row', { name: /^AppleMobileBackup/ }).waitFor()
    const { width, height } = await opened.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.getBounds(),
    )
    expect(width).toBeGreaterThanOrEqual(320)
    expect(height).toBeGreaterThanOrEqual(400)
  })

  test('of a portable program lie beside it, or in the profile where it may not write', async () => {
    const beside = mkdtempSync(join(tmpdir(), 'portable-'))
    const choose = async (folder: string) => {
      opened = await openApp({ userData, env: { PORTABLE_EXECUTABLE_DIR: folder } })
      await chooseLanguage(opened.page, 'Svenska')
      await opened.page.getByRole('button', { name: 'Anslutningar' }).waitFor()
      await opened.close()
      opened = undefined
    }
    const portable = join(beside, 'Process Inspector settings', 'settings.json')
    await choose(beside)
    expect(JSON.parse(readFileSync(portable, 'utf8'))).toMatchObject({ language: 'sv' })
    expect(existsSync(settingsFile())).toBe(false)
    rmSync(beside, { recursive: true })
    await choose(join(beside, 'gone'))
    expect(JSON.parse(readFileSync(settingsFile(), 'utf8'))).toMatchObject({ language: 'sv' })
  })
})

// Windows takes these folders from the same places as its own programs, which would suffer with ours.
if (process.platform !== 'win32') {
  test('without a folder for temporary files the window opens all the same', async () => {
    const gone = join(userData, 'no-such-folder')
    opened = await openApp({ userData, env: { TMPDIR: gone, TEMP: gone, TMP: gone } })
    await opened.page
      .getByRole('row', { name: /, Not running/ })
      .first()
      .waitFor()
    expect(opened.consoleErrors).toEqual([])
  })
}
