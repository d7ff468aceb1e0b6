/**
 * Places that may not be written, for real: a folder and a file of somebody else, a drive that is full or write-protected,
 * a screen that takes nothing. Does the built command line say so with the file and the next step, end with 3, and is
 * the older file as it was?
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inProject } from '../../scripts/project.mjs'
import { chooseLanguage, openApp } from './open-app.ts'

const isRoot = process.getuid?.() === 0
/** Nothing is closed to root: there the command line runs as nobody. */
const nobody = isRoot ? { uid: 65_534, gid: 65_534 } : {}

let folder = ''
let program = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'locked-'))
  chmodSync(folder, 0o755)
  program = join(folder, 'cli.cjs')
  copyFileSync(inProject('out/cli.cjs'), program)
})
afterEach(() => {
  for (const name of readdirSync(folder)) {
    if (statSync(join(folder, name)).isDirectory()) chmodSync(join(folder, name), 0o755)
  }
  rmSync(folder, { recursive: true, force: true })
})

type Out = 'pipe' | number

async function run(args: readonly string[], as: object = {}, out: Out = 'pipe') {
  const child = spawn(process.execPath, [program, '--format', 'json', '--lang', 'en', ...args], {
    ...{ cwd: folder, stdio: ['ignore', out, 'pipe'] },
    ...as,
  })
  const ended = once(child, 'exit')
  const [stdout, stderr] = await Promise.all([
    child.stdout === null ? '' : text(child.stdout),
    child.stderr === null ? '' : text(child.stderr),
  ])
  const [exitCode] = (await ended) as [number]
  return { exitCode, stdout, stderr }
}

/** The report comes to the screen instead, and nothing else has changed. */
function expectKept(answer: Awaited<ReturnType<typeof run>>, file: string, why: string) {
  expect(answer.stderr).toBe(
    `The report could not be written to ${file} (${why}). Nothing there was changed; choose another folder. The report follows here instead.\n`,
  )
  expect(answer.exitCode).toBe(3)
  expect(JSON.parse(answer.stdout)).toHaveProperty('processes')
}
const held = 'no permission to write there, or another program is using the file'
const full = 'no space left on the drive'

// Windows knows other locks: test/windows/win32/held-target.test.ts.
if (process.platform === 'linux') {
  describe('the command line', () => {
    test('leaves a folder that is closed to it, and the older report in it', async () => {
      const closed = join(folder, 'closed')
      mkdirSync(closed)
      const file = join(closed, 'report.json')
      writeFileSync(file, 'the older one')
      // May be written itself: no draft can stand beside it, and half a report in its place would be worse.
      chmodSync(file, 0o666)
      chmodSync(closed, 0o555)
      expectKept(await run(['--output', file], nobody), file, held)
      expect(readFileSync(file, 'utf8')).toBe('the older one')
      const other = join(closed, 'new.json')
      expectKept(await run(['--output', other], nobody), other, held)
      expect(readdirSync(closed)).toEqual(['report.json'])
    })

    test('leaves a file that is closed to it in a folder that is open', async () => {
      const open = join(folder, 'open')
      mkdirSync(open)
      const file = join(open, 'report.json')
      writeFileSync(file, 'the older one')
      chmodSync(file, 0o444)
      chmodSync(open, 0o777)
      expectKept(await run(['--output', file], nobody), file, held)
      expect(readFileSync(file, 'utf8')).toBe('the older one')
      expect(readdirSync(open)).toEqual(['report.json'])
      chmodSync(file, 0o666)
      expect((await run(['--output', file], nobody)).stderr).toBe('')
      expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty('processes')
    })

    test('says of a screen that takes nothing that the report is not whole', async () => {
      const screen = openSync('/dev/full', 'w')
      try {
        const { exitCode, stderr } = await run([], {}, screen)
        expect(exitCode).toBe(3)
        expect(stderr).toMatch(
          /^The report could not be written completely \(no space left .*--output\.\n$/,
        )
      } finally {
        closeSync(screen)
      }
    })

    test('takes a reader that has seen enough for no failure, and says nothing', async () => {
      const child = spawn(process.execPath, [program, '--format', 'json'], {
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const ended = once(child, 'exit')
      child.stdout.destroy()
      expect(await text(child.stderr)).toBe('')
      expect([0, 1]).toContain(((await ended) as [number])[0])
    })
  })
}

// A drive of a size of our own is for the system's administrator to make.
if (process.platform === 'linux' && isRoot) {
  describe('a drive', () => {
    let drive = ''
    beforeEach(() => {
      drive = join(folder, 'drive')
      mkdirSync(drive)
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', drive])
    })
    afterEach(() => {
      execFileSync('umount', ['--lazy', drive])
    })
    const protect = () => execFileSync('mount', ['-o', 'remount,ro', drive])

    test('that is full keeps the older report, and no half of the new one', async () => {
      const file = join(drive, 'report.json')
      writeFileSync(file, 'the older one')
      expect(() => {
        writeFileSync(join(drive, 'music.mp3'), Buffer.alloc(1_000_000))
      }).toThrow('ENOSPC')
      expectKept(await run(['--output', file]), file, full)
      expect(readFileSync(file, 'utf8')).toBe('the older one')
      expect(readdirSync(drive).sort()).toEqual(['music.mp3', 'report.json'])
      rmSync(join(drive, 'music.mp3'))
      expect((await run(['--output', file])).stderr).toBe('')
      expect(JSON.parse(readFileSync(file, 'utf8'))).toHaveProperty('processes')
    })

    test('that is write-protected keeps it as well', async () => {
      const file = join(drive, 'report.json')
      writeFileSync(file, 'the older one')
      protect()
      expectKept(await run(['--output', file]), file, held)
      expect(readFileSync(file, 'utf8')).toBe('the older one')
      expect(readdirSync(drive)).toEqual(['report.json'])
    })

    test('that is write-protected is said by the window with the file and the next step', async () => {
      const filePath = join(drive, 'report.html')
      writeFileSync(filePath, 'the older one')
      protect()
      const opened = await openApp({ userData: join(folder, 'profile') })
      try {
        const { app, page } = opened
        await app.evaluate(({ dialog }, chosen) => {
          dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
        }, filePath)
        await page.getByRole('row', { name: /^iTunesHelper\.exe/ }).waitFor()
        await page.keyboard.press('Control+s')
        await page
          .getByText(`${filePath} could not be saved: ${held}. Choose another folder.`)
          .first()
          .waitFor()
        await chooseLanguage(page, 'Svenska')
        await page
          .getByText(/report\.html gick inte att spara: du får inte skriva där/)
          .first()
          .waitFor()
        expect(readFileSync(filePath, 'utf8')).toBe('the older one')
        expect(opened.consoleErrors).toEqual([])
      } finally {
        await opened.close()
      }
    })
  })
}
