/**
 * A real helper program that is missing, blocked, damaged, talks nonsense, ends early or never answers: is each said in
 * its own words, and does the next list come when the helper works again?
 */
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listWithPsList } from '../../../electron/processes/list-with-ps-list.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { supportedLanguages } from '../../../shared/text/languages.ts'

const { signal } = new AbortController()

// On Windows ps-list starts a program of its own by its path: test/windows/listing-failure.test.ts.
if (process.platform !== 'win32') {
  const path = process.env['PATH'] ?? ''
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'helper-'))
    vi.stubEnv('PATH', folder)
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  })

  /** Puts a `ps` of this content in the only place where programs are looked for. */
  const helper = (content: string, mode = 0o755) => {
    writeFileSync(join(folder, 'ps'), content)
    chmodSync(join(folder, 'ps'), mode)
  }
  const script = (lines: string) => {
    helper(`#!/bin/sh\nPATH=${path.split(delimiter).join(':')}\n${lines}\n`)
  }
  const list = (deadlineMs = 300_000) => listWithPsList({ signal, deadlineMs })

  async function codeOf(): Promise<string> {
    const answer = await list()
    if (answer.ok) return `${answer.value.processes.length} processes`
    const { code } = answer.failure
    for (const language of supportedLanguages) {
      const { t } = wordsIn(language)
      const said = t(`listingFailure.${code}.title`) + t(`listingFailure.${code}.next`)
      expect(said, language).not.toMatch(/listingFailure|\{\{/)
    }
    return code
  }

  test('one that is missing', async () => {
    expect(await codeOf()).toBe('helper-missing')
  })

  test('one that may not be started', async () => {
    helper('#!/bin/sh\n', 0o644)
    expect(await codeOf()).toBe('helper-blocked')
  })

  test.each([
    ['no program', 'MZ this is no program'],
    ['a program for another processor', '\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x02\0\xff\x7f'],
  ])('one that is %s', async (_what, content) => {
    helper(content)
    expect(['helper-damaged', 'unreadable']).toContain(await codeOf())
  })

  test.each([
    ['nothing', 'exit 0'],
    ['nonsense', 'echo "not a list at all"; echo "%%%% ???? \\\\x00"'],
    ['bytes', 'head -c 100000 /dev/urandom'],
    ['zeros', 'head -c 100000 /dev/zero'],
    ['a list in another order', 'echo "COMM PID"; echo "iTunes.exe 12"'],
    ['half a list and the end of it', 'echo "  PID  PPID"; exit 1'],
    ['a complaint', 'echo "cannot open /proc" >&2; exit 1'],
    ['more than anybody can hold', 'yes "1 1 1 0.0 0.0 x"'],
  ])('one that says %s', async (_what, lines) => {
    script(lines)
    expect(await codeOf()).toBe('unreadable')
  })

  test('one that is ended from outside', async () => {
    script('kill -9 $$')
    expect(await codeOf()).toBe('unreadable')
  })

  test('one that never answers is given up in time, started once, and the list comes when it works again', async () => {
    const pid = join(folder, 'pid')
    script(`echo $$ >> ${pid}; exec sleep 600`)
    expect(await list(200)).toMatchObject({ ok: false, failure: { code: 'timeout' } })
    await vi.waitUntil(() => existsSync(pid), { timeout: 60_000 })
    // One list of ps-list's are two programs here.
    const started = () => readFileSync(pid, 'utf8').trim().split('\n')
    await vi.waitUntil(() => started().length === 2, { timeout: 60_000 })
    expect(await list(200)).toMatchObject({ ok: false, failure: { code: 'timeout' } })
    expect(started()).toHaveLength(2)
    // Where both end in failure, ps-list asks once more.
    script('exit 1')
    for (const each of started()) process.kill(Number(each), 'SIGKILL')
    expect(await codeOf()).toBe('unreadable')
    vi.stubEnv('PATH', path)
    expect(await codeOf()).toMatch(/^\d+ processes$/)
  })
}
