/** Can everything be done without a mouse? Each task of the table below, with keys alone, in the real window. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openApp, type OpenedApp } from './open-app.ts'
import { focusOf, focusSight, hasFocus, tabTo } from './keyboard.ts'
import { makeSleepingPrograms, type SleepingPrograms } from './sleeping-programs.ts'

/** Titles of sources, as the links to them are named. */
const support = 'Apple Support 102018: About iTunes for Windows background processes'
const earlier = 'Apple Support HT201999, earlier edition in Swedish'
const files = 'xCyclopedia: files, versions and signatures of iTunes 12.10.8 and 12.10.9 (2020)'

const helper = 'MDCrashReportTool.exe'

let opened: OpenedApp
let programs: SleepingPrograms
let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keyboard-'))
  programs = makeSleepingPrograms()
  await programs.start(helper)
  opened = await openApp()
  await row(new RegExp(`^${helper}, running`)).waitFor()
})
afterAll(async () => {
  await opened.close()
  await programs.endAll()
  rmSync(folder, { recursive: true })
})
/** Each task begins where the window opens. */
beforeEach(async () => {
  await opened.page.reload()
  await row(/^AppleMobileBackup\.exe/).waitFor()
  // The head's controls come a moment after the first picture.
  await opened.page.getByRole('searchbox').waitFor()
})

const row = (name: string | RegExp) => opened.page.getByRole('row', { name })
const press = (key: string) => opened.page.keyboard.press(key)
const type = (text: string) => opened.page.keyboard.type(text)
const clipboardText = () => opened.app.evaluate(({ clipboard }) => clipboard.readText())

interface Task {
  readonly keys: string
  readonly run: () => Promise<void>
}

