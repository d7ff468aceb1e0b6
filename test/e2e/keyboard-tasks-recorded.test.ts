/**
 * Can everything be done without a mouse, on PCs that are written down? Each task with keys alone, in the real window: after
 * each step it is asked what has the focus, and that it can be seen. What needs real processes is in keyboard-tasks.test.ts.
 */
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { success } from '../../shared/model/result.ts'
import { symptomName } from '../../shared/text/doctor-words.ts'
import { wordsIn } from '../../shared/text/texts.ts'
import type { Scene } from '../shots/scene.ts'
import { scenes } from '../shots/scenes.ts'
import { openStage, resize, show } from '../shots/stage.ts'
import { focusOf, focusSight, hasFocus, tabTo, type Focus } from './keyboard.ts'
import { goTo, type OpenedApp } from './open-app.ts'

const words = wordsIn('en')

let opened: OpenedApp
beforeAll(async () => {
  opened = await openStage()
  await resize(opened, 1240, 800)
})
afterAll(() => opened.close())

const press = (key: string) => opened.page.keyboard.press(key)
const type = (text: string) => opened.page.keyboard.type(text)
const button = (name: string | RegExp) => opened.page.getByRole('button', { name })
const clipboardText = () => opened.app.evaluate(({ clipboard }) => clipboard.readText())

/** What has the focus, by what a screen reader hears, and that it can be seen. */
async function isAt(expected: Readonly<Partial<Record<keyof Focus, string | RegExp>>>) {
  await expect
    .poll(async () => {
      const focus = await focusOf(opened.page)
      return Object.entries(expected).every(([part, wanted]) => {
        const is = focus[part as keyof Focus] ?? ''
        return wanted instanceof RegExp ? wanted.test(is) : is === wanted
      })
        ? expected
        : focus
    })
    .toEqual(expected)
  expect({ ...expected, ...(await focusSight(opened.page)) }).toEqual({
    ...expected,
    isMarked: true,
    isInSight: true,
  })
}

/** By Tab alone, and it can be seen there. */
async function tabInto(wanted: Locator) {
  await tabTo(opened.page, wanted)
  expect([wanted.toString(), await focusSight(opened.page)]).toEqual([
    wanted.toString(),
    { isMarked: true, isInSight: true },
  ])
}

/** The same for the rows of a grid, which keeps the focus itself. */
async function isAtRow(name: RegExp) {
  const row = opened.page.getByRole('row', { selected: true }).filter({ visible: true })
  await expect.poll(() => row.getAttribute('aria-label')).toMatch(name)
  await isAt({ role: /grid/ })
  const [box, around] = await Promise.all([
    row.boundingBox(),
    opened.page.getByRole('grid').or(opened.page.getByRole('treegrid')).first().boundingBox(),
  ])
  expect(box!.y).toBeGreaterThanOrEqual(around!.y)
  expect(box!.y + box!.height).toBeLessThanOrEqual(around!.y + around!.height + 1)
}

/** A scene as it opens: what a mouse did in it is left out. */
async function begin(name: string, answers: Scene['answers'] = {}) {
  const scene = scenes.find((one) => one.name === name)
  if (scene === undefined) throw new Error(`no scene is called ${name}`)
  const { view } = scene
  await show(opened, { name, view, answers: { ...scene.answers, ...answers } }, 'en')
}

/** From now on the main process only notes what it was asked for. */
async function note(channel: string) {
  await opened.app.evaluate(({ ipcMain }, asked) => {
    const noted: unknown[] = []
    Object.assign(globalThis, { noted })
    ipcMain.removeHandler(asked)
    ipcMain.handle(asked, (_event, ...given: readonly unknown[]) => {
      noted.push(...given)
      return '{"ok":true,"value":null}'
    })
  }, channel)
  return () => opened.app.evaluate(() => (globalThis as unknown as { noted: unknown[] }).noted)
}

const symptom = symptomName(words, 'not-recognised')
const service = /^AppleMobileDeviceService\.exe/

