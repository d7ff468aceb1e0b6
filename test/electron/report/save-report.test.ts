/** Is the last look saved as the user asked, and does nothing get lost when it cannot be? */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inspect } from '../../../electron/inspection/inspect.ts'
import { readReport } from '../../../electron/report/read-report.ts'
import { saveReport, type SaveQuestion } from '../../../electron/report/save-report.ts'
import { summaryOf, whatIsShown } from '../../../electron/report/what-is-shown.ts'
import { openPcFactsTasks } from '../../../electron/tasks/pc-facts.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import type { Inspection } from '../../../shared/model/inspection.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { openConnectionTasks } from '../../../electron/tasks/connections.ts'
import { success } from '../../../shared/model/result.ts'
import { connectionsIn } from '../../../shared/report/convert/report-of-connections.ts'
import { recordingIn } from '../../../shared/report/convert/report-of-recording.ts'
import { connectionFacts, hostsFileOf, hostsText, richCheck } from '../../fixtures/connections.ts'
import { inspectionsOf } from '../../fixtures/inspections.ts'
import { runCli } from '../../fixtures/run-cli.ts'
import { pluggedIn } from '../../fixtures/recording.ts'
import { pcFacts } from '../../fixtures/pc-facts.ts'
import { itunesPc } from '../../fixtures/itunes-pc.ts'

const words = wordsIn('en')
let folder = ''
let inspection: Inspection
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'save-'))
  const answer = await inspect(itunesPc(), { catalogue: readCatalogue() })
  if (!answer.ok) throw new Error(answer.failure.code)
  inspection = answer.value.inspection
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})
const into = (name: string) => () => Promise.resolve(join(folder, name))

test.each([
  ['report.html', /^<!doctype html>/i],
  ['report.txt', /^iTunes background processes on this PC/],
  ['no ending', /^<!doctype html>/i],
])('the ending decides: %s', async (name, begins) => {
  expect(await saveReport({ inspection }, words, into(name))).toMatchObject({ ok: true })
  expect(readFileSync(join(folder, name), 'utf8')).toMatch(begins)
})

test('a saved JSON opens again', async () => {
  await saveReport({ inspection }, words, into('Report.JSON'))
  expect(readFileSync(join(folder, 'Report.JSON'), 'utf8')).toMatch(/^\{/)
  expect(await readReport(join(folder, 'Report.JSON'))).toMatchObject({ ok: true })
})

test('the name that is offered can be a file on every system', async () => {
  const asked: SaveQuestion[] = []
  const choose = (question: SaveQuestion) => {
    asked.push(question)
    return Promise.resolve(null)
  }
  const taken = { ...inspection, takenAtUtc: '2026-11-22T07:14:05.123Z' }
  expect(await saveReport({ inspection: taken }, words, choose)).toEqual({ ok: true, value: null })
  expect(asked).toEqual([
    {
      title: words.t('window.save.title'),
      defaultPath: 'Process Inspector 2026-11-22 07-14-05.html',
      filters: [
        { name: words.t('window.save.html'), extensions: ['html'] },
        { name: words.t('window.save.text'), extensions: ['txt'] },
        { name: words.t('window.save.json'), extensions: ['json'] },
      ],
    },
  ])
  expect(readdirSync(folder)).toEqual([])
})

test('before the first look there is nothing to save, and nobody is asked', async () => {
  const choose = () => Promise.reject(new Error('asked'))
  expect(await saveReport({ inspection: undefined }, words, choose)).toMatchObject({
    ok: false,
    failure: { code: 'nothing-to-save' },
  })
})

test('a place that cannot be written is said with what the system says', async () => {
  writeFileSync(join(folder, 'file'), '')
  expect(await saveReport({ inspection }, words, into('file/report.html'))).toMatchObject({
    ok: false,
    failure: { code: 'cannot-write' },
  })
})

test('what was shown is saved: the last look at connections, the last check, the recording', async () => {
  const sources = {
    ...itunesPc(),
    connections: connectionFacts({ hostsFile: hostsFileOf(hostsText) }),
  }
  const tasks = openConnectionTasks(sources, inspectionsOf(sources))
  const look = await tasks.look()
  if (!look.ok) throw new Error(look.failure.code)
  const file = join(folder, 'report.json')
  const shown = {
    inspection,
    connections: { look: look.value, check: richCheck },
    recording: pluggedIn(),
    isRedacted: false,
  }
  expect(await saveReport(shown, words, into('report.json'))).toEqual(
    success({ file, parts: ['processes', 'look', 'check', 'recording'] }),
  )
  const opened = await readReport(file)
  if (!opened.ok) throw new Error(opened.failure.code)
  expect(connectionsIn(opened.value.report)).toMatchObject({
    look: { hostsFile: look.value.hostsFile, ports: look.value.ports },
    check: richCheck,
  })
  expect(opened.value.report.findings.map(({ code }) => code)).toContain('hosts-lines')
  expect(recordingIn(opened.value.report)).toEqual(pluggedIn())
})

test('what this PC has is in the file and in the summary, with what it comes to, as the command line tells it', async () => {
  const tasks = openPcFactsTasks({ pcFacts: () => Promise.resolve(pcFacts) })
  const nothing = { latest: () => undefined }
  const question = {
    inspections: { latest: () => inspection },
    connections: { latest: () => ({}) },
    recordings: nothing,
    pcFacts: tasks,
  }
  expect(whatIsShown(question).pc).toBeUndefined()
  const before = summaryOf(whatIsShown(question), words)
  await tasks.read()
  await saveReport(whatIsShown(question), words, into('report.json'))
  const opened = await readReport(join(folder, 'report.json'))
  if (!opened.ok) throw new Error(opened.failure.code)
  expect(opened.value.report.pc?.services).toMatchObject({ state: 'known' })
  const sources = { ...itunesPc(), pcFacts: () => Promise.resolve(pcFacts) }
  const { stdout } = await runCli(['--format', 'json', '--redact', 'yes'], sources)
  type Findings = typeof opened.value.report.findings
  const codes = (all: Findings) => all.map(({ code, subject }) => `${code} ${subject}`)
  const alone = inspection.findings.map(({ code, subject }) => `${code} ${subject}`)
  const ofPc = codes(opened.value.report.findings).filter((one) => !alone.includes(one))
  expect(ofPc).not.toEqual([])
  const { findings } = JSON.parse(stdout) as { findings: Findings }
  expect(codes(findings)).toEqual(expect.arrayContaining(ofPc))
  expect(summaryOf(whatIsShown(question), words)).not.toBe(before)
  expect(summaryOf({ inspection: undefined }, words)).toBeUndefined()
})

test('is without people unless somebody chose otherwise, and says what was taken out', async () => {
  const shown = { inspection, connections: { check: richCheck } }
  await saveReport(shown, words, into('report.json'))
  const opened = await readReport(join(folder, 'report.json'))
  if (!opened.ok) throw new Error(opened.failure.code)
  expect(opened.value.report.redacted).toEqual({
    on: true,
    removed: expect.arrayContaining(['proxies', 'issuers']) as unknown,
  })
  expect(JSON.stringify(opened.value.report)).not.toContain('proxy.example')
})

test('what there was none of is not among what is told', async () => {
  expect(await saveReport({ inspection }, words, into('report.txt'))).toMatchObject({
    value: { parts: ['processes'] },
  })
})
