/**
 * Many PCs in the real window: how long the main process is held while they are read, beside the same time without
 * reading, and the frames while the list is scrolled. Part of `node scripts/bench/fleet.mjs`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findElectron } from '../machine/find-electron.mjs'
import { inProject, tell } from '../project.mjs'
import { chromiumArguments } from './in-electron.mjs'
import { onOwnDisplay } from '../machine/virtual-display.mjs'

const longFrameMs = 32

/** @typedef {{ blockMs: number, blocks: number, ms: number }} Held */
/** @typedef {{ idle: Held, reading: Held, frames: Record<string, readonly number[]> }} Answer */

/**
 * @template T
 * @param {string} executable
 * @param {(app: import('playwright-core').ElectronApplication, page: import('playwright-core').Page) => Promise<T>} use
 * @returns {Promise<T>} what is done in the reports of a window of its own, when the first picture has left nothing to do
 */
export async function inReports(executable, use) {
  const { _electron } = await import('playwright-core')
  const folder = mkdtempSync(join(tmpdir(), 'bench-many-'))
  const app = await _electron.launch({
    executablePath: executable,
    args: [inProject(), ...chromiumArguments(folder)],
    env: {
      .../** @type {Record<string, string>} */ (process.env),
      LANGUAGE: 'en',
      LANG: 'en_XX.UTF-8',
    },
    timeout: 120_000,
  })
  try {
    app.context().setDefaultTimeout(120_000)
    const page = await app.firstWindow()
    await page.locator('nav').waitFor({ state: 'attached' })
    await page.keyboard.press('Control+6')
    await page.locator('.view[data-view="reports"]:not([hidden])').waitFor()
    await page.waitForTimeout(5_000)
    return await use(app, page)
  } finally {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {import('playwright-core').ElectronApplication} app @param {string} file what the dialog answers */
export const chooseIn = (app, file) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, file)

/** @param {string} executable @param {string} file @returns {Promise<Answer>} */
function run(executable, file) {
  return inReports(executable, async (app, page) => {
    await chooseIn(app, file)
    // Time of this thread alone, where the system tells it: on a busy machine others hold it for longer.
    const begin = () =>
      app.evaluate(() => {
        const require = process.mainModule?.require ?? (() => ({}))
        const { readFileSync } = /** @type {typeof import('node:fs')} */ (require('fs'))
        const isLinux = process.platform === 'linux'
        const spent = () =>
          isLinux
            ? Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ', 1)[0]) / 1e6
            : performance.now()
        const held = { blockMs: 0, blocks: 0, begun: performance.now(), isOn: true }
        Object.assign(globalThis, { held })
        let last = spent()
        const look = () => {
          const now = spent()
          held.blockMs = Math.max(held.blockMs, now - last)
          if (now - last > 50) held.blocks += 1
          last = now
          if (held.isOn) setTimeout(look, 0)
        }
        look()
      })
    const end = () =>
      app.evaluate(() => {
        const { held } =
          /** @type {typeof globalThis & { held: { blockMs: number, blocks: number, begun: number, isOn: boolean } }} */ (
            globalThis
          )
        held.isOn = false
        return { blockMs: held.blockMs, blocks: held.blocks, ms: performance.now() - held.begun }
      })
    /** Tasks of the page's main thread, in its own time. */
    const tasksWhile = async (/** @type {() => Promise<unknown>} */ work) => {
      await app.evaluate(({ contentTracing }) =>
        contentTracing.startRecording({ included_categories: ['toplevel'] }),
      )
      await work()
      const trace = await app.evaluate(({ contentTracing }) => contentTracing.stopRecording())
      /** @type {{ traceEvents: { name: string, ph: string, pid: number, tid: number, dur?: number, tdur?: number, args?: { name?: string } }[] }} */
      const { traceEvents } = JSON.parse(readFileSync(trace, 'utf8'))
      rmSync(trace)
      const threads = new Set(
        traceEvents
          .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
          .map(({ pid, tid }) => `${pid} ${tid}`),
      )
      return traceEvents.flatMap(({ pid, tid, dur, tdur }) =>
        threads.has(`${pid} ${tid}`) && dur !== undefined ? [(tdur ?? dur) / 1000] : [],
      )
    }
    await begin()
    await page.waitForTimeout(4_000)
    const idle = await end()
    await begin()
    await page.getByRole('button', { name: 'Open files…' }).click()
    await page.getByText(/PCs answered/).waitFor()
    await page.locator('.fleet-row[aria-rowindex="2"]').waitFor()
    const reading = await end()
    /** @type {Record<string, readonly number[]>} */
    const frames = {}
    for (const [name, pixels] of /** @type {const} */ ([
      ['slow', 40],
      ['fast', 700],
      ['jumps', 40_000],
    ])) {
      frames[name] = await tasksWhile(() =>
        page.locator('.fleet-scroller').evaluate(async (scroller, step) => {
          const frame = () => new Promise((resolve) => globalThis.requestAnimationFrame(resolve))
          scroller.scrollTop = 0
          for (let count = 0; count < 30; count += 1) await frame()
          for (let count = 0; count < 200; count += 1) {
            scroller.scrollTop += step
            await frame()
          }
        }, pixels),
      )
    }
    return { idle, reading, frames }
  })
}

/** @param {string} file @param {number} rounds */
export async function benchMany(file, rounds = 3) {
  const { executable, version } = await findElectron({ log: tell })
  await onOwnDisplay(async () => {
    for (let round = 0; round < rounds; round += 1) {
      const { idle, reading, frames } = await run(executable, file)
      const long = Object.entries(frames).map(
        ([name, times]) =>
          `${name} ${times.filter((ms) => ms > longFrameMs).length}, longest ${Math.max(...times).toFixed(0)} ms`,
      )
      tell(
        `Electron ${version}: main process held at most ${reading.blockMs.toFixed(0)} ms in ${(reading.ms / 1000).toFixed(1)} s of reading (${reading.blocks} over 50; without reading ${idle.blockMs.toFixed(0)}); long frames of 200: ${long.join('; ')}`,
      )
    }
  })
}

if (process.argv[1] === import.meta.filename) await benchMany(process.argv[2] ?? '')
