/**
 * Pipes in the place of everything that the program reads on this system: settings, the window's place, reports that it is
 * given. Whoever opens one waits for ever, and four who wait would be all threads that the window's own files come by.
 */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { lstatSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chooseLanguage, goTo, openApp, showAppleList, type OpenedApp } from './open-app.ts'

let folder = ''
let userData = ''
let opened: OpenedApp
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hanging-'))
  userData = join(folder, 'profile')
  mkdirSync(userData)
})
afterEach(async () => {
  await opened.close().catch(() => {})
  rmSync(folder, { recursive: true, force: true })
})

const pipe = (...parts: readonly string[]) => {
  const file = join(folder, ...parts)
  execFileSync('mkfifo', [file])
  return file
}

// Windows has no such files; there `test/windows/win32/four-threads.test.ts` lets calls sleep.
if (process.platform !== 'win32') {
  test('ten of them: the window opens, lists processes, names what it could not read, and loads all its parts', async () => {
    const settings = pipe('profile', 'settings.json')
    pipe('profile', 'window.json')
    const reports = Array.from({ length: 8 }, (_, index) => pipe(`report-${index}.json`))
    opened = await openApp({ userData, view: 'overview', moreArguments: reports })
    const { page } = opened
    await page.getByText('8 answers could not be read').first().waitFor()
    // Parts of the window that are loaded only now come from the disk, as does the list by a program of its own.
    await goTo(page, 'help')
    await page.getByRole('region', { name: 'Tips and myths' }).waitFor()
    await goTo(page, 'processes')
    await showAppleList(page)
    await page.getByRole('row', { name: /^iTunesHelper\.exe, Not running/ }).waitFor()
    await page.reload()
    await goTo(page, 'processes')
    await showAppleList(page)
    await page.getByRole('row', { name: /^iTunesHelper\.exe, Not running/ }).waitFor()
    // A choice holds; that it cannot be kept is said, and nothing is put in the place of the pipe.
    await chooseLanguage(page, 'Svenska')
    await page
      .getByText(/Valet gick inte att spara/)
      .first()
      .waitFor()
    expect(lstatSync(settings).isFIFO()).toBe(true)
    expect(opened.consoleErrors).toEqual([])
    const ended = once(opened.app.process(), 'exit')
    await opened.close()
    expect(await ended).toEqual([0, null])
  })
}
