import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reportSchema } from '../../shared/report/schema/report-schema.ts'

const root = join(import.meta.dirname, '../..')
let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

async function runProgram(argv: readonly string[]): Promise<number | null> {
  const electron = process.env['INSPECTOR_ELECTRON']!
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(electron, [...sandbox, '--disable-gpu', root, '--report', ...argv], {
    stdio: 'ignore',
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return code
}

test('--report writes the report without opening a window, with the exit codes of the command line', async () => {
  const file = join(folder, 'report.json')
  expect(await runProgram(['--format', 'json', '--output', file])).toBe(0)
  const report = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  expect(report.processes.length).toBeGreaterThanOrEqual(20)
  expect(report.processesSeen).toBeGreaterThan(1)
  expect(await runProgram(['--nonsense'])).toBe(2)
  expect(await runProgram(['--open', join(folder, 'missing.json')])).toBe(3)
})
