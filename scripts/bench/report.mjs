/**
 * `node scripts/bench/report.mjs`: a report of 20 MB in the real window. How long it takes until its facts stand there, what
 * memory it takes meanwhile, when the note of it comes and how soon it is given up.
 */
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { chooseIn, inReports } from './many.mjs'
import { findElectron } from '../machine/find-electron.mjs'
import { largeReport } from './large-report.mjs'
import { inCache, inProject, tell } from '../project.mjs'
import { onOwnDisplay } from '../machine/virtual-display.mjs'

const rounds = 3

/** @typedef {{ openedMs: number, overMb: number, noteMs: number, cancelledMs: number }} Opening */

function writeReport() {
  const made = execFileSync(
    process.execPath,
    [inProject('out/cli.cjs'), '--report', '--format', 'json'],
    { encoding: 'utf8', maxBuffer: 10_000_000 },
  )
  const file = inCache('bench/large-report.json')
  const text = JSON.stringify(largeReport(JSON.parse(made)))
  writeFileSync(file, text)
  const begun = performance.now()
  JSON.stringify(JSON.parse(text))
  return { file, megabytes: text.length / 1e6, parseMs: performance.now() - begun }
}

/**
 * In the page, from the click to what is seen: nobody else's clock.
 * @param {import('playwright-core').Page} page @param {string} button @param {string} until a selector
 */
const clickUntil = (page, button, until) =>
  page.evaluate(async ([name, selector]) => {
    const { document, performance, requestAnimationFrame } = /** @type {any} */ (globalThis)
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const isSeen = () => document.querySelector(selector) !== null
    const begun = performance.now()
    for (const one of document.querySelectorAll('button')) {
      if (one.checkVisibility() && one.textContent === name) {
        one.click()
        break
      }
    }
    while (!isSeen()) await frame()
    // It is on the screen when the frame after it begins.
    await frame()
    return performance.now() - begun
  }, /** @type {const} */ ([button, until]))

/** @param {string} executable @param {string} file @returns {Promise<Opening>} */
const run = (executable, file) =>
  inReports(executable, async (app, page) => {
    await chooseIn(app, file)
    // A question that its worker gets only later: the note and the way out, with nothing that is quick by luck.
    await app.evaluate(() => {
      const require = /** @type {NodeRequire} */ (process.mainModule?.require)
      const { Worker } = /** @type {typeof import('node:worker_threads')} */ (
        require('worker_threads')
      )
      const { postMessage } = Worker.prototype
      Object.assign(globalThis, { isHeld: true })
      Worker.prototype.postMessage = function (/** @type {unknown} */ question) {
        if (!Reflect.get(globalThis, 'isHeld')) postMessage.call(this, question)
      }
    })
    const noteMs = await clickUntil(page, 'Open…', '.opening-note')
    const cancelledMs = await clickUntil(page, 'Cancel', 'body:not(:has(.opening-note))')
    await app.evaluate(({ app: running }) => {
      const memory = () =>
        running.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0) / 1000
      const before = memory()
      const seen = { overMb: 0 }
      Object.assign(globalThis, { isHeld: false, seen })
      globalThis.setInterval(() => {
        seen.overMb = Math.max(seen.overMb, memory() - before)
      }, 50)
    })
    const openedMs = await clickUntil(page, 'Open…', '.source-bar')
    await page.waitForTimeout(1_000)
    const overMb = await app.evaluate(() => Reflect.get(globalThis, 'seen').overMb)
    return { openedMs, overMb, noteMs, cancelledMs }
  })

const { executable, version } = await findElectron({ log: tell })
const { file, megabytes, parseMs } = writeReport()
await onOwnDisplay(async () => {
  tell(
    `Electron ${version}, ${megabytes.toFixed(1)} MB, parsed and written in ${parseMs.toFixed(0)} ms, load ${loadavg()[0]?.toFixed(1)}`,
  )
  /** @type {Opening[]} */
  const all = []
  for (let round = 0; round < rounds; round += 1) all.push(await run(executable, file))
  console.table(
    all.map((one) =>
      Object.fromEntries(Object.entries(one).map(([key, value]) => [key, Math.round(value)])),
    ),
  )
})
rmSync(file)
