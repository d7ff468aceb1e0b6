/**
 * A stick that is full while the window is open: does it say of what was not saved that it was not, are the older files
 * whole, and does everything save again when there is room?
 */
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chooseLanguage, goTo, openApp, type OpenedApp } from './open-app.ts'

// A drive of a size of our own is for the system's administrator to make.
if (process.platform === 'linux' && process.getuid?.() === 0) {
  let folder = ''
  let stick = ''
  let opened: OpenedApp
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'full-disk-'))
    stick = join(folder, 'stick')
    mkdirSync(stick)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', stick])
  })
  afterEach(async () => {
    await opened.close().catch(() => {})
    execFileSync('umount', ['--lazy', stick])
    rmSync(folder, { recursive: true, force: true })
  })

  const filler = () => join(stick, 'music.mp3')
  const fill = () => {
    expect(() => writeFileSync(filler(), Buffer.alloc(2_000_000))).toThrow('ENOSPC')
  }
  const settings = () =>
    JSON.parse(
      readFileSync(join(stick, 'Process Inspector settings', 'settings.json'), 'utf8'),
    ) as { readonly language?: string }

  test('what cannot be saved is said, the older files stay whole, and all saves again when there is room', async () => {
    const file = join(stick, 'report.json')
    opened = await openApp({
      userData: join(folder, 'profile'),
      env: { PORTABLE_EXECUTABLE_DIR: stick },
    })
    const { app, page } = opened
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    const said = (words: RegExp) => page.getByText(words).first().waitFor()
    await page.getByRole('row', { name: /^iTunesHelper\.exe/ }).waitFor()
    await page.keyboard.press('Control+s')
    await said(/^The report was saved/)
    await chooseLanguage(page, 'Français')
    await expect.poll(() => settings().language).toBe('fr')
    const older = readFileSync(file, 'utf8')

    fill()
    await chooseLanguage(page, 'English')
    await said(/^Language: English\. The choice could not be saved/)
    await page.keyboard.press('Control+s')
    await said(/report\.json could not be saved: no space left on the drive\. Choose another/)
    expect(settings().language).toBe('fr')
    expect(readFileSync(file, 'utf8')).toBe(older)
    expect(readdirSync(stick).sort()).toEqual([
      ...['Process Inspector settings', 'music.mp3', 'report.json'],
    ])
    // It works on meanwhile.
    await goTo(page, 'processes')
    await page.getByRole('row', { name: /^iTunesHelper\.exe/ }).waitFor()
    await opened.keepPicture('full-disk')

    rmSync(filler())
    // Two reports of one look are the same.
    rmSync(file)
    await page.keyboard.press('Control+s')
    await expect.poll(() => existsSync(file)).toBe(true)
    await chooseLanguage(page, 'Deutsch')
    await expect.poll(() => settings().language).toBe('de')
    expect(opened.consoleErrors).toEqual([])
  })
}
