/** How is a scene put on the stage? In the real program, whose questions get the scene's answers. */
import { join } from 'node:path'
import type { AskedChannel } from '../../shared/ipc/channels.ts'
import { asText } from '../../shared/ipc/as-text.ts'
import type { Language } from '../../shared/text/languages.ts'
import { openApp, type OpenedApp } from '../e2e/open-app.ts'
import { success } from '../../shared/model/result.ts'
import { keyOf, type Scene } from './scene.ts'
import { states } from './states.ts'
import { wholePcAnswers } from './whole-pc.ts'

export const looks = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const
export type Look = keyof typeof looks

/** Times and letters stand in pictures, so the clock's zone and the fonts are fixed. The program starts as it does for the first time. */
export const openStage = (): Promise<OpenedApp> =>
  openApp({
    env: { TZ: 'UTC', FONTCONFIG_FILE: join(import.meta.dirname, 'fonts.conf') },
    view: 'overview',
  })

export async function resize({ app }: OpenedApp, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]!.setContentSize(...size)
    },
    [width, height] as [number, number],
  )
}

export async function zoom({ app }: OpenedApp, factor: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]!.webContents.setZoomFactor(wanted)
  }, factor)
}

export async function setLook({ page }: OpenedApp, look: Look): Promise<void> {
  await page.emulateMedia({ ...looks[look], reducedMotion: 'reduce' })
}

/** Nothing of the PC that makes the pictures stands in them, and no scene remembers what an earlier one chose. */
const everyScene = {
  ...wholePcAnswers(states.good),
  rememberWindow: success(null),
  rememberList: success(null),
  // Asked at the start, too: no report of an earlier scene is opened.
  openFiles: success(null),
}

/** Shows the scene in the language, in whatever look and zoom the window has. */
export async function show(opened: OpenedApp, scene: Scene, language: Language): Promise<void> {
  const { app, page } = opened
  const answers = Object.entries({ ...everyScene, ...scene.answers }).map(
    ([channel, answer]) =>
      [channel as AskedChannel, answer === null ? null : asText(answer)] as const,
  )
  await app.evaluate(({ ipcMain }, given) => {
    // Kept: Electron answers a promise that nobody holds any more with an error.
    const stage = globalThis as { unanswered?: unknown[] }
    const waitForEver = () => {
      const never = new Promise(() => {})
      ;(stage.unanswered ??= []).push(never)
      return never
    }
    for (const [channel, text] of given) {
      ipcMain.removeHandler(channel)
      ipcMain.handle(channel, () => text ?? waitForEver())
    }
  }, answers)
  await page.reload()
  await page.locator('nav').waitFor({ state: 'attached' })
  await page.keyboard.press(keyOf('settings'))
  const choice = page.locator('main select')
  await choice.waitFor()
  if ((await choice.inputValue()) !== language) await choice.selectOption(language)
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language)
  await page.keyboard.press(keyOf(scene.view))
  // Views and languages are loaded when they are first asked for.
  await page.waitForTimeout(700)
  await scene.prepare?.(page)
  await page.mouse.move(0, 0)
}

/** What the window shows, at one point for each of its pixels. */
export async function takePicture({ app, page }: OpenedApp): Promise<Buffer> {
  // A caret that blinks would be there in every second picture.
  await page.evaluate(() => {
    document.documentElement.style.caretColor = 'transparent'
  })
  // Two frames: one in which the page takes up the change, one in which it is drawn.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  )
  await page.waitForTimeout(150)
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const picture = await BrowserWindow.getAllWindows()[0]!.webContents.capturePage()
    return picture.toPNG().toString('base64')
  })
  return Buffer.from(png, 'base64')
}

export async function runsOutSideways({ page }: OpenedApp): Promise<boolean> {
  return page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
}
