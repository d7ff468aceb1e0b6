/** Is a saved report shown as what it was, under the name that its own maker or its file gave it? */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openForWindow } from '../../../electron/report/open-for-window.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { richPc } from '../../fixtures/rich-pc.ts'
import { runCli } from '../../fixtures/run-cli.ts'

const words = wordsIn('en')
let folder = ''
let report: Readonly<Record<string, unknown>>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'open-'))
  const { stdout } = await runCli(['--format', 'json'], richPc())
  report = JSON.parse(stdout) as typeof report
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const dropped = (data: object, name = 'mine.json') =>
  openForWindow({ name, bytes: Buffer.from(JSON.stringify(data)) }, words)

test('a chosen file goes by its name, a dropped one by what it was called', async () => {
  const file = join(folder, 'of my aunt.json')
  writeFileSync(file, JSON.stringify(report))
  const chosen = await openForWindow({ file }, words)
  expect(chosen).toMatchObject({
    value: { name: 'of my aunt.json', takenAtUtc: '2026-11-22T20:00:00.000Z' },
  })
  expect(await dropped(report)).toMatchObject({
    value: { name: 'mine.json', notKnown: 0, saidThen: [] },
  })
})

test('a report that has a name of its own keeps it', async () => {
  expect(await dropped({ ...report, label: 'Reception 2' })).toMatchObject({
    value: { name: 'Reception 2' },
  })
})

test('what it says beyond its facts is counted and told', async () => {
  const findings = report['findings'] as readonly object[]
  const then = { code: 'look-alike', subject: 'x', severity: 'info', text: 'A sentence of then.' }
  const opened = await dropped({ ...report, aKeyOf2031: 1, findingsThen: [then], findings })
  expect(opened).toMatchObject({ value: { notKnown: 1, saidThen: ['A sentence of then.'] } })
})

test('what cannot be opened is said in words, with its name', async () => {
  const no = (detail: RegExp) => ({
    ok: false,
    failure: { code: 'cannot-open', detail: expect.stringMatching(detail) as unknown },
  })
  expect(await openForWindow({ file: join(folder, 'gone.json') }, words)).toMatchObject(
    no(/gone\.json/),
  )
  expect(await dropped([], 'list.json')).toMatchObject(no(/list\.json/))
})
