/** The eleven rules that hold for every view, in the real window, on recorded PCs. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packListing } from '../../shared/ipc/pack-listing.ts'
import type { ViewId } from '../../shared/model/window-choices.ts'
import { success } from '../../shared/model/result.ts'
import { findingTitle } from '../../shared/text/finding-title.ts'
import { wordsIn } from '../../shared/text/texts.ts'
import { wholePc } from '../fixtures/whole-pc.ts'
import { scenes } from '../shots/scenes.ts'
import { openStage, resize, show } from '../shots/stage.ts'
import { states } from '../shots/states.ts'
import { goTo, type OpenedApp } from './open-app.ts'

const words = wordsIn('en')
const { t } = words

let opened: OpenedApp
beforeAll(async () => {
  opened = await openStage()
  await resize(opened, 1240, 900)
})
afterAll(() => opened.close())

const views = [
  ...(['overview', 'fix', 'processes', 'services'] as const),
  ...(['connections', 'reports', 'help', 'settings'] as const),
] satisfies readonly ViewId[]

/** The PC of one state, with all that runs on it. */
async function open(state: 'good' | 'look-closer' | 'stopped', view: ViewId = 'overview') {
  const pc = wholePc(states[state])
  const scene = scenes.find(({ name }) => name === 'services')!
  await show(
    opened,
    {
      name: state,
      view,
      answers: {
        ...scene.answers,
        runInspection: success(states[state]),
        listProcesses: success(packListing(pc.second)),
        learnProcesses: success(pc.facts),
      },
    },
    'en',
  )
}

const shownView = (view: ViewId) => opened.page.locator(`.view[data-view="${view}"]:not([hidden])`)

/** Opens the details of the row whose name begins so. */
async function choose(name: RegExp) {
  const { page } = opened
  const row = page.getByRole('row', { name }).filter({ visible: true }).first()
  await row.click()
  const article = page.getByRole('article').filter({ visible: true }).first()
  await article.waitFor()
  return article
}

test('1: verdict, then explanation, then sources, which are folded', async () => {
  await open('good', 'processes')
  const article = await choose(/^AppleMobileDeviceService\.exe/)
  const order = await article.evaluate((element) => {
    const at = (selector: string) => {
      const found = element.querySelector(selector)
      return found === null ? -1 : [...element.querySelectorAll('*')].indexOf(found)
    }
    return [at('.pill'), at('h3'), at('details')]
  })
  expect(order.every((at) => at >= 0)).toBe(true)
  expect([...order].sort((a, b) => a - b)).toEqual(order)
  for (const view of views) {
    await goTo(opened.page, view)
    const open = await shownView(view).locator('details[open].sources').count()
    expect([view, open]).toEqual([view, 0])
  }
})

test('2: each finding has one action, on the finding: what to do', async () => {
  await open('look-closer')
  const also = opened.page.locator('main details.also')
  const count = await also.count()
  expect(count).toBeGreaterThan(1)
  for (let at = 0; at < count; at += 1) {
    await also.nth(at).locator('summary').first().click()
    const actions = also.nth(at).locator('.action')
    expect(await actions.count()).toBe(1)
    expect(await actions.innerText()).toContain(`${t('action.label.next')}:`)
  }
  expect(await opened.page.locator('main .verdict .action').count()).toBe(1)
  await goTo(opened.page, 'services')
  const cards = shownView('services').locator('.finding')
  for (let at = 0; at < (await cards.count()); at += 1) {
    expect(await cards.nth(at).locator('.action').count()).toBe(1)
  }
})

// That what does not run never stands above what runs is held for each column in test/renderer/processes/lists.test.tsx.
test('3: a first start chooses the worst that runs', async () => {
  await open('look-closer', 'processes')
  const view = shownView('processes')
  await view.locator('[role="row"][aria-selected="true"]').first().waitFor()
  const chosen = await view
    .locator('[role="row"][aria-selected="true"]')
    .first()
    .getAttribute('aria-label')
  expect(chosen).toMatch(/^iTunesHe(1|l)per\.exe/)
})

test('4: the count in a headline equals the rows below it', async () => {
  await open('look-closer')
  const { page } = opened
  const running = page.locator('section[aria-labelledby="running"]')
  const rows = await running.locator('tbody tr').count()
  expect(await running.locator('h2 small').innerText()).toBe(t('overview.count', { count: rows }))
  const also = page.locator('section[aria-labelledby="also"]')
  expect(await also.locator('h2 small').innerText()).toBe(String(await also.locator('li').count()))
})

test('5: of what is not genuine there is no "if you turn it off", no tip, and no "leave these on" above', async () => {
  await open('look-closer', 'processes')
  for (const name of [/^iTunesHe1per\.exe/, /^iTunesHelper\.exe/]) {
    const text = await (await choose(name)).innerText()
    for (const key of [
      'processes.stop.title',
      'window.details.ifDisabled',
      'myths.label.betterWay',
    ] as const) {
      expect(text).not.toContain(t(key))
    }
  }
  await goTo(opened.page, 'overview')
  const verdict = await opened.page.locator('main .verdict').innerText()
  expect(verdict).not.toContain(t('window.overview.restGenuine'))
  expect(verdict).not.toContain(t('window.overview.genuineHint', { count: 2 }))
  await opened.page.keyboard.press('Control+f')
  await opened.page.keyboard.insertText('iTunesHelper.exe')
  const answer = opened.page.locator('.search-answer article').first()
  await answer.waitFor()
  expect(await answer.innerText()).not.toContain(t('window.details.ifDisabled'))
  expect(await answer.innerText()).not.toContain(t('myths.label.betterWay'))
  await opened.page.keyboard.press('Escape')
})

