/**
 * What does the window look like? Pictures of every view and of the start page's states, made in the real program with
 * recorded inspections, light, dark, in forced colours, at 200 % and in every language (`npm run shots`). Each is held
 * against axe as well. They are kept in docs/shots, to be looked at.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { supportedLanguages } from '../../shared/text/languages.ts'
import { wordsIn } from '../../shared/text/texts.ts'
import { viewIds } from '../../renderer/views/view-ids.ts'
import { openApp, type OpenedApp } from '../e2e/open-app.ts'
import { states } from './states.ts'

const folder = join(import.meta.dirname, '../../docs/shots')
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
interface Axe {
  readonly run: () => Promise<{ violations: { id: string; help: string }[] }>
}

let opened: OpenedApp
beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  opened = await openApp()
  await resize(1280, 800)
})
afterAll(() => opened.close())

const resize = (width: number, height: number) =>
  opened.app.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]!.setContentSize(...size)
    },
    [width, height] as [number, number],
  )
const zoom = (factor: number) =>
  opened.app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]!.webContents.setZoomFactor(wanted)
  }, factor)

async function show(state: keyof typeof states): Promise<void> {
  await opened.app.evaluate(({ ipcMain }, value) => {
    ipcMain.removeHandler('inspection:run')
    ipcMain.handle('inspection:run', () => ({ ok: true, value }))
  }, states[state])
  await opened.page.reload()
  await opened.page.getByRole('row', { name: /^AppleMobileBackup\.exe/ }).waitFor()
}

async function keep(name: string): Promise<void> {
  await opened.page.mouse.move(0, 0)
  await opened.page.waitForTimeout(400)
  const png = await opened.app.evaluate(async ({ BrowserWindow }) => {
    const picture = await BrowserWindow.getAllWindows()[0]!.webContents.capturePage()
    return picture.toPNG().toString('base64')
  })
  writeFileSync(join(folder, `${name}.png`), Buffer.from(png, 'base64'))
}

async function expectAccessible(): Promise<void> {
  await opened.page.evaluate(axe)
  const found = await opened.page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run()
    return violations.map(({ id, help }) => `${id}: ${help}`)
  })
  expect(found).toEqual([])
}

const media = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const

for (const look of ['light', 'dark'] as const) {
  test.each(Object.keys(states) as (keyof typeof states)[])(
    `the start page, %s, ${look}`,
    async (state) => {
      await opened.page.emulateMedia(media[look])
      await show(state)
      const row = state === 'look-closer' ? /^iTunesHelper\.exe/ : /^AppleMobileDeviceService\.exe/
      await opened.page.getByRole('row', { name: row }).first().click()
      await opened.page.evaluate(() =>
        document.querySelector('main')?.querySelector('div > div > div')?.scrollTo(0, 0),
      )
      await keep(`start-${state}-${look}`)
      await expectAccessible()
    },
  )
}

for (const look of ['light', 'dark', 'forced'] as const) {
  test.each(viewIds)(`the view %s, ${look}`, async (view) => {
    await opened.page.emulateMedia(media[look])
    await show('good')
    await opened.page.keyboard.press(`Control+${viewIds.indexOf(view) + 1}`)
    await opened.page.waitForTimeout(800)
    await keep(`${view}-${look}`)
    await expectAccessible()
  })
}

test.each(viewIds)('the view %s at 200 %: nothing runs out sideways', async (view) => {
  await opened.page.emulateMedia(media.light)
  await show('good')
  await zoom(2)
  await opened.page.keyboard.press(`Control+${viewIds.indexOf(view) + 1}`)
  await opened.page.waitForTimeout(800)
  await keep(`${view}-200`)
  const isWide = await opened.page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  await zoom(1)
  expect(isWide).toBe(false)
})

test.each(supportedLanguages)('the start page in %s', async (language) => {
  await opened.page.emulateMedia(media.light)
  await show('look-closer')
  await opened.page.locator('select').selectOption(language)
  await opened.page.getByText(wordsIn(language).t('window.nav.myths')).first().waitFor()
  await keep(`start-${language}`)
  await opened.page.locator('select').selectOption('en')
})
