/** A pasted list: one row a line, and never more than the list can know. */
import { describe, expect, test } from 'vitest'
import pastes from '../../fixtures/pastes.json' with { type: 'json' }
import { runCli } from '../../fixtures/run-cli.ts'

interface Row {
  readonly line: string
  readonly imageName: string | null
  readonly id: string | null
  readonly knows: string
}

async function pasted(text: string) {
  const { exitCode, stdout, stderr } = await runCli(
    ['--paste', '-', '--format', 'json'],
    undefined,
    {
      stdin: () => Promise.resolve(new TextEncoder().encode(text)),
    },
  )
  expect(stderr).toEqual([])
  return { exitCode, ...(JSON.parse(stdout) as { rows: Row[]; leftOut: number }) }
}

describe('a pasted list', () => {
  test.each(pastes)('$text names $names', async ({ text, names }) => {
    const { rows } = await pasted(text)
    expect(rows.map(({ imageName }) => imageName)).toContain(names)
  })

  test('of a tool that tells path and signer knows that much, as the tool said', async () => {
    const { rows, leftOut } = await pasted(
      [
        'iTunesHelper.exe',
        'C:\\Program Files\\iTunes\\iTunesHelper.exe',
        'HKLM\\..\\Run: [iTunesHelper] => C:\\Program Files\\iTunes\\iTunesHelper.exe (Apple Inc. -> Apple Inc.)',
        'something that names no program of anybody',
      ].join('\n'),
    )
    expect(leftOut).toBe(0)
    expect(rows.map(({ knows }) => knows).slice(0, 3)).toEqual(['name', 'path', 'signer'])
    expect(rows[3]?.imageName ?? null).toBeNull()
  })

  test('never says that anything is genuine', async () => {
    const { stdout } = await runCli(['--paste', '-'], undefined, {
      stdin: () =>
        Promise.resolve(new TextEncoder().encode('iTunesHelper.exe (Verified) Apple Inc.')),
    })
    expect(stdout).toContain('signer as the tool said')
    expect(stdout.replace('not whether the programs are genuine', '')).not.toMatch(/genuine/i)
  })

  test('of 50 MB is read to its 5,000th row, and the rest is counted', async () => {
    const line = 'AppleMobileDeviceService.exe     4312 Services                   0     18,124 K\n'
    const { rows, leftOut } = await pasted(line.repeat(600_000))
    expect(rows).toHaveLength(5_000)
    expect(leftOut).toBe(595_000)
  }, 60_000)

  test('with a look-alike ends with 1', async () => {
    expect((await pasted('1TunesHelper.exe\niTunesHelper.exe')).exitCode).toBe(1)
  })
})
