/** 20 MB of a report in the real window: said to take long, given up at once, and opened in a few times what reading the text alone takes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type workers from 'node:worker_threads'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { largeReport } from '../../scripts/bench/large-report.mjs'
import { richPc } from '../fixtures/rich-pc.ts'
import { runCli } from '../fixtures/run-cli.ts'
import { goTo, openApp, type OpenedApp } from './open-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'large-'))
const file = join(folder, 'large.json')
let opened: OpenedApp
/** What parsing the text and writing it again takes on this machine, as busy as it is. */
let parseMs = 0

beforeAll(async () => {
  const { stdout } = await runCli(['--format', 'json'], richPc())
  const text = JSON.stringify(largeReport(JSON.parse(stdout) as Parameters<typeof largeReport>[0]))
  expect(text.length).toBeGreaterThan(20_000_000)
  writeFileSync(file, text)
  const begun = performance.now()
  JSON.stringify(JSON.parse(text))
  parseMs = performance.now() - begun
  opened = await openApp({ view: 'reports' })
  await opened.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    // Whether its worker hears of a question: one that takes long, on any machine.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- a text from outside is no module that could import
    const { Worker } = process.mainModule!.require('worker_threads') as typeof workers
    const ask = Reflect.get(Worker.prototype, 'postMessage') as (question: unknown) => void
    Object.assign(globalThis, { isHeld: true })
    Worker.prototype.postMessage = function (question: unknown) {
      if (Reflect.get(globalThis, 'isHeld') !== true) ask.call(this, question)
    }
  }, file)
})
afterAll(async () => {
  await opened.close()
  rmSync(folder, { recursive: true })
})

const name = () => opened.page.locator('.switcher-text b').textContent()
const open = () => opened.page.getByRole('button', { name: 'Open…', exact: true }).click()

test('what takes long says so, and given up it leaves the window as it was, in use all the time', async () => {
  const { page } = opened
  await open()
  await page.locator('.opening-note [role="status"]').waitFor()
  await goTo(page, 'processes')
  await page.locator('.opening-note').getByRole('button', { name: 'Cancel' }).click()
  await page.locator('.opening-note').waitFor({ state: 'detached' })
  expect(await name()).toBe('This PC')
  await goTo(page, 'reports')
  expect(await page.locator('.opening-note').count()).toBe(0)
})

test('the next opening shows the report, its programs and all', async () => {
  const { app, page, consoleErrors } = opened
  await app.evaluate(() => {
    Object.assign(globalThis, { isHeld: false })
  })
  const begun = performance.now()
  await open()
  await expect.poll(name).toBe('large.json')
  // A quiet machine takes about five times; this tells a second reading of everything from none.
  expect(performance.now() - begun).toBeLessThan(25 * parseMs + 5_000)
  await goTo(page, 'processes')
  const grid = page.locator('.view[data-view="processes"]').getByRole('grid')
  await expect
    .poll(async () => Number(await grid.getAttribute('aria-rowcount')))
    .toBeGreaterThan(1_900)
  await grid.getByRole('row').nth(3).waitFor()
  expect(consoleErrors).toEqual([])
})

test('given up in the middle of its work it answers with nothing, and opens again after that', async () => {
  const { page } = opened
  const answers = await page.evaluate(async () => {
    interface Bridge {
      readonly reopenReport: (id: string) => Promise<string>
      readonly cancelOpening: () => Promise<unknown>
    }
    const { inspector } = window as unknown as { readonly inspector: Bridge }
    const asked = inspector.reopenReport('report-1')
    await new Promise((resolve) => setTimeout(resolve, 150))
    await inspector.cancelOpening()
    const givenUp = await asked
    return [givenUp.slice(0, 60), (await inspector.reopenReport('report-1')).slice(0, 60)]
  })
  expect(answers[0]).toBe('{"ok":true,"value":null}')
  expect(answers[1]).toContain('"kind":"report","id":"report-1"')
})
