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
function opened(data: object, name = 'mine.json') {
  const file = join(folder, name)
  writeFileSync(file, JSON.stringify(data))
  return openForWindow(file, 'report-1', words)
}

test('a file goes by its name and by the id that it was given, never by its folder', async () => {
  const answer = await opened(report, 'of my aunt.json')
  expect(answer).toMatchObject({
    value: {
      ...{
        kind: 'report',
        id: 'report-1',
        name: 'of my aunt.json',
        takenAtUtc: '2026-11-22T20:00:00.000Z',
      },
      ...{ notKnown: 0, saidThen: [] },
    },
  })
  expect(JSON.stringify(answer)).not.toContain(folder)
})

test('a report that has a name of its own keeps it', async () => {
  expect(await opened({ ...report, label: 'Reception 2' })).toMatchObject({
    value: { name: 'Reception 2' },
  })
})

test('what it says beyond its facts is counted and told', async () => {
  const findings = report['findings'] as readonly object[]
  // Opened by whoever has it: only what is saved or copied is without names.
  const sentence = 'C:\\Users\\Anna\\iTunes.exe was suspicious.'
  const then = { code: 'look-alike', subject: 'x', severity: 'info', text: sentence }
  const answer = await opened({ ...report, aKeyOf2031: 1, findingsThen: [then], findings })
  expect(answer).toMatchObject({ value: { notKnown: 1, saidThen: [sentence] } })
})

test('a file beside a program is kept, whether or not a rule of today asks for it', async () => {
  const copy = structuredClone(report) as unknown as {
    readonly processes: readonly { readonly instances: readonly { neighbours: object[] }[] }[]
  }
  const beside = {
    fileName: 'of-2031.dll',
    isPresent: { state: 'known', value: true },
    signature: { state: 'skipped', reason: 'not-checked' },
  }
  for (const { instances } of copy.processes) for (const one of instances) one.neighbours = [beside]
  const answer = await opened(copy)
  if (!answer.ok) throw new Error(answer.failure.code)
  const running = answer.value.inspection.processes.flatMap(({ instances }) => instances)
  expect(running.length).toBeGreaterThan(3)
  for (const { neighbours } of running) expect(neighbours).toEqual([beside])
})

test('what cannot be opened is said in words, with its name', async () => {
  const no = (detail: RegExp) => ({
    ok: false,
    failure: { code: 'cannot-open', detail: expect.stringMatching(detail) as unknown },
  })
  expect(await openForWindow(join(folder, 'gone.json'), 'x', words)).toMatchObject(no(/gone\.json/))
  expect(await opened([], 'list.json')).toMatchObject(no(/list\.json/))
})
