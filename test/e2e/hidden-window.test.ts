import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Phase {
  readonly visibility: string
  readonly looks: number
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
  const { whenShown, whenHidden, whenShownAgain } = JSON.parse(
    readFileSync(answerFile, 'utf8'),
  ) as Record<'whenShown' | 'whenHidden' | 'whenShownAgain', Phase>
  rmSync(folder, { recursive: true })

  expect(whenShown.visibility).toBe('visible')
  // 6.5 seconds hold three looks at two seconds each, fewer on a slow machine, never more than four.
  expect(whenShown.looks).toBeGreaterThanOrEqual(2)
  expect(whenShown.looks).toBeLessThanOrEqual(4)
  expect(whenHidden).toEqual({ visibility: 'hidden', looks: 0 })
  expect(whenShownAgain.visibility).toBe('visible')
  expect(whenShownAgain.looks).toBeGreaterThanOrEqual(1)
})
