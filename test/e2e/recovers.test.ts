/** Does the window find back: from looks that fail, a page that ends or hangs, settings that cannot be written? */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { asText } from '../../shared/ipc/as-text.ts'
import { packListing } from '../../shared/ipc/pack-listing.ts'
import { failure, success } from '../../shared/model/result.ts'
import type { Inspection } from '../../shared/model/inspection.ts'
import { listed, listing } from '../fixtures/listed.ts'
import { instance, inspectionOf } from '../renderer/fake-bridge.ts'
import { choose, goTo, openApp, showRunning, type OpenedApp, type OpenOptions } from './open-app.ts'

const root = join(import.meta.dirname, '../..')

const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** What the driver in crashing-window saw after each end of the page's process. */
interface Outcome {
  readonly isDrawnAgain: readonly boolean[]
  readonly askedAfter: readonly number[]
  readonly dialogs: readonly { readonly message: string; readonly buttons: readonly string[] }[]
  readonly trouble: readonly string[]
}

let folder = ''
let opened: OpenedApp
let lastOpened: OpenedApp | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'survives-'))
})
afterEach(async () => {
  // Some tests close it themselves, and some open none.
  await lastOpened?.close().catch(() => {})
  lastOpened = undefined
  rmSync(folder, { recursive: true, force: true })
})

interface Trouble {
  trouble?: string[]
  focused?: number
}

/** Opens the program and notes whatever would end in Electron's crash dialog, without taking it away from there. */
async function open(options: OpenOptions = {}): Promise<void> {
  opened = await openApp({ userData: join(folder, 'profile'), ...options })
  lastOpened = opened
  await opened.app.evaluate(() => {
    const seen: string[] = []
    ;(globalThis as Trouble).trouble = seen
    process.on('uncaughtExceptionMonitor', (error) => seen.push(String(error)))
    process.on('unhandledRejection', (reason) => seen.push(String(reason)))
  })
}

const trouble = () => opened.app.evaluate(() => (globalThis as Trouble).trouble)

const anyRow = () => opened.page.getByRole('row', { name: /^iTunesHelper\.exe/ }).waitFor()

/** What the next looks are answered with; null for a look that never ends. */
const answerLooks = (answer: string | null) =>
  opened.app.evaluate(({ ipcMain }, text) => {
    ipcMain.removeHandler('runInspection')
    ipcMain.handle('runInspection', () => text ?? new Promise(() => {}))
  }, answer)

const looked = (running: Readonly<Record<string, number>>, more: Partial<Inspection> = {}) =>
  asText(success(inspectionOf(running, more)))

describe('a look at this PC', () => {
  test('that fails is told with a way on, keeps the last list, and recovers', async () => {
    await open()
    await anyRow()
    await answerLooks(asText(failure({ code: 'helper-failed', detail: 'exit code 5' })))
    await opened.page.getByText(/^Out of date/).waitFor()
    await anyRow()
    await goTo(opened.page, 'overview')
    await opened.page.getByRole('button', { name: 'Try again' }).waitFor()
    await opened.page.getByRole('heading', { name: 'This list is out of date' }).waitFor()
    await goTo(opened.page, 'processes')
    await answerLooks(looked({ 'iTunesHelper.exe': 1 }))
    await opened.page
      .getByRole('row', { name: /^iTunesHelper\.exe, process/ })
      .first()
      .waitFor()
    await opened.page.getByText(/^Out of date/).waitFor({ state: 'hidden' })
    expect(await trouble()).toEqual([])
  })

  test('that throws in the main process is told in the window, and opens no dialog', async () => {
    await open()
    await anyRow()
    await opened.app.evaluate(({ ipcMain }) => {
      ipcMain.removeHandler('runInspection')
      ipcMain.handle('runInspection', () => {
        throw new Error('made up for this test')
      })
    })
    await opened.page.getByText(/^Out of date/).waitFor()
    await anyRow()
    await goTo(opened.page, 'overview')
    await opened.page.getByText('Something went wrong in Process Inspector').first().waitFor()
    expect(await trouble()).toEqual([])
  })

  test('that never ends can be stopped, and another one is made after that', async () => {
    await open()
    await anyRow()
    await answerLooks(null)
    await opened.page.getByRole('button', { name: 'Stop checking' }).click()
    await opened.page.getByRole('button', { name: 'Stop checking' }).waitFor({ state: 'hidden' })
    await answerLooks(looked({ 'iTunesHelper.exe': 3 }))
    await choose(opened.page, 'Resume')
    await opened.page
      .getByRole('row', { name: /^iTunesHelper\.exe, process/ })
      .nth(2)
      .waitFor()
    expect(await trouble()).toEqual([])
  })
})