test('6: one sign for each level, and red is only what is serious', async () => {
  await open('look-closer')
  for (const view of views) {
    await goTo(opened.page, view)
    // Tips come a moment after the view.
    if (view === 'help') await shownView(view).locator('.pill').first().waitFor()
    const found = await shownView(view).evaluate((element) => {
      const red = getComputedStyle(document.documentElement)
        .getPropertyValue('--colorStatusDangerForeground1')
        .trim()
      const probe = document.createElement('i')
      probe.style.color = red
      document.body.append(probe)
      const shown = getComputedStyle(probe).color
      probe.remove()
      const signs = new Map<string, Set<string>>()
      const wrong: string[] = []
      for (const one of element.querySelectorAll('*')) {
        const { color } = getComputedStyle(one)
        if (color === shown && one.closest('.danger') === null) wrong.push(one.outerHTML)
      }
      for (const pill of element.querySelectorAll('.pill')) {
        const level = ['good', 'info', 'quiet', 'attention', 'danger'].find((name) =>
          pill.classList.contains(name),
        )
        const path = pill.querySelector('svg path')?.getAttribute('d')
        if (level === undefined || path == null) continue
        signs.set(level, (signs.get(level) ?? new Set()).add(path))
      }
      return { wrong, signs: [...signs].map(([level, drawn]) => [level, drawn.size] as const) }
    })
    expect([view, found.wrong.slice(0, 2)]).toEqual([view, []])
    for (const [level, drawn] of found.signs) expect([view, level, drawn]).toEqual([view, level, 1])
  }
})

test('7: danger is the first thing that a screen reader hears, by name', async () => {
  await open('look-closer')
  const [worst] = states['look-closer'].findings.filter(({ severity }) => severity === 'danger')
  const alert = opened.page.getByRole('alert')
  expect(await alert.count()).toBe(1)
  expect(await alert.innerText()).toMatch(new RegExp(`^${t('severity.danger')}: `))
  expect(await alert.innerText()).toContain(findingTitle(words, worst!))
})

test("8: Windows's own words, and evidence no smaller than 14 px", async () => {
  await open('look-closer', 'processes')
  const article = await choose(/^AppleMobileDeviceService\.exe/)
  expect(await article.innerText()).toContain('PID 4312')
  await article.evaluate((element) => {
    for (const fold of element.querySelectorAll('details')) fold.open = true
  })
  const small = await article.evaluate((element) =>
    [...element.querySelectorAll('p, dd, code')]
      .filter((one) => one.closest('.pill, .level') === null && one.textContent.trim() !== '')
      .filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 14)
      .map((one) => one.outerHTML.slice(0, 160)),
  )
  expect(small).toEqual([])
})

describe('9: no tip with title=, and menus where people look for them', () => {
  test('no element of any view has a title', async () => {
    await open('look-closer')
    for (const view of views) {
      await goTo(opened.page, view)
      expect([view, await opened.page.locator('body [title]').count()]).toEqual([view, 0])
    }
  })

  test('a text field has a menu for the mouse, in the language of the window', async () => {
    await open('good')
    await opened.app.evaluate(({ Menu }) => {
      const seen = globalThis as { fieldMenu?: readonly string[] }
      Menu.prototype.popup = function popup(this: Electron.Menu) {
        seen.fieldMenu = this.items.map(({ label }) => label)
      }
    })
    await opened.page.getByRole('combobox', { name: t('frame.search.label') }).click({
      button: 'right',
    })
    await expect
      .poll(() =>
        opened.app.evaluate(() => (globalThis as { fieldMenu?: readonly string[] }).fieldMenu),
      )
      .toContain(t('window.field.paste'))
  })

  test('a row has one, by Shift+F10 too', async () => {
    await open('good', 'processes')
    await choose(/^AppleMobileDeviceService\.exe/)
    await shownView('processes').getByRole('grid').focus()
    await opened.page.keyboard.press('Shift+F10')
    await opened.page.getByRole('menuitem').first().waitFor()
    expect(await opened.page.getByRole('menuitem').count()).toBeGreaterThan(4)
    await opened.page.keyboard.press('Escape')
  })
})

test('10: Ctrl+Plus, Ctrl+Minus and Ctrl+0 zoom; nothing moves when reduced motion is asked for', async () => {
  await open('good')
  const ratio = () => opened.page.evaluate(() => window.devicePixelRatio)
  const usual = await ratio()
  await opened.page.keyboard.press('Control++')
  await expect.poll(ratio).toBeGreaterThan(usual)
  await opened.page.keyboard.press('Control+0')
  await expect.poll(ratio).toBe(usual)
  await opened.page.keyboard.press('Control+-')
  await expect.poll(ratio).toBeLessThan(usual)
  await opened.page.keyboard.press('Control+0')
  await expect.poll(ratio).toBe(usual)
  await opened.page.emulateMedia({ reducedMotion: 'reduce' })
  const moving = await opened.page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((one) => {
        const { transitionDuration, animationDuration } = getComputedStyle(one)
        return `${transitionDuration}, ${animationDuration}`
          .split(', ')
          .some((time) => Number.parseFloat(time) > 0.02)
      })
      .map((one) => one.outerHTML.slice(0, 120)),
  )
  expect(moving).toEqual([])
})

test("11: the program's name stands once in the window", async () => {
  await open('good')
  for (const view of views.filter((one) => one !== 'settings')) {
    await goTo(opened.page, view)
    const count = await opened.page.evaluate(
      (name) => document.body.innerText.split(name).length - 1,
      t('app.name'),
    )
    expect([view, count]).toEqual([view, 1])
  }
})