const tasks: Readonly<Record<string, Task>> = {
  'find out what a process is': {
    keys: 'Ctrl+F, its name, Enter; Esc goes back to the list',
    run: async () => {
      await press('Control+f')
      await type('bonjour')
      await row(/^mDNSResponder\.exe/).waitFor()
      await press('Enter')
      const details = opened.page.getByRole('article', { name: 'About mDNSResponder.exe' })
      await details.getByRole('heading', { name: 'What it does' }).waitFor()
      await expect
        .poll(() => focusOf(opened.page))
        .toMatchObject({ role: 'heading', name: 'mDNSResponder.exe' })
      await press('Escape')
      await expect.poll(() => hasFocus(row(/^mDNSResponder\.exe/))).toBe(true)
    },
  },
  'ask about a name that is none of them': {
    keys: 'Ctrl+F, the name, Enter',
    run: async () => {
      await press('Control+f')
      await type('svchost.exe')
      await opened.page.getByRole('heading', { name: 'is not in our catalogue' }).first().waitFor()
      await press('Enter')
      await opened.page.getByRole('region', { name: 'What is …?' }).waitFor()
      await press('Tab')
      await expect
        .poll(() => focusOf(opened.page))
        .toMatchObject({ role: 'searchbox', value: 'svchost.exe' })
    },
  },
  'copy a verdict': {
    keys: 'Ctrl+F, a name, arrow down, Ctrl+C',
    run: async () => {
      await opened.app.evaluate(({ clipboard }) => {
        clipboard.clear()
      })
      await press('Control+f')
      await type(helper)
      await press('ArrowDown')
      await expect.poll(() => hasFocus(row(new RegExp(`^${helper}`)))).toBe(true)
      await press('Control+c')
      await opened.page
        .getByRole('status')
        .filter({ hasText: `Copied: ${helper}` })
        .waitFor()
      const [first, second] = (await clipboardText()).split('\n')
      expect(first).toMatch(`${helper}, running, not known whether it is genuine`)
      expect(second).toMatch(/^Process \d+: Too little is known to say\./)
    },
  },
  'save a report': {
    keys: 'Ctrl+S, and a file in the window of the system',
    run: async () => {
      const file = join(folder, 'report.json')
      // The system's own window cannot be steered: it answers with this file.
      await opened.app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      }, file)
      await press('Control+s')
      await opened.page.getByText(`The report was saved: ${file}`).first().waitFor()
      const report = JSON.parse(readFileSync(file, 'utf8')) as {
        processes: { imageName: string; status: string }[]
      }
      expect(report.processes.find(({ imageName }) => imageName === helper)?.status).toBe('running')
      await tabTo(opened.page, opened.page.getByRole('button', { name: 'Dismiss' }))
      await press('Enter')
      await opened.page.getByText('The report was saved').first().waitFor({ state: 'hidden' })
    },
  },
  'pause, and go on': {
    keys: 'Tab to Pause, Enter, Enter',
    run: async () => {
      const { page } = opened
      await tabTo(page, page.getByRole('button', { name: 'Pause' }))
      await press('Enter')
      await page.getByText(/· Paused$/).waitFor()
      expect(await focusOf(page)).toMatchObject({ role: 'button', name: 'Resume' })
      await press('Enter')
      await page.getByText(/· Paused$/).waitFor({ state: 'hidden' })
      expect(await focusOf(page)).toMatchObject({ role: 'button', name: 'Pause' })
    },
  },
  'switch the language': {
    keys: 'Tab to Language, its first letters; Home leads back to English',
    run: async () => {
      const { page } = opened
      await tabTo(page, page.getByRole('combobox', { name: 'Language' }))
      await type('Sv')
      await page.getByRole('button', { name: 'Myter' }).waitFor()
      expect(await focusOf(page)).toMatchObject({ role: 'combobox', name: 'Språk' })
      await press('Home')
      await page.getByRole('button', { name: 'Tips and myths' }).waitFor()
    },
  },
  'open every view': {
    keys: 'Ctrl+1 to Ctrl+6',
    run: async () => {
      const { page } = opened
      const names = [
        ...['iTunes processes', 'What is …?', 'All processes', 'Connections', 'Tips and myths'],
        'Record a connection',
      ]
      const main = page.getByRole('main')
      const shown = [
        main.getByRole('grid').first(),
        main.getByRole('region', { name: 'What is …?' }),
        main.getByRole('region', { name: 'All processes' }),
        main.getByRole('region', { name: 'Connections', exact: true }),
        main.getByRole('region', { name: 'Tips and myths' }),
        main.getByRole('button', { name: 'Start recording' }),
      ]
      for (const [index, name] of names.entries()) {
        await press(`Control+${index + 1}`)
        const entry = page.getByRole('navigation').getByRole('button', { name })
        await expect.poll(() => entry.getAttribute('aria-current')).toBe('page')
        await shown[index]!.waitFor()
        // The next Tab leads into the view, wherever the focus was before.
        await press('Tab')
        expect(await page.getByRole('main').locator(':focus').count()).toBe(1)
      }
    },
  },
  'look up an error number': {
    keys: 'Ctrl+4, Tab to the field, the number',
    run: async () => {
      const { page } = opened
      await press('Control+4')
      await tabTo(page, page.getByRole('textbox', { name: /error/i }))
      await type('3194')
      await page.getByRole('article', { name: /3194/ }).first().waitFor()
      await press('ArrowDown')
      expect(await hasFocus(page.getByRole('article', { name: /3194/ }))).toBe(true)
    },
  },
  'sort all processes, filter them, and choose a column': {
    keys: 'Ctrl+3; Ctrl+F and a name; Tab to a column, Enter; Tab to Columns, Enter, Space',
    run: async () => {
      const { page } = opened
      await press('Control+3')
      await row(/, process \d+/)
        .first()
        .waitFor()
      await press('Control+f')
      expect(await focusOf(page)).toMatchObject({ role: 'searchbox' })
      await type(helper.slice(0, -4))
      await page.getByText(/^1 of [\d,]+ shown/).waitFor()
      await tabTo(page, page.getByRole('button', { name: 'Columns' }))
      await press('Enter')
      await tabTo(page, page.getByRole('checkbox', { name: 'Threads' }))
      await press('Space')
      await press('Escape')
      await page.getByRole('columnheader', { name: 'Threads' }).waitFor()
      expect(await focusOf(page)).toMatchObject({ role: 'button', name: 'Columns' })
      const number = page.getByRole('columnheader', { name: 'PID' })
      await tabTo(page, number.getByRole('button'))
      await press('Enter')
      expect(await number.getAttribute('aria-sort')).toMatch(/ascending|descending/)
      await press('Control+f')
      await press('Escape')
      await page.getByText(/^1 of [\d,]+ shown/).waitFor({ state: 'hidden' })
    },
  },
  'read how to undo what a myth advises': {
    keys: 'Ctrl+5, Tab to it, Enter',
    run: async () => {
      const { page } = opened
      await press('Control+5')
      const undo = page.getByText('How to undo it', { exact: true }).first()
      await undo.waitFor()
      await tabTo(page, undo)
      await press('Enter')
      const copy = page.getByRole('main').getByRole('button', { name: /^Copy/ }).first()
      await copy.waitFor()
      await tabTo(page, copy)
      await press('Enter')
      await expect.poll(clipboardText).not.toBe('')
    },
  },
  'ask what a pasted line of tasklist is about': {
    keys: 'Ctrl+2, Tab, Ctrl+V',
    run: async () => {
      const { page } = opened
      await opened.app.evaluate(({ clipboard }) => {
        void clipboard.writeText('iTunesHelper.exe             9120 Console       1     13,420 K')
      })
      await press('Control+2')
      await page.getByRole('region', { name: 'What is …?' }).waitFor()
      await press('Tab')
      await press('Control+v')
      await page.getByRole('main').getByRole('heading', { name: 'iTunesHelper.exe' }).waitFor()
    },
  },
  'see all keys': {
    keys: 'F1; Esc closes, and the focus is back',
    run: async () => {
      const { page } = opened
      const button = page.getByRole('button', { name: 'Keyboard shortcuts' })
      await tabTo(page, button)
      await press('Enter')
      const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
      await dialog.getByRole('rowheader', { name: 'Ctrl+1 … Ctrl+6' }).waitFor()
      expect(await focusOf(page)).toMatchObject({ role: 'button', name: 'Close' })
      // Nothing behind it moves.
      await press('Control+5')
      await press('Escape')
      await dialog.waitFor({ state: 'hidden' })
      expect(await hasFocus(button)).toBe(true)
      const first = page.getByRole('navigation').getByRole('button', { name: 'iTunes processes' })
      expect(await first.getAttribute('aria-current')).toBe('page')
      await press('F1')
      await dialog.waitFor()
      await press('F1')
      await dialog.waitFor({ state: 'hidden' })
      expect(await hasFocus(button)).toBe(true)
    },
  },
}

