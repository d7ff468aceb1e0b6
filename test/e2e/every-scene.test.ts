/**
 * Is every scene that there are pictures of there for everybody? Each is held against axe, light, dark and in forced
 * colours; no two buttons in it have one name, and links are links. A new scene of `test/shots` is one here by itself.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../shared/text/languages.ts'
import { viewIds } from '../../shared/model/window-choices.ts'
import type { Scene } from '../shots/scene.ts'
import { scenes } from '../shots/scenes.ts'
import { looks, openStage, resize, setLook, show, type Look } from '../shots/stage.ts'
import { axeFindings } from './axe.ts'
import type { OpenedApp } from './open-app.ts'

let opened: OpenedApp
beforeAll(async () => {
  opened = await openStage()
  await resize(opened, 1240, 800)
})
afterAll(() => opened.close())

/** How each entry looks as it opens, in another language: words may be longer, and the names of parts others. */
const entries = viewIds.flatMap((view) => scenes.find((scene) => scene.view === view) ?? [])
const shown: readonly (readonly [Language, Scene])[] = [
  ...scenes.map((scene) => ['en', scene] as const),
  ...entries.map((scene) => ['sv', scene] as const),
]

const ofColours = ['color-contrast', 'link-in-text-block'] as const
const ran = new Set<string>()

/** What a screen reader reads out as a button, and as a link. */
const controlsOf = (page: Page) =>
  page.evaluate(() => {
    const around = document.querySelector('dialog[open]') ?? document.body
    const inSight = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest('[inert], [aria-hidden="true"]') === null
    const nameOf = (element: Element) => {
      const by = (element.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ')
        .trim()
      return by !== '' ? by : (element.getAttribute('aria-label') ?? element.textContent).trim()
    }
    const all = (selector: string) => [...around.querySelectorAll(selector)].filter(inSight)
    const buttons = all('button, summary, [role="button"]').filter(
      (one) => (one.getAttribute('role') ?? 'button') === 'button',
    )
    const links = all('a, [role="link"]')
    return {
      buttons: buttons.map(nameOf),
      links: links.map((one) => [nameOf(one), one.tagName, one.getAttribute('href') ?? '']),
    }
  })

async function expectToldApart(page: Page): Promise<void> {
  const { buttons, links } = await controlsOf(page)
  expect.soft(buttons.filter((name, at) => name === '' || buttons.indexOf(name) !== at)).toEqual([])
  expect.soft(buttons.filter((name) => /https?:/.test(name))).toEqual([])
  const wrong = links.filter(
    ([name, tag, href]) => name === '' || tag !== 'A' || !href!.startsWith('https://'),
  )
  expect.soft(wrong).toEqual([])
}

const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const fold of document.querySelectorAll('details')) fold.open = true
  })

describe.each(shown)('in %s', (language, scene) => {
  test(scene.name, async () => {
    const { page } = opened
    await setLook(opened, 'light')
    await show(opened, scene, language)
    await expectToldApart(page)
    await unfold(page)
    await expectToldApart(page)
    for (const look of Object.keys(looks) as Look[]) {
      await setLook(opened, look)
      // What does not hang on colours is the same in every look.
      const found = await axeFindings(page, ...(look === 'light' ? [] : ofColours))
      expect.soft([look, found]).toEqual([look, []])
      ran.add(`${language} ${scene.name} ${look}`)
    }
  })
})

test('no scene, no look and no entry was left out', () => {
  const wanted = shown.flatMap(([language, { name }]) =>
    Object.keys(looks).map((look) => `${language} ${name} ${look}`),
  )
  expect([...ran].sort()).toEqual([...new Set(wanted)].sort())
  expect(new Set(scenes.map(({ name }) => name)).size).toBe(scenes.length)
  expect(entries.map(({ view }) => view)).toEqual(viewIds)
  const folder = join(import.meta.dirname, '../shots')
  const all = readFileSync(join(folder, 'scenes.ts'), 'utf8')
  for (const file of readdirSync(folder).filter((name) => name.startsWith('scenes-of-'))) {
    expect(all).toContain(`'./${file}'`)
  }
})
