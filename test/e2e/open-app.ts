/** Opens the built program in a real Electron, with its own folder for settings, and keeps pictures of it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { viewIds, type ViewId } from '../../shared/model/window-choices.ts'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'

/** Ends what hangs. What is slow on a busy machine is no failure. */
const hangGuardMs = 2 * 60_000

const root = join(import.meta.dirname, '../..')
const pictures = join(root, 'test-results', 'screenshots')

export interface OpenedApp {
  readonly app: ElectronApplication
  readonly page: Page
  /** Everything that the page wrote to its console as an error, policy violations among it. */
  readonly consoleErrors: readonly string[]
  readonly keepPicture: (name: string) => Promise<void>
  /** The same as the window itself sees it: right at any zoom. */
  readonly keepWindowPicture: (name: string) => Promise<void>
  readonly close: () => Promise<void>
}

export interface OpenOptions {
  readonly env?: Readonly<Record<string, string>>
  /** Null: where the program looks for it by itself, as `env` says. */
  readonly userData?: string | null
  readonly colorScheme?: 'light' | 'dark'
  readonly language?: string
  /** The entry to open; a first start shows the overview. */
  readonly view?: ViewId
  /** More switches for Chromium. */
  readonly moreArguments?: readonly string[]
  /** Another copy of the program than the built one. */
  readonly program?: string
}

/** @param userData the folder for settings; null: the program finds it by itself. */
function launchArguments(program: string, userData: string | null): string[] {
  return [
    program,
    ...(userData === null ? [] : [`--user-data-dir=${userData}`]),
    // As root Chromium refuses its own sandbox; the renderer's sandbox option is asserted apart.
    ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
  ]
}

export async function openApp({
  env = {},
  userData,
  colorScheme = 'light',
  language = 'en',
  view = 'processes',
  moreArguments = [],
  program = root,
}: OpenOptions = {}): Promise<OpenedApp> {
  const executablePath = process.env['INSPECTOR_ELECTRON']
  if (executablePath === undefined)
    throw new Error('INSPECTOR_ELECTRON names no Electron: run npm test -- e2e')
  const folder = userData ?? mkdtempSync(join(tmpdir(), 'inspector-'))
  const app = await _electron.launch({
    executablePath,
    args: [...launchArguments(program, userData === null ? null : folder), ...moreArguments],
    env: { ...definedEnv(), LANGUAGE: language, LANG: `${language}_XX.UTF-8`, ...env },
    colorScheme,
    timeout: hangGuardMs,
  })
  app.context().setDefaultTimeout(hangGuardMs)
  const page = await app.firstWindow()
  const consoleErrors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text())
  })
  page.on('pageerror', (error) => {
    consoleErrors.push(error.message)
  })
  if (view !== 'overview') await goTo(page, view)
  if (view === 'processes') await showAppleList(page)
  return {
    app,
    page,
    consoleErrors,
    keepPicture: async (name) => {
      mkdirSync(pictures, { recursive: true })
      await page.screenshot({ path: join(pictures, `${name}.png`) })
    },
    keepWindowPicture: async (name) => {
      const png = await app.evaluate(async ({ BrowserWindow }) => {
        const image = await BrowserWindow.getAllWindows()[0]!.webContents.capturePage()
        return image.toPNG().toString('base64')
      })
      mkdirSync(pictures, { recursive: true })
      writeFileSync(join(pictures, `${name}.png`), Buffer.from(png, 'base64'))
    },
    close: async () => {
      await app.close()
      if (userData === undefined || userData === null)
        rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** By its key, as soon as the window listens. */
export async function goTo(page: Page, view: ViewId): Promise<void> {
  await page.locator('nav').waitFor({ state: 'attached' })
  await page.keyboard.press(keyOfView(view))
  await page.locator(`.view[data-view="${view}"]:not([hidden])`).waitFor()
}

/** All that Apple lists, whether it runs or not; the window remembers the choice. */
export const showAppleList = (page: Page) => showList(page, 1)

/** What runs of Apple's, and what looks like it. */
export const showRunning = (page: Page) => showList(page, 0)

const showList = (page: Page, at: number) =>
  page.locator('.view[data-view="processes"] .segments button').nth(at).click()

export const keyOfView = (view: ViewId): string => `Control+${viewIds.indexOf(view) + 1}`

/** In the settings, and back to where the window was. */
export async function chooseLanguage(page: Page, label: string): Promise<void> {
  await goTo(page, 'settings')
  await page.locator('.view[data-view="settings"] select').selectOption({ label })
}

/** In the menu of the source switcher. */
export async function choose(page: Page, item: string): Promise<void> {
  await page.locator('.switcher').click()
  await page.getByRole('menuitem', { name: item }).click()
}

export function definedEnv(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return Object.fromEntries(entries)
}
