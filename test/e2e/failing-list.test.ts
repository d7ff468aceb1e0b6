/** The helper that lists processes, in every way in which it can fail: does the window say which, and recover by itself? */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { goTo, openApp, showAppleList, type OpenedApp } from './open-app.ts'

let opened: OpenedApp
let tools = ''
afterEach(async () => {
  await opened.close()
  rmSync(tools, { recursive: true })
})

// On Windows the helper lies inside the program: test/windows takes it away from the command line there.
if (process.platform !== 'win32') {
  test('without the helper program the window says why there is no list, and recovers when it is back', async () => {
    tools = mkdtempSync(join(tmpdir(), 'tools-'))
    opened = await openApp({ view: 'overview', env: { PATH: tools } })
    const { page } = opened
    await page.getByText('The helper program that lists processes is missing').first().waitFor()
    const tryAgain = page.getByRole('button', { name: 'Try again' })
    await tryAgain.waitFor()
    await page.getByRole('button', { name: 'Copy details' }).waitFor()
    await opened.keepPicture('error-state')
    // Nothing may look as if it had been seen: no row says "not running".
    await goTo(page, 'processes')
    expect(await page.getByRole('row', { name: /, Not running/ }).count()).toBe(0)
    await goTo(page, 'overview')

    const ps = execFileSync('which', ['ps'], { encoding: 'utf8' }).trim()
    symlinkSync(ps, join(tools, 'ps'))
    await tryAgain.click().catch(() => {
      // The next look by itself may have been faster than the click.
    })
    await page
      .getByText('The helper program that lists processes is missing')
      .waitFor({ state: 'hidden' })
    await goTo(page, 'processes')
    await showAppleList(page)
    await page.getByRole('row', { name: /^iTunesHelper\.exe, Not running/ }).waitFor()
  })

  test('a helper that may not start, talks nonsense or hangs is told as such, one after the other, without one row that is a guess', async () => {
    tools = mkdtempSync(join(tmpdir(), 'tools-'))
    const path = process.env['PATH'] ?? ''
    const ps = join(tools, 'ps')
    const begun = join(tools, 'begun')
    const helper = (lines: string, mode = 0o755) => {
      rmSync(ps, { force: true })
      writeFileSync(ps, `#!/bin/sh\nPATH=${path}\n${lines}\n`)
      chmodSync(ps, mode)
    }
    helper('exit 0', 0o644)
    opened = await openApp({ view: 'overview', env: { PATH: tools } })
    const { page } = opened
    const said = (words: string) => page.getByText(words).first().waitFor()
    const tryAgain = () =>
      page
        .getByRole('button', { name: 'Try again' })
        .click()
        // The next look by itself may have been faster than the click.
        .catch(() => {})
    await said('The helper program that lists processes was not allowed to start')
    helper('head -c 100000 /dev/urandom')
    await tryAgain()
    await said('The process list could not be read')
    helper(`echo $$ >> ${begun}; exec sleep 600`)
    await tryAgain()
    await said('Listing the processes took too long')
    // No second one is started beside one that hangs; and the window is drawn and answers all the while.
    await goTo(page, 'help')
    await page.getByRole('region', { name: 'Tips and myths' }).waitFor()
    await goTo(page, 'processes')
    expect(await page.getByRole('row', { name: /, Not running/ }).count()).toBe(0)
    await goTo(page, 'overview')
    const hanging = () => readFileSync(begun, 'utf8').trim().split('\n')
    // One list of ps-list's are two programs here.
    expect(existsSync(begun) && hanging().length).toBe(2)
    rmSync(ps)
    symlinkSync(execFileSync('which', ['ps'], { encoding: 'utf8' }).trim(), ps)
    for (const pid of hanging()) process.kill(Number(pid), 'SIGKILL')
    await goTo(page, 'processes')
    await showAppleList(page)
    await page.getByRole('row', { name: /^iTunesHelper\.exe, Not running/ }).waitFor()
    expect(opened.consoleErrors).toEqual([])
  })
}
