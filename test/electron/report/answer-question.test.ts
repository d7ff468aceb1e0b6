/** Does the worker answer what was asked: a report with what the list of recent ones keeps of it, or what changed? */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerQuestion } from '../../../electron/report/answer-question.ts'
import { textsIn } from '../../../shared/text/texts.ts'
import { runCli } from '../../fixtures/run-cli.ts'

let folder = ''
let file = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'answer-'))
  file = join(folder, 'mine.json')
  writeFileSync(file, (await runCli(['--format', 'json'])).stdout)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})
const inSwedish = { language: 'sv', texts: textsIn('sv') } as const

test('a report that opens comes as text, with its name and its moment for the list of recent ones', async () => {
  const { text, opened } = await answerQuestion({
    kind: 'open',
    file,
    id: 'report-7',
    ...inSwedish,
  })
  const answer = JSON.parse(text) as { ok: boolean; value: { takenAtUtc: string } }
  expect(answer).toMatchObject({ ok: true, value: { id: 'report-7', name: 'mine.json' } })
  expect(opened).toEqual({ name: 'mine.json', takenAtUtc: answer.value.takenAtUtc })
})

test('one that does not open is not kept among the recent ones, and the reason is in the language of the window', async () => {
  const gone = { file: join(folder, 'gone.json'), id: 'report-8' }
  const { text, opened } = await answerQuestion({ kind: 'open', ...gone, ...inSwedish })
  expect(opened).toBeUndefined()
  expect(JSON.parse(text)).toMatchObject({ ok: false, failure: { code: 'cannot-open' } })
  expect(text).toContain('hittades inte')
})

test('two that are compared come to their changes, and nothing is kept of them', async () => {
  const sides = { before: { file }, after: { file } }
  expect(await answerQuestion({ kind: 'compare', ...sides, ...inSwedish })).toEqual({
    text: '{"ok":true,"value":[]}',
  })
})
