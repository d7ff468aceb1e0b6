/** Do `npm start` and `npm test` notice what is out of date, and what is not the expected package? */
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fingerprint } from '../../scripts/build.mjs'
import { integrityOf } from '../../scripts/machine/fetch-package.mjs'
import { executableIn } from '../../scripts/machine/find-electron.mjs'
import { needsInstall } from '../../scripts/machine/install-packages.mjs'
import { run } from '../../scripts/machine/run.mjs'
import { windowsPath } from '../../scripts/machine/wine.mjs'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'preparing-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('the packages', () => {
  it('are installed when npm has never finished here', () => {
    expect(needsInstall(1000, undefined)).toBe(true)
  })

  it('are installed again when package-lock.json is newer, and only then', () => {
    expect(needsInstall(1000, 999)).toBe(true)
    expect(needsInstall(1000, 1000)).toBe(false)
    expect(needsInstall(1000, 2000)).toBe(false)
  })
})

describe('the build', () => {
  const print = () => fingerprint(folder, ['code', 'settings.json', 'not-there'])
  beforeEach(async () => {
    await mkdir(join(folder, 'code/deep'), { recursive: true })
    await writeFile(join(folder, 'code/deep/a.ts'), 'a')
    await writeFile(join(folder, 'settings.json'), '{}')
    await writeFile(join(folder, 'notes.txt'), 'not a source')
  })

  it('is not repeated while the sources stay as they are', async () => {
    const before = print()
    await writeFile(join(folder, 'notes.txt'), 'changed')
    expect(print()).toBe(before)
  })

  it.each([
    ['a file changes', () => writeFile(join(folder, 'code/deep/a.ts'), 'ab')],
    ['a file is touched', () => utimes(join(folder, 'settings.json'), 1, 1)],
    ['a file is added', () => writeFile(join(folder, 'code/b.ts'), '')],
    ['a file is removed', () => rm(join(folder, 'code/deep/a.ts'))],
    ['a missing file appears', () => writeFile(join(folder, 'not-there'), '')],
  ])('is repeated when %s', async (_what, change) => {
    const before = print()
    await change()
    expect(print()).not.toBe(before)
  })
})

describe('a fetched package', () => {
  it('is known by the same hash that npm gives', async () => {
    const file = join(folder, 'abc')
    await writeFile(file, 'abc')
    // The test vector of FIPS 180-2 for SHA-512.
    expect(await integrityOf(file)).toBe(
      'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==',
    )
  })
})

describe('another program', () => {
  const node = (code: string, more: { readonly timeoutMs?: number } = {}) =>
    run(process.execPath, ['-e', code], { quiet: true, ...more })

  it('gives its exit code and what it wrote on both streams', async () => {
    const outcome = await node('console.log("one"); console.error("two"); process.exitCode = 7')
    expect(outcome.code).toBe(7)
    expect(outcome.output).toContain('one')
    expect(outcome.output).toContain('two')
  })

  it('is ended at its time limit', async () => {
    const outcome = await node('setInterval(() => {}, 1000)', { timeoutMs: 300 })
    expect(outcome).toMatchObject({ code: 1, timedOut: true })
  })

  it('that does not exist is an outcome, not an exception', async () => {
    const outcome = await run(join(folder, 'no-such-program'), [], { quiet: true })
    expect(outcome.code).toBe(1)
    expect(outcome.output).toContain('ENOENT')
  })
})

describe('paths', () => {
  it('to Electron’s program differ by system', () => {
    expect(executableIn('linux')).toBe('electron')
    expect(executableIn('win32')).toBe('electron.exe')
    expect(executableIn('darwin')).toContain('MacOS')
  })

  it('of this machine lie on drive Z for programs under Wine', () => {
    expect(windowsPath('/home/åsa/my project/a.ts')).toBe('Z:\\home\\åsa\\my project\\a.ts')
  })
})