describe('settings', () => {
  const notKept = () =>
    opened.page.getByText(/^Your choices, such as the language, cannot be saved/)

  test('that cannot be written hold until the program is closed, which is told with what to do', async () => {
    const file = join(folder, 'a file')
    writeFileSync(file, '')
    // A folder below a file can be made by nobody, not even by an administrator.
    await open({
      userData: null,
      env: { TMPDIR: folder, XDG_CONFIG_HOME: join(file, 'profile'), APPDATA: join(file, 'x') },
    })
    await anyRow()
    await notKept().waitFor()
    await opened.keepPicture('settings-not-kept')
    await opened.page.getByRole('button', { name: 'Dismiss' }).click()
    await opened.page.evaluate(() =>
      (
        globalThis as unknown as { inspector: { chooseLanguage: (l: string) => Promise<string> } }
      ).inspector.chooseLanguage('sv'),
    )
    await opened.page.reload()
    await opened.page.getByRole('button', { name: 'Anslutningar' }).waitFor()
    expect(await trouble()).toEqual([])
  })
})

test('a program that was started from a network share says so', async () => {
  await open()
  await anyRow()
  await opened.app.evaluate(() => {
    process.execPath = '\\\\server\\share\\process-inspector-for-itunes.exe'
  })
  await opened.page.reload()
  await opened.page.getByText(/^Process Inspector was started from a network share/).waitFor()
})

describe('a process list that changes wholly', () => {
  const looksLike = (pid: number, name: string) => ({
    ...instance(pid, { name }),
    resemblesId: 'itunes-helper',
    resembles: 'iTunesHelper.exe',
    why: 'confusable-letters' as const,
  })

  test('leaves the keyboard in the list of what runs, and the next arrow on a row that is there', async () => {
    await open()
    await anyRow()
    await showRunning(opened.page)
    const before = [9001, 9002].map((pid) => looksLike(pid, 'iTunesHe1per.exe'))
    await answerLooks(looked({ 'iTunesHelper.exe': 2, 'distnoted.exe': 1 }, { lookAlikes: before }))
    const alike = opened.page.getByRole('row', { name: /^iTunesHe1per\.exe/ }).first()
    await alike.click()
    expect(await alike.getAttribute('aria-selected')).toBe('true')

    await answerLooks(looked({ 'AppleMobileBackup.exe': 1 }))
    await opened.page.getByRole('row', { name: /^AppleMobileBackup\.exe, process/ }).waitFor()
    const now = await opened.page.evaluate(() => ({
      role: document.activeElement?.getAttribute('role'),
      articles: document.querySelectorAll('main article').length,
    }))
    expect(now).toEqual({ role: 'grid', articles: 1 })
    await opened.page.keyboard.press('ArrowDown')
    expect(
      await opened.page.evaluate(
        () => document.querySelectorAll('[role="row"][aria-selected="true"]').length,
      ),
    ).toBe(1)
    expect(opened.consoleErrors).toEqual([])
    expect(await trouble()).toEqual([])
  })

  test('leaves the keyboard in the list of all processes, and the details of what has ended', async () => {
    await open()
    await anyRow()
    const list = (first: number, count: number) =>
      asText(
        success(
          packListing(
            listing(
              Array.from({ length: count }, (_, index) =>
                listed(first + index, `program-${first + index}.exe`),
              ),
            ),
          ),
        ),
      )
    const answerLists = (text: string) =>
      opened.app.evaluate(({ ipcMain }, value) => {
        ipcMain.removeHandler('listProcesses')
        ipcMain.handle('listProcesses', () => value)
      }, text)
    await answerLists(list(10_000, 900))
    await opened.page.getByRole('button', { name: 'Whole PC' }).click()
    const grid = opened.page.getByRole('grid', { name: 'Processes' })
    await opened.page.getByRole('row', { name: /program-10000\.exe/ }).waitFor()
    await grid.focus()
    await opened.page.keyboard.press('End')
    const last = opened.page.getByRole('row', { name: /program-10899\.exe/ })
    await last.click()
    await opened.page.getByRole('article', { name: /program-10899\.exe/ }).waitFor()

    await answerLists(list(20_000, 30))
    await opened.page.getByRole('row', { name: /program-20029\.exe/ }).waitFor()
    await opened.page.getByText(/^This process has ended/).waitFor()
    const seen = await grid.evaluate((element) => ({
      hasFocus: element === document.activeElement,
      isInSight: element.scrollTop <= element.scrollHeight - element.clientHeight,
      rows: element.querySelectorAll('[data-key]').length > 0,
    }))
    expect(seen).toEqual({ hasFocus: true, isInSight: true, rows: true })
    await opened.page.keyboard.press('Home')
    await opened.page.getByRole('row', { name: /program-20000\.exe/, selected: true }).waitFor()
    expect(opened.consoleErrors).toEqual([])
    expect(await trouble()).toEqual([])
  })
})

