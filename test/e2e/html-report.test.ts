import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type axe from 'axe-core'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { toHtml } from '../../shared/report/html/to-html.ts'
import type { Report } from '../../shared/report/schema/report-schema.ts'
import { wordsIn } from '../../shared/text/texts.ts'
import { reportOf, withForeignTexts } from '../fixtures/rich-report.ts'
import { definedEnv } from './open-app.ts'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)
const rich = await reportOf()
const folder = mkdtempSync(join(tmpdir(), 'html-report-'))
let app: ElectronApplication
let page: Page
/** Policy violations among them: each is an error on the console. */
const complaints: string[] = []
const requested: string[] = []

beforeAll(async () => {
  app = await _electron.launch({
    executablePath: process.env['INSPECTOR_ELECTRON']!,
    args: [
      join(import.meta.dirname, 'html-report'),
      `--user-data-dir=${join(folder, 'profile')}`,
      ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
    ],
    // Electron's own word to developers about the empty page of the start may come late.
    env: { ...definedEnv(), ELECTRON_DISABLE_SECURITY_WARNINGS: '1' },
  })
  page = await app.firstWindow()
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => requested.push(request.url()))
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

async function show(report: Report, language: 'en' | 'sv' = 'en') {
  const file = join(folder, 'report.html')
  writeFileSync(file, toHtml(report, readCatalogue(), wordsIn(language)))
  await page.goto(pathToFileURL(file).href)
  return pathToFileURL(file).href
}

const isTooWide = () =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)

describe('a report as a page, in a real browser engine', () => {
  test('admits its own style, asks for nothing else, and breaks none of its own rules', async () => {
    requested.length = 0
    complaints.length = 0
    const address = await show(rich)
    expect(requested).toEqual([address])
    expect(complaints).toEqual([])
    expect(await page.evaluate(() => getComputedStyle(document.body).maxWidth)).toBe('960px')
  })

  test('lets in no other style and no script, even if one got into the file', async () => {
    await show(rich)
    const added = await page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        '<p id="bad" style="color: red">x</p><style>p { color: red }</style><img src="x" onerror="document.title = \'bad\'">',
      )
      return getComputedStyle(document.getElementById('bad')!).color
    })
    expect(added).not.toBe('rgb(255, 0, 0)')
    await page.waitForTimeout(200)
    expect(await page.title()).not.toBe('bad')
  })

  test.each([
    ['light', 1000],
    ['dark', 1000],
    ['light', 320],
  ] as const)('axe finds nothing in it, %s, %i wide', async (colorScheme, width) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    await show(rich)
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true
    })
    await page.evaluate(axeSource)
    const { violations } = await page.evaluate(() => {
      const { axe: inPage } = globalThis as unknown as { axe: typeof axe }
      return inPage.run(document, { resultTypes: ['violations'] })
    })
    expect(
      violations.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target) })),
    ).toEqual([])
    expect(await isTooWide()).toBe(false)
  })

  test('paths and names without a blank fit into 320 points, and into 200 % zoom', async () => {
    await page.setViewportSize({ width: 320, height: 900 })
    await show(withForeignTexts(rich, (index) => `${'W'.repeat(350)}${index}`))
    expect(await isTooWide()).toBe(false)
  })

  test.each(['light', 'dark'] as const)(
    'prints on at most 12 pages, as it is folded, %s',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme })
      await show(rich)
      const pdf = await app.evaluate(async ({ BrowserWindow }) => {
        const bytes = await BrowserWindow.getAllWindows()[0]!.webContents.printToPDF({})
        return bytes.toString('latin1')
      })
      const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0
      expect(pages).toBeGreaterThan(0)
      expect(pages).toBeLessThanOrEqual(12)
    },
  )

  test('its first stop for the keyboard leads past the list of contents', async () => {
    await page.setViewportSize({ width: 1000, height: 900 })
    await show(rich)
    await page.keyboard.press('Tab')
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    expect(await focused()).toBe('Skip to the report')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  })

  test('hostile texts change nothing but texts', async () => {
    const skeleton = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('*')].map((element) =>
          [
            element.tagName,
            ...[...element.attributes].map(({ name, value }) => `${name}=${value}`),
          ].join(' '),
        ),
      )
    await show(withForeignTexts(rich, (index) => `x${index}`))
    const harmless = await skeleton()
    complaints.length = 0
    requested.length = 0
    for (const text of [
      '<script>document.title = 1</script>',
      '"><img src=x onerror=alert(1)>',
      "'><svg/onload=alert(1)>",
      '</style></title></textarea></dl></main><h1>',
      '<!--',
      '--!><base href=//x><meta http-equiv=refresh content=0>',
      '<plaintext>',
      '\u0000\u001b\u202e\ud83d\r\n',
    ]) {
      const address = await show(withForeignTexts(rich, (index) => `${text}${index}`))
      expect(await skeleton()).toEqual(harmless)
      expect(requested.splice(0)).toEqual([address])
    }
    expect(complaints).toEqual([])
  })
})
