/**
 * Chromium's own processes, ended from outside while the window is in sight: does it draw and answer on, does nothing
 * leave the PC afterwards, and is it said in words where drawing can no longer be saved? `recovers.test.ts` ends the page's.
 */
import { once } from 'node:events'
import { afterEach, describe, expect, test } from 'vitest'
import { lastEnd } from '../../electron/window/drawing-failure.ts'
import { goTo, openApp, type OpenedApp } from './open-app.ts'

let opened: OpenedApp
afterEach(async () => {
  // The program has ended by itself in one test.
  await opened.close().catch(() => {})
})

const row = () => opened.page.getByRole('row', { name: /^iTunesHelper\.exe/ }).waitFor()

/** The one process of this kind that the program itself has started: its own number, nobody else's. */
const pidOf = (kind: 'GPU' | 'network.mojom.NetworkService') =>
  opened.app.evaluate(
    ({ app }, name) => app.getAppMetrics().find(({ serviceName }) => serviceName === name)?.pid,
    kind,
  )

/** Resolves when another process stands in the place of the one that was ended. */
async function kill(kind: 'GPU' | 'network.mojom.NetworkService'): Promise<void> {
  await expect.poll(() => pidOf(kind)).toBeDefined()
  const pid = (await pidOf(kind))!
  process.kill(pid, 'SIGKILL')
  await expect.poll(async () => [undefined, pid].includes(await pidOf(kind))).toBe(false)
}

/** Something new on the screen: two frames that were drawn after now. */
const drawn = () =>
  opened.page.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve))
      }),
  )

describe('the process that draws', () => {
  test('is started again, and the window goes on as it was', async () => {
    opened = await openApp()
    await row()
    await goTo(opened.page, 'help')
    for (let ends = 0; ends < 2; ends += 1) {
      await kill('GPU')
      await drawn()
    }
    // What was open stays open, and a click is answered.
    await opened.page.getByRole('region', { name: 'Tips and myths' }).waitFor()
    await goTo(opened.page, 'processes')
    await row()
    expect(opened.consoleErrors).toEqual([])
  })

  test('that ends again and again is told in words before the program ends', async () => {
    opened = await openApp({ language: 'sv' })
    await row()
    await opened.app.evaluate(({ dialog }) => {
      dialog.showErrorBox = (title, body) => {
        console.error(`SAID ${title}: ${body}`)
      }
    })
    let said = ''
    const program = opened.app.process()
    program.stderr!.on('data', (text: Buffer) => {
      said += text.toString()
    })
    const ended = once(program, 'exit')
    for (let ends = 1; ends < lastEnd; ends += 1) await kill('GPU')
    process.kill((await pidOf('GPU'))!, 'SIGKILL')
    // Its own exit code: Chromium would have ended it by a signal, without a word.
    expect(await ended).toEqual([1, null])
    expect(said).toMatch(/SAID Fönstret kan inte ritas: .*grafikdrivrutinen/)
  })
})

test('the network process is started again: views, settings and a reload work, and still nothing leaves the PC', async () => {
  opened = await openApp()
  await row()
  await kill('network.mojom.NetworkService')
  await goTo(opened.page, 'connections')
  await goTo(opened.page, 'processes')
  // The page's own files come through that process.
  await opened.page.reload()
  await goTo(opened.page, 'processes')
  await row()
  expect(opened.consoleErrors).toEqual([])
  const answers = await opened.app.evaluate(async ({ session }) => {
    const { defaultSession } = session
    return [
      await defaultSession.resolveProxy('https://www.apple.com/'),
      await defaultSession.fetch('http://127.0.0.1:9/').then(() => 'an answer', String),
    ]
  })
  expect(answers).toEqual(['DIRECT', 'Error: net::ERR_BLOCKED_BY_CLIENT'])
})
