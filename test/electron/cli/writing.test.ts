/** Where a report goes: what cannot be written whole is an error, and what lay there is as it was. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writeReport } from '../../../electron/report/write-report.ts'
import { runCli } from '../../fixtures/run-cli.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'writing-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

// Links need rights on Windows; modes and pipes in a folder are not there.
if (process.platform !== 'win32') {
  describe('--output', () => {
    test('follows a link and leaves it a link, also where nothing lies there yet', async () => {
      const target = join(folder, 'target.json')
      const link = join(folder, 'link.json')
      symlinkSync('target.json', link)
      for (const content of ['first', 'second']) {
        expect(await writeReport(link, content)).toEqual({ ok: true, value: null })
        expect(lstatSync(link).isSymbolicLink()).toBe(true)
        expect(readFileSync(target, 'utf8')).toBe(content)
      }
      expect(readdirSync(folder).sort()).toEqual(['link.json', 'target.json'])
    })

    test('keeps the mode of an older file', async () => {
      const file = join(folder, 'mine.json')
      writeFileSync(file, 'older')
      chmodSync(file, 0o600)
      await writeReport(file, 'newer')
      expect([statSync(file).mode & 0o777, readFileSync(file, 'utf8')]).toEqual([0o600, 'newer'])
    })

    test('never replaces a pipe or a device', async () => {
      const pipe = join(folder, 'pipe')
      execFileSync('mkfifo', [pipe])
      for (const file of [pipe, '/dev/null']) {
        const { exitCode, stdout, stderr } = await runCli(['--output', file])
        expect(exitCode).toBe(3)
        expect(stderr).toEqual([expect.stringContaining('is not replaced')])
        expect(stdout).toContain('iTunesHelper.exe')
      }
      expect(lstatSync(pipe).isFIFO()).toBe(true)
    })
  })
}

describe('standard output', () => {
  test('that cannot take all is an error with its reason, for every action', async () => {
    for (const argv of [
      ['--format', 'json'],
      ['--help'],
      ['--version'],
      ['--explain', 'SyncServer'],
    ]) {
      const { exitCode, stderr } = await runCli(argv, undefined, {
        stdout: () => Promise.resolve('ENOSPC'),
      })
      expect([exitCode, stderr]).toEqual([3, [expect.stringMatching(/no space left.*--output/)]])
    }
  })
})
