import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
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
}