const tasks: Readonly<Record<string, () => Promise<void>>> = {
  'walk with the doctor to the cause: open the tool of Windows, copy the command and the ticket, go back':
    async () => {
      await begin('fix-cause')
      const opens = await note('openTool')
      await tabInto(button(symptom))
      await press('Enter')
      await expect.poll(async () => (await focusOf(opened.page)).role).toBe('heading')
      await tabInto(button(/^Open Services/))
      await press('Enter')
      await expect.poll(opens).toEqual(['services'])
      await isAt({ role: 'button', name: /^Open Services/ })
      const command = opened.page.locator('[data-view="fix"] .action button', {
        hasText: words.t('action.label.copy'),
      })
      await tabInto(command)
      await press('Enter')
      await expect.poll(clipboardText).toMatch(/^sc(\.exe)? config "Apple Mobile Device Service"/)
      expect(await hasFocus(command)).toBe(true)
      const copy = opened.page.locator('[aria-labelledby="walk-ticket"] button')
      await tabInto(copy)
      await press('Enter')
      await expect.poll(clipboardText).toContain('Apple Mobile Device Service')
      expect(await hasFocus(copy)).toBe(true)
      await press('Control+2')
      await tabInto(button(words.t('doctor.back')))
      await press('Enter')
      await isAt({ role: 'button', name: new RegExp(`^${symptom}`) })
    },
  'answer a question of the doctor, and take the answer back': async () => {
    await begin('fix-needs-you')
    await tabInto(button(symptom))
    await press('Enter')
    await expect.poll(async () => (await focusOf(opened.page)).role).toBe('heading')
    const answer = opened.page.getByRole('group', { name: words.t('doctor.ask') }).first()
    await tabInto(answer.getByRole('button').first())
    const { name } = await focusOf(opened.page)
    await press('Enter')
    await expect.poll(() => button(name).first().getAttribute('aria-pressed')).toBe('true')
    await isAt({ role: 'button', name })
  },
  'compare a report with this PC': async () => {
    await begin('report-reports', {
      compareReports: success([
        ...([
          { kind: 'version', subject: 'iTunes.exe', path: null, before: '12.12', after: '12.13' },
        ] as const),
      ]),
    })
    await press('Control+o')
    await expect.poll(() => opened.page.locator('.switcher').innerText()).toContain('ANNA-PC')
    await goTo(opened.page, 'reports')
    const sides = opened.page.locator('[aria-labelledby="reports-compare"] select')
    await tabInto(sides.first())
    await tabInto(sides.nth(1))
    await press('Tab')
    await isAt({ role: 'button', name: 'Compare' })
    await press('Enter')
    await opened.page.getByText('1 change').first().waitFor()
    await isAt({ role: 'button', name: 'Compare' })
    await press('Tab')
    await isAt({ role: 'rowgroup', name: /iTunes\.exe/ })
  },
  'open several PCs, filter and group them, open one, and come back': async () => {
    const inspection = scenes.find(({ name }) => name === 'start-good')!.answers[
      'runInspection'
    ] as {
      readonly value: unknown
    }
    await begin('reports-many', {
      openFleetPc: success({ name: 'KIOSK-07', inspection: inspection.value, pcFacts: undefined }),
    })
    const { page } = opened
    await tabInto(button('Open a folder…'))
    await press('Enter')
    const table = page.getByRole('table', { name: 'Several PCs' })
    await table.getByText('KIOSK-07').waitFor()
    await isAt({ role: 'button', name: 'Open a folder…' })
    const bar = page.locator('.fleet-bars button').first()
    await tabInto(bar)
    await press('Enter')
    await expect.poll(() => bar.getAttribute('aria-pressed')).toBe('true')
    await tabInto(page.getByRole('searchbox', { name: /Filter by PC/ }))
    await type('KIOSK')
    await tabInto(table.getByRole('button', { name: 'KIOSK-07' }))
    await press('Enter')
    await page.locator('.view[data-view="overview"]:not([hidden])').waitFor()
    await expect.poll(async () => (await focusOf(page)).role).toBe('main')
    await tabInto(button('Back to this PC'))
    await press('Enter')
    await page.locator('.source-bar').waitFor({ state: 'detached' })
    // The bar has gone with its button: the view has the focus.
    await expect.poll(async () => (await focusOf(page)).role).toBe('main')
    await press('Tab')
    expect(await page.getByRole('main').locator(':focus').count()).toBe(1)
  },
  'look at the Properties of a process, tab by tab': async () => {
    await begin('properties')
    const { page } = opened
    await tabInto(page.getByRole('grid'))
    await press('Home')
    await type('a')
    await isAtRow(service)
    await press('Alt+Enter')
    await page.getByRole('dialog').waitFor()
    await isAt({ role: 'tab', name: /^General/ })
    for (const name of [
      /^Signature/,
      /^Services/,
      /^Parents and children|^Family|^Parent/,
      /^General/,
    ]) {
      await press('ArrowRight')
      await isAt({ role: 'tab', name })
      expect(await page.getByRole('tab', { selected: true }).innerText()).toMatch(name)
    }
    await press('Tab')
    await isAt({ role: 'tabpanel' })
    await tabInto(button('Copy all'))
    await press('Enter')
    await expect.poll(clipboardText).toContain('AppleMobileDeviceService.exe')
    await press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await isAtRow(service)
  },
  'open and close branches of the tree': async () => {
    await begin('all')
    const { page } = opened
    await tabInto(button(/^Whole PC/))
    await press('Enter')
    await isAt({ role: 'button', name: /^Whole PC/ })
    await tabInto(button('As a tree'))
    await press('Enter')
    const tree = page.getByRole('treegrid')
    await tabInto(tree)
    await press('Home')
    const row = page.getByRole('row', { selected: true })
    for (let down = 0; (await row.getAttribute('aria-expanded')) !== 'true'; down += 1) {
      expect(down).toBeLessThan(20)
      await press('ArrowDown')
    }
    const name = new RegExp(`^${(await row.getAttribute('aria-label'))!.split(',')[0]!}`)
    const rows = async () => Number(await tree.getAttribute('aria-rowcount'))
    const whole = await rows()
    await press('ArrowLeft')
    await expect.poll(rows).toBeLessThan(whole)
    await isAtRow(name)
    await press('ArrowRight')
    await expect.poll(rows).toBe(whole)
    await press('ArrowRight')
    await expect.poll(() => row.getAttribute('aria-level')).toBe('2')
    // The child has children itself: it is closed first.
    await press('ArrowLeft')
    await expect.poll(() => row.getAttribute('aria-expanded')).toBe('false')
    await press('ArrowLeft')
    await isAtRow(name)
  },
  'choose columns, and go back to the standard ones': async () => {
    await begin('all')
    const { page } = opened
    await tabInto(button('Columns'))
    await press('Enter')
    await isAt({ role: 'button', name: 'Columns' })
    await tabInto(page.getByRole('checkbox', { name: 'Threads' }))
    await press('Space')
    await page.getByRole('columnheader', { name: 'Threads' }).waitFor()
    await isAt({ role: 'checkbox', name: 'Threads' })
    await tabInto(button(words.t('processes.usualColumns')))
    await press('Enter')
    await page.getByRole('columnheader', { name: 'Threads' }).waitFor({ state: 'detached' })
    await press('Escape')
    await isAt({ role: 'button', name: 'Columns' })
  },
  'use the menu of a row: copy its path, and show all of its publisher': async () => {
    await begin('row-menu')
    const { page } = opened
    await tabInto(page.getByRole('grid'))
    await press('Home')
    await type('a')
    await isAtRow(service)
    await press('Shift+F10')
    await isAt({ role: 'menuitem', name: /^Copy row/ })
    await press('ArrowDown')
    await isAt({ role: 'menuitem', name: /^Copy path/ })
    await press('Enter')
    await isAtRow(service)
    await expect.poll(clipboardText).toMatch(/^C:\\.*AppleMobileDeviceService\.exe$/)
    await press('Shift+F10')
    await page.getByRole('menu').waitFor()
    await press('ArrowUp')
    await isAt({ role: 'menuitem', name: /^Properties/ })
    await press('ArrowUp')
    await isAt({ role: 'menuitem', name: /publisher/ })
    await press('Enter')
    await opened.page
      .getByRole('button', { name: words.t('allProcesses.clear'), exact: true })
      .waitFor()
    await isAtRow(service)
    await tabInto(
      opened.page.getByRole('button', { name: words.t('allProcesses.clear'), exact: true }),
    )
    await press('Enter')
    await isAt({ role: 'searchbox' })
  },
  'read what a service is set up for, and open what Windows has for it': async () => {
    await begin('services')
    const opens = await note('openTool')
    await tabInto(button(/^Open Services/))
    await press('Enter')
    await isAt({ role: 'button', name: /^Open Services/ })
    const details = opened.page
      .locator('[data-view="services"] table button[aria-expanded]')
      .first()
    await tabInto(details)
    await press('Enter')
    await expect.poll(() => details.getAttribute('aria-expanded')).toBe('true')
    await isAt({ role: 'button', name: (await focusOf(opened.page)).name })
    const startup = opened.page.locator('[data-view="services"] section button.link').first()
    await tabInto(startup)
    await press('Enter')
    await expect.poll(opens).toEqual(['services', 'startup-apps'])
    expect(await hasFocus(startup)).toBe(true)
  },
  'start a check of the connections and cancel it': async () => {
    await begin('connections', { checkConnections: null, cancelConnections: success(null) })
    const check = words.t('connectionView.answer.check')
    await tabInto(button(check))
    await press('Enter')
    await isAt({ role: 'button', name: words.t('connectionView.answer.cancel') })
    await press('Enter')
    await isAt({ role: 'button', name: words.t('connectionView.answer.cancelling') })
  },
  'check the connections, and open what failed': async () => {
    await begin('connections-checked')
    await tabInto(button(words.t('connectionView.answer.check')))
    await press('Enter')
    await isAt({ role: 'button', name: words.t('connectionView.answer.checkAgain') })
    const group = opened.page.locator('main button[aria-expanded="false"]').first()
    await tabInto(group)
    const { name } = await focusOf(opened.page)
    await press('Enter')
    await expect
      .poll(() => opened.page.locator('main button[aria-expanded="true"]').count())
      .toBeGreaterThan(0)
    await isAt({ role: 'button', name })
  },
  'go through the results of the search by arrows, and open one': async () => {
    await begin('search-mixed')
    const { page } = opened
    await press('Control+f')
    await isAt({ role: 'combobox', name: 'Search' })
    await type('iPhone')
    const field = page.getByRole('combobox', { name: 'Search' })
    const active = () => field.getAttribute('aria-activedescendant')
    await expect.poll(active).not.toBeNull()
    const first = await active()
    await press('ArrowDown')
    await expect.poll(active).not.toBe(first)
    await isAt({ role: 'combobox', name: 'Search' })
    const option = page.getByRole('option', { selected: true })
    expect(await option.getAttribute('id')).toBe(await active())
    expect((await option.boundingBox())!.height).toBeGreaterThan(20)
    await press('ArrowUp')
    await expect.poll(active).toBe(first)
    await press('Enter')
    await page.locator('.view[data-view="fix"]:not([hidden])').waitFor()
    await expect.poll(async () => (await focusOf(page)).role).toBe('heading')
  },
  'change the source, and come back to this PC': async () => {
    await begin('report-overview')
    const { page } = opened
    const switcher = page.locator('.switcher')
    await press('Control+o')
    await expect.poll(() => switcher.innerText()).toContain('ANNA-PC')
    await tabInto(switcher)
    await press('Enter')
    await isAt({ role: 'menuitemradio', name: /^This PC/ })
    await press('ArrowDown')
    await isAt({ role: 'menuitemradio', name: /^ANNA-PC/ })
    await press('ArrowUp')
    await press('Enter')
    await expect.poll(() => switcher.innerText()).toContain('This PC')
    expect(await hasFocus(switcher)).toBe(true)
    await isAt({ role: 'button', name: /^This PC/ })
  },
  'read a tip and what people wish, and have this PC checked for it': async () => {
    await begin('help')
    const { page } = opened
    const wish = page.locator('[aria-labelledby="help-wishes"] summary').first()
    await tabInto(wish)
    await press('Enter')
    await isAt({ role: 'summary', name: (await wish.innerText()).trim() })
    await press('Tab')
    await isAt({ role: 'button', name: new RegExp(`^${words.t('frame.help.wishes.check')}`) })
    await press('Enter')
    await page.locator('.view[data-view="fix"]:not([hidden])').waitFor()
    await expect.poll(async () => (await focusOf(page)).role).toBe('heading')
  },
  'change the size and the checking by itself in the settings': async () => {
    await begin('settings')
    const { page } = opened
    const ratio = () => page.evaluate(() => window.devicePixelRatio)
    const usual = await ratio()
    await tabInto(button(words.t('frame.settings.larger')))
    await press('Enter')
    await expect.poll(ratio).toBeGreaterThan(usual)
    await isAt({ role: 'button', name: words.t('frame.settings.larger') })
    await press('Control+0')
    await expect.poll(ratio).toBe(usual)
    const live = page.getByRole('switch')
    await tabInto(live)
    await press('Space')
    expect(await live.isChecked()).toBe(false)
    await isAt({ role: 'switch' })
    await press('Space')
    expect(await live.isChecked()).toBe(true)
  },
}

describe('the keyboard alone is enough to', () => {
  test.each(Object.keys(tasks))('%s', async (name) => {
    await tasks[name]!()
  })
})

test('nothing of all that wrote an error into the console', () => {
  expect(opened.consoleErrors).toEqual([])
})