test('a second start ends at once with exit code 0, and the first window comes to the front', async () => {
  await open()
  await anyRow()
  await opened.app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0]!
    const seen = globalThis as Trouble
    seen.focused = 0
    window.hide()
    window.focus = () => {
      seen.focused = (seen.focused ?? 0) + 1
    }
  })
  const second = spawn(
    process.env['INSPECTOR_ELECTRON']!,
    [root, `--user-data-dir=${join(folder, 'profile')}`, ...sandbox, '--disable-gpu'],
    { stdio: 'ignore' },
  )
  expect(await once(second, 'exit')).toEqual([0, null])
  await expect
    .poll(() =>
      opened.app.evaluate(({ BrowserWindow }) => ({
        focused: (globalThis as Trouble).focused,
        visible: BrowserWindow.getAllWindows().map((window) => window.isVisible()),
      })),
    )
    .toEqual({ focused: 1, visible: [true] })
  expect(await trouble()).toEqual([])
})

describe('a page whose process has ended', () => {
  // Playwright holds on to a page that has crashed: a driver of our own asks the program from within.
  const outcome = async (how: 'crash' | 'close' | 'hang') => {
    const answerFile = join(folder, 'answer.json')
    const child = spawn(
      process.env['INSPECTOR_ELECTRON']!,
      [
        ...sandbox,
        '--disable-gpu',
        `--user-data-dir=${join(folder, 'profile')}`,
        join(import.meta.dirname, 'crashing-window'),
      ],
      {
        stdio: 'ignore',
        env: { ...process.env, LANGUAGE: 'en', INSPECTOR_ANSWER: answerFile, INSPECTOR_HOW: how },
      },
    )
    const [code] = (await once(child, 'exit')) as [number | null]
    return { code, ...(JSON.parse(readFileSync(answerFile, 'utf8')) as Outcome) }
  }

  test('is drawn again by itself; when it ends again a dialog says what to do, and Open again draws it', async () => {
    const { code, isDrawnAgain, askedAfter, dialogs, trouble } = await outcome('crash')
    expect({ code, isDrawnAgain, askedAfter, trouble }).toEqual({
      code: 0,
      isDrawnAgain: [true, true],
      askedAfter: [0, 1],
      trouble: [],
    })
    expect(dialogs[0]).toMatchObject({
      message: 'The window has stopped working',
      buttons: ['Open again', 'Close'],
    })
  })

  test('leaves no blank window behind when the user wants to close it', async () => {
    const { code, isDrawnAgain, askedAfter } = await outcome('close')
    // Its own exit code: nobody but the program itself has ended it.
    expect({ code, isDrawnAgain, askedAfter }).toEqual({
      code: 0,
      isDrawnAgain: [true],
      askedAfter: [0, 1],
    })
  })

  test('because it hung is ended and drawn again', async () => {
    const { isDrawnAgain, askedAfter, trouble } = await outcome('hang')
    expect({ isDrawnAgain, askedAfter, trouble }).toEqual({
      isDrawnAgain: [true],
      askedAfter: [0],
      trouble: [],
    })
  })
})
