/** Does the watch print whole lines of JSON only, whatever the PC and its reader do? */
import { describe, expect, test } from 'vitest'
import { success } from '../../../shared/model/result.ts'
import { replaceHidden } from '../../../shared/text/visible-text.ts'
import { listed, listing } from '../../fixtures/listed.ts'
import { runCli } from '../../fixtures/run-cli.ts'
import { windowsPc } from '../../fixtures/sources.ts'

/** As a file or a terminal gets it, until so many lines have come. */
async function watched(
  looks: readonly (() => ReturnType<typeof listing>)[],
  answer: (lines: number) => string | null,
) {
  let look = 0
  const lines: string[] = []
  const sources = windowsPc(() => {
    const make = looks[Math.min(look, looks.length - 1)]
    look += 1
    return Promise.resolve(success(make?.() ?? listing([])))
  })
  const ran = await runCli(['--watch'], sources, {
    stdout: (line) => {
      lines.push(line)
      return Promise.resolve(answer(lines.length))
    },
  })
  return { ...ran, lines }
}

const hostile = 'C:\\x\u009b31m\u202e\u001b]0;owned\u0007\ud800\\iTunesHelper.exe'

describe('--watch', () => {
  test('of 10,000 processes that change, with hostile paths, prints a valid line for each change', async () => {
    const others = Array.from({ length: 10_000 }, (_, at) => listed(10 + at * 4, `p${at}.exe`))
    const ours = Array.from({ length: 50 }, (_, at) =>
      listed(50_000 + at, 'iTunesHelper.exe', {
        imagePath: { state: 'known', value: hostile.replace('x', `x${at}`) },
      }),
    )
    const { lines, exitCode } = await watched(
      [
        () => listing(others),
        () => listing([...others.map((one) => ({ ...one, pid: one.pid + 1 })), ...ours]),
      ],
      (count) => (count >= 50 ? 'closed' : null),
    )
    expect(exitCode).toBe(0)
    expect(lines).toHaveLength(50)
    for (const line of lines) {
      expect(line).toMatch(/^\{.*\}\n$/)
      const told = JSON.parse(line) as { kind: string; path: string }
      expect(told).toMatchObject({ kind: 'started', id: 'itunes-helper' })
      expect(told.path).toContain('\u202e')
      expect(replaceHidden(line.slice(0, -1), () => '!')).toBe(line.slice(0, -1))
    }
  }, 60_000)

  test('on a full disk ends with 3 and says so', async () => {
    const { exitCode, stderr } = await watched(
      [() => listing([]), () => listing([listed(7, 'iTunesHelper.exe')])],
      () => 'ENOSPC',
    )
    expect(exitCode).toBe(3)
    expect(stderr.join()).toContain('ENOSPC')
  }, 20_000)

  test('goes on when the clock is set back', async () => {
    const at = (startedAtUtc: string) => () =>
      listing([
        listed(7, 'iTunesHelper.exe', { startedAtUtc: { state: 'known', value: startedAtUtc } }),
      ])
    const { lines } = await watched(
      [at('2026-11-27T10:00:00.000Z'), at('1999-01-01T00:00:00.000Z'), () => listing([])],
      () => 'closed',
    )
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([{ kind: 'ended' }])
  }, 20_000)
})

test('no answer in JSON brings an escape sequence to the terminal', async () => {
  const { stdout } = await runCli(['--paste', '-', '--format', 'json'], undefined, {
    stdin: () => {
      const rest = 'svchost.exe\n'.repeat(50)
      return Promise.resolve(new TextEncoder().encode(`${hostile} \u009b31m\n${rest}`))
    },
  })
  expect(JSON.parse(stdout)).toMatchObject({ leftOut: 0 })
  expect(stdout).toContain('\\u202e')
  for (const line of stdout.split('\n')) expect(replaceHidden(line, () => '!')).toBe(line)
})
