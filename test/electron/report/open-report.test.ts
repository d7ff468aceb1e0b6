/** Is each reason why a file cannot be opened said with what belongs to it? */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { describeOpenFailure, openReport } from '../../../electron/report/open-report.ts'
import { strictWords } from '../../fixtures/strict-words.ts'
import { runCli } from '../../fixtures/run-cli.ts'
import { wordsIn } from '../../../shared/text/texts.ts'

const failures = [
  ...(['openMissing', 'openFolder', 'openEmpty', 'openNotFile', 'openBusy'] as const),
  ...(['openNotJson', 'openNoReportInPage'] as const),
].map((code) => ({ code }))
const others = (['encoding', 'archive', 'program', 'picture', 'document'] as const).map((kind) => ({
  ...{ code: 'openOther' as const, kind },
}))
const say = (problem: Parameters<typeof describeOpenFailure>[1]) =>
  describeOpenFailure('my\u202e.json', problem, strictWords('en'))

test('with the file, in words of its own, and nothing hidden', () => {
  const told = [...failures, ...others].map(say)
  expect(new Set(told).size).toBe(told.length)
  for (const sentence of told) {
    expect(sentence).not.toContain('\u202e')
    expect(sentence).toContain('my')
  }
})

test('with what the system, the report or the file says', () => {
  expect(say({ code: 'openDenied', detail: 'EACCES' })).toContain('EACCES')
  expect(say({ code: 'openNotReport', detail: 'processes.0' })).toContain('processes.0')
  expect(say({ code: 'openNewer', found: 77 })).toContain('77')
  expect(say({ code: 'openDenied', detail: 'E\u202eX' })).not.toContain('\u202e')
  const tooLarge = say({ code: 'openTooLarge', sizeBytes: 45_600_000 })
  expect(tooLarge).toMatch(/\b46\sMB/)
  expect(tooLarge).toMatch(/\b32\sMB/)
  expect(say({ code: 'openBeyond', excess: 'processes' })).toContain('2,000')
  const excess = (['depth', 'text', 'values', 'processes'] as const).map((one) =>
    say({ code: 'openBeyond', excess: one }),
  )
  expect(new Set(excess).size).toBe(4)
  const german = describeOpenFailure(
    'x',
    { code: 'openBeyond', excess: 'processes' },
    wordsIn('de'),
  )
  expect(german).toContain('2.000')
})

test('a report opens with what it says of its PC, and one that does not is said in one line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'report-'))
  try {
    const file = join(folder, 'a.json')
    const report = JSON.parse((await runCli(['--format', 'json'])).stdout) as object
    writeFileSync(file, JSON.stringify({ ...report, label: 'Desk 4' }))
    const opened = await openReport(file, wordsIn('en'))
    expect(opened).toMatchObject({ ok: true, value: { label: 'Desk 4', recording: undefined } })
    const gone = join(folder, 'gone.json')
    expect(await openReport(gone, wordsIn('en'))).toEqual({
      ok: false,
      failure: describeOpenFailure(gone, { code: 'openMissing' }, wordsIn('en')),
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