describe('the keyboard alone is enough to', () => {
  test.each(Object.entries(tasks).map(([name, { keys }]) => [name, keys] as const))(
    '%s: %s',
    async (name) => {
      await tasks[name]!.run()
    },
  )
})

describe('the focus', () => {
  test('goes through the start page as it is read, and can always be seen', async () => {
    const { page } = opened
    const seen: string[] = []
    for (;;) {
      await press('Tab')
      const { role, name } = await focusOf(page)
      if (role === 'body' || (seen.length > 5 && role === 'searchbox')) break
      seen.push(`${role} ${name}`)
      expect({ stop: seen.at(-1), ...(await focusSight(page)) }).toEqual({
        stop: seen.at(-1),
        isMarked: true,
        isInSight: true,
      })
      expect(seen.length).toBeLessThan(100)
    }
    expect(seen).toEqual([
      'searchbox Search by name or by what a process does',
      'button Refresh',
      'button Save report',
      'button Pause',
      'button Keyboard shortcuts',
      'combobox Language',
      'button iTunes processes',
      'button What is …?',
      'button All processes',
      'button Connections',
      'button Tips and myths',
      'button Record a connection',
      // The whole list is one stop: the arrow keys walk through it.
      'row AppleMobileBackup.exe, not running: reason not known',
      `button ${support}`,
      `button ${earlier}`,
      'button Computerworld: the end of QuickTime for Windows (April 2016)',
      'button Apple Support HT201999, earlier editions',
      // In the details, below each fact.
      'button tutorial.info: how to manage backups in the Apple Devices app',
      `button ${support}`,
      `button ${earlier}`,
      `button ${support}`,
      ...Array.from({ length: 4 }, () => `button ${files}`),
    ])
  })

  test('is never under the head of the list of all processes', async () => {
    const { page } = opened
    await press('Control+3')
    await row(/, process \d+/)
      .first()
      .waitFor()
    await tabTo(page, page.getByRole('grid'))
    const header = await page.getByRole('columnheader').first().boundingBox()
    for (const key of ['End', 'PageUp', 'PageUp', 'ArrowUp', 'ArrowUp', 'Home', 'ArrowDown']) {
      await press(key)
      const box = await page.getByRole('row', { selected: true }).boundingBox()
      expect(box!.y).toBeGreaterThanOrEqual(header!.y + header!.height - 1)
    }
  })
})

test('nothing of all that wrote an error into the console', () => {
  expect(opened.consoleErrors).toEqual([])
})
