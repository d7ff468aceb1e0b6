/** Can everything be done without a mouse? Each task of the table below, with keys alone, in the real window. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { goTo, keyOfView, openApp, type OpenedApp } from './open-app.ts'
import { viewIds } from '../../shared/model/window-choices.ts'
import { focusOf, focusSight, hasFocus, tabTo } from './keyboard.ts'
import { makeSleepingPrograms, type SleepingPrograms } from './sleeping-programs.ts'

const helper = 'MDCrashReportTool.exe'

let opened: OpenedApp
let programs: SleepingPrograms
let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keyboard-'))
  programs = makeSleepingPrograms()
  await programs.start(helper)
  opened = await openApp()
  await row(new RegExp(`^${helper}, process`))
    .first()
    .waitFor()
})
afterAll(async () => {
  await opened.close()
  await programs.endAll()
  rmSync(folder, { recursive: true })
})
/** Each task begins where the window opens. */
beforeEach(async () => {
  await opened.page.reload()
  await goTo(opened.page, 'processes')
  await row(new RegExp(`^${helper}, process`))
    .first()
    .waitFor()
  await opened.page.getByRole('searchbox').waitFor()
})

const row = (name: string | RegExp) => opened.page.getByRole('row', { name })
const grid = () => opened.page.getByRole('grid', { name: 'Processes' })
/** The row that the arrow keys are at, as a screen reader is told. */
const chosenRow = () => opened.page.getByRole('row', { selected: true })
const isChosenInSight = async () => {
  const [box, around, head] = await Promise.all([
    chosenRow().boundingBox(),
    grid().boundingBox(),
    opened.page.getByRole('columnheader').first().boundingBox(),
  ])
  if (box === null || around === null || head === null) return false
  const isBelowHead = box.y >= head.y + head.height - 1
  return isBelowHead && box.y + box.height <= around.y + around.height
}
const chosenName = async () => (await chosenRow().getAttribute('aria-label')) ?? ''
/** Of the list in sight: the other one keeps its own. */
const filter = () => opened.page.locator('main [type="search"]:visible')
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
      await type('mDNSResponder')
      await opened.page
        .getByRole('option', { name: /mDNSResponder\.exe/ })
        .first()
        .waitFor()
      await press('Enter')
      const details = opened.page.getByRole('article', { name: 'About mDNSResponder.exe' })
      await details.getByRole('heading', { name: 'What it does' }).waitFor()
      await expect
        .poll(() => focusOf(opened.page))
        .toMatchObject({ role: 'heading', name: 'Bonjour' })
      await press('Escape')
      await expect.poll(() => hasFocus(grid())).toBe(true)
      expect(await chosenName()).toMatch(/^mDNSResponder\.exe/)
      await expect.poll(isChosenInSight).toBe(true)
    },
  },
  'ask about a name that is none of them, and go on to the whole list': {
    keys: 'Ctrl+F, the name, Tab to the list of all processes, Enter',
    run: async () => {
      const { page } = opened
      await press('Control+f')
      await type('no-such-program.exe')
      await page.getByText('no-such-program.exe is not in our catalogue').first().waitFor()
      await tabTo(page, page.getByRole('button', { name: 'Look in the whole list of processes' }))
      await press('Enter')
      await page.getByRole('grid', { name: 'Processes' }).waitFor()
    },
  },
  'copy a verdict': {
    keys: 'Tab to the filter, a name, Tab to the list, Ctrl+C',
    run: async () => {
      await opened.app.evaluate(({ clipboard }) => {
        clipboard.clear()
      })
      await tabTo(opened.page, filter())
      await type(helper)
      await tabTo(opened.page, grid())
      await expect.poll(chosenName).toMatch(new RegExp(`^${helper}, process \\d+, not known`))
      await press('Control+c')
      await opened.page
        .getByRole('status')
        .filter({ hasText: `Copied: ${helper}` })
        .waitFor()
      const cells = (await clipboardText()).split('\t')
      expect(cells).toEqual(expect.arrayContaining([helper, expect.stringMatching(/^\d+$/)]))
      expect(cells).toContain('Not known')
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
  'see what is taken out of a report, decide otherwise, and save it': {
    keys: 'Ctrl+6, Tab to the preview, to the switch, to Save, Enter',
    run: async () => {
      const { page } = opened
      const file = join(folder, 'whole.json')
      await opened.app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      }, file)
      await goTo(page, 'reports')
      const card = page.locator('[aria-labelledby="reports-save"]')
      const preview = card.getByRole('button', { expanded: false })
      await tabTo(page, preview)
      const { name } = await focusOf(page)
      await press('Enter')
      const text = card.locator('pre')
      await text.waitFor()
      expect(await focusOf(page)).toMatchObject({ role: 'button', name })
      await press('Tab')
      expect(await hasFocus(text)).toBe(true)
      expect(await focusSight(page)).toMatchObject({ isMarked: true })
      const redaction = card.getByRole('switch')
      for (let back = 0; !(await hasFocus(redaction)); back += 1) {
        expect(back).toBeLessThan(10)
        await press('Shift+Tab')
      }
      expect(await focusSight(page)).toEqual({ isMarked: true, isInSight: true })
      await press('Space')
      expect(await redaction.isChecked()).toBe(false)
      await tabTo(page, card.getByRole('button', { name: 'Save report' }))
      await press('Enter')
      await page.getByText(`The report was saved: ${file}`).first().waitFor()
      expect(await focusOf(page)).toMatchObject({ role: 'button', name: 'Save report' })
      expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty('processes')
      // A notice that is dismissed leaves the focus around it.
      await tabTo(page, page.getByRole('button', { name: 'Dismiss' }))
      await press('Enter')
      await page.getByText('The report was saved').first().waitFor({ state: 'hidden' })
      await expect.poll(async () => (await focusOf(page)).role).not.toBe('body')
    },
  },
  'look at the Properties of a process that ends meanwhile': {
    keys: 'Tab to the list, Alt+Enter; Esc closes',
    run: async () => {
      const { page } = opened
      const pid = await programs.start('AppleMobileBackup.exe')
      await row(/^AppleMobileBackup\.exe, process/).waitFor()
      await tabTo(page, grid())
      await press('Home')
      for (let down = 0; !(await chosenName()).startsWith('AppleMobileBackup'); down += 1) {
        expect(down).toBeLessThan(100)
        await press('ArrowDown')
      }
      await press('Alt+Enter')
      const dialog = page.getByRole('dialog')
      await dialog.getByText(String(pid)).first().waitFor()
      const { role, name } = await focusOf(page)
      await programs.end(pid)
      await dialog.getByRole('status').filter({ hasText: 'has ended' }).waitFor()
      // What was known stays, and so does the focus.
      expect(await dialog.getByRole('tab').count()).toBe(4)
      expect(await focusOf(page)).toMatchObject({ role, name })
      for (let at = 0; at < 4; at += 1) await press('ArrowRight')
      expect(await focusOf(page)).toMatchObject({ role, name })
      await press('Escape')
      await dialog.waitFor({ state: 'detached' })
      await expect.poll(() => hasFocus(grid())).toBe(true)
    },
  },
  'pause, and go on': {
    keys: 'Tab to the source, Enter, arrows to Pause, Enter; the same for Resume',
    run: async () => {
      const { page } = opened
      const source = page.getByRole('button', { name: /^This PC/ })
      for (const item of ['Pause', 'Resume']) {
        await tabTo(page, source)
        await press('Enter')
        await page.getByRole('menuitem', { name: item }).waitFor()
        await press('End')
        expect(await focusOf(page)).toMatchObject({ role: 'menuitem', name: item })
        await press('Enter')
        await page.getByText(/^Paused/).waitFor({ state: item === 'Pause' ? 'visible' : 'hidden' })
        expect(await hasFocus(source)).toBe(true)
      }
    },
  },
  'switch the language': {
    keys: 'Ctrl+8, Tab to Language, its first letters; Home leads back to English',
    run: async () => {
      const { page } = opened
      await goTo(page, 'settings')
      await tabTo(page, page.getByRole('combobox', { name: 'Language' }))
      await type('Sv')
      await page.getByRole('button', { name: 'Anslutningar' }).waitFor()
      expect(await focusOf(page)).toMatchObject({ role: 'combobox', name: /^Språk/ })
      await press('Home')
      await page.getByRole('button', { name: 'Connections' }).waitFor()
    },
  },
  'make everything larger, and smaller again': {
    keys: 'Ctrl+Plus, Ctrl+Minus, Ctrl+0',
    run: async () => {
      const ratio = () => opened.page.evaluate(() => window.devicePixelRatio)
      const usual = await ratio()
      await press('Control+=')
      await expect.poll(ratio).toBeGreaterThan(usual)
      await press('Control+-')
      await press('Control+-')
      await expect.poll(ratio).toBeLessThan(usual)
      await press('Control+0')
      await expect.poll(ratio).toBe(usual)
    },
  },
  'copy the summary, and open the doors of the overview': {
    keys: 'Ctrl+1, Tab to each, Enter',
    run: async () => {
      const { page } = opened
      await goTo(page, 'overview')
      await tabTo(page, page.getByRole('button', { name: 'Copy summary' }))
      await press('Enter')
      await page.getByText('Copied: the summary').first().waitFor()
      // The short form: the verdict stands first.
      expect(await clipboardText()).toContain('Nothing needs attention')
      await tabTo(page, page.getByRole('button', { name: /^I am helping somebody/ }))
      await press('Enter')
      await page.getByRole('heading', { level: 1, name: 'Reports' }).waitFor()
    },
  },
  'open every view': {
    keys: 'Ctrl+1 to Ctrl+8',
    run: async () => {
      const { page } = opened
      for (const view of viewIds) {
        await press(keyOfView(view))
        const entry = page.locator('nav [aria-current="page"]')
        await expect.poll(() => entry.getAttribute('aria-keyshortcuts')).toBe(keyOfView(view))
        const shown = page.locator(`.view[data-view="${view}"]`)
        await shown.locator('h1').waitFor()
        // The next Tab leads into the view, wherever the focus was before.
        if ((await shown.locator('button, input, select, summary').count()) === 0) continue
        await press('Tab')
        expect(await page.getByRole('main').locator(':focus').count()).toBe(1)
      }
    },
  },
  'look up an error number': {
    keys: 'Ctrl+F, the number, Enter to its meaning',
    run: async () => {
      const { page } = opened
      await press('Control+f')
      await type('3194')
      await page.getByRole('article', { name: /3194/ }).first().waitFor()
      await press('Enter')
      expect(await hasFocus(page.getByRole('article', { name: /3194/ }))).toBe(true)
    },
  },
  'sort all processes, filter them, and choose a column': {
    keys: 'Tab to Whole PC, Enter; Tab to the filter and a name; Tab to a column, Enter; Tab to Columns, Enter, Space',
    run: async () => {
      const { page } = opened
      await tabTo(page, page.getByRole('button', { name: /^Whole PC/ }))
      await press('Enter')
      await row(/, process \d+/)
        .first()
        .waitFor()
      await tabTo(page, filter())
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
      await tabTo(page, filter())
      await press('Escape')
      await page.getByText(/^1 of [\d,]+ shown/).waitFor({ state: 'hidden' })
    },
  },
  'read how to undo what a myth advises': {
    keys: 'Ctrl+7, Tab to it, Enter',
    run: async () => {
      const { page } = opened
      await goTo(page, 'help')
      const undo = page.locator('summary', { hasText: 'How to undo it' }).first()
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
    keys: 'Ctrl+F, Ctrl+V',
    run: async () => {
      const { page } = opened
      await opened.app.evaluate(({ clipboard }) => {
        void clipboard.writeText('iTunesHelper.exe             9120 Console       1     13,420 K')
      })
      await press('Control+f')
      await press('Control+v')
      await page.getByRole('article', { name: 'About iTunesHelper.exe' }).waitFor()
    },
  },
  'read the verdict of each pasted line': {
    keys: 'Ctrl+F, Ctrl+V',
    run: async () => {
      const { page } = opened
      await opened.app.evaluate(({ clipboard }) => {
        void clipboard.writeText('mDNSResponder.exe  4388\r\niTunesHeIper.exe  6666\r\n')
      })
      await press('Control+f')
      await press('Control+v')
      await page.getByRole('heading', { name: 'Look-alikes in these 2 lines: 1' }).waitFor()
      await press('Escape')
      await press('Escape')
    },
  },
  'see all keys': {
    keys: 'F1; Esc closes, and the focus is back',
    run: async () => {
      const { page } = opened
      const before = filter()
      await tabTo(page, before)
      await press('F1')
      const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
      await dialog.getByRole('rowheader', { name: 'Ctrl+1 … Ctrl+8' }).waitFor()
      expect(await focusOf(page)).toMatchObject({ role: 'button', name: 'Close' })
      // Nothing behind it moves.
      await press('Control+5')
      await press('Escape')
      await dialog.waitFor({ state: 'hidden' })
      expect(await hasFocus(before)).toBe(true)
      const entry = page.locator('nav [aria-current="page"]')
      expect(await entry.getAttribute('aria-keyshortcuts')).toBe(keyOfView('processes'))
      await press('F1')
      await dialog.waitFor()
      await press('F1')
      await dialog.waitFor({ state: 'hidden' })
      expect(await hasFocus(before)).toBe(true)
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
    await goTo(page, 'overview')
    await page.reload()
    await page.getByRole('button', { name: 'Copy summary' }).waitFor()
    const seen: string[] = []
    for (;;) {
      await press('Tab')
      const { role, name } = await focusOf(page)
      if (role === 'body' || (seen.length > 5 && role === 'combobox')) break
      seen.push(`${role} ${name}`)
      expect({ stop: seen.at(-1), ...(await focusSight(page)) }).toEqual({
        stop: seen.at(-1),
        isMarked: true,
        isInSight: true,
      })
      expect(seen.length).toBeLessThan(100)
    }
    expect(seen.slice(0, 12)).toEqual([
      'combobox Search',
      expect.stringMatching(/^button This PC/),
      'button Overview',
      'button Fix a problem',
      // With the number of findings, which is up to what else runs here.
      expect.stringMatching(/^button Processes(\d|$)/),
      'button Services & startup',
      'button Connections',
      'button Reports',
      'button Help and tips',
      'button Settings',
      'button Copy summary',
      'button Save report',
    ])
    expect(seen.length).toBeGreaterThan(16)
  })

  test('is never under the head of the list of all processes', async () => {
    const { page } = opened
    await tabTo(page, page.getByRole('button', { name: /^Whole PC/ }))
    await press('Enter')
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
