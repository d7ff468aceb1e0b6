import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Outcome {
  readonly threeLooksMs: number
  /** In as long a time. */
  readonly looksWhileHidden: number
  readonly untilShownAgainMs: number
}

test('the window looks every two seconds while it is shown, never while hidden, and at once when shown again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hidden-'))
  const answerFile = join(folder, 'answer.json')
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  const child = spawn(
    process.env['INSPECTOR_ELECTRON']!,
    [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      `--user-data-dir=${folder}`,
      join(import.meta.dirname, 'hidden-window'),
    ],
    { stdio: 'ignore', env: { ...process.env, INSPECTOR_ANSWER: answerFile } },
  )
  await once(child, 'exit')
  const outcome = JSON.parse(readFileSync(answerFile, 'utf8')) as Outcome
  rmSync(folder, { recursive: true })

  // Two seconds lie between two looks at least, more on a slow machine.
  expect(outcome.threeLooksMs).toBeGreaterThan(5900)
  expect(outcome.looksWhileHidden).toBe(0)
  expect(outcome.untilShownAgainMs).toBeLessThan(outcome.threeLooksMs / 3)
})
