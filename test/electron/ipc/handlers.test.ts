/** Does each question of the window reach what answers it, and does a user who changes their mind change nothing? */
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { failed } from '../../../shared/model/probe.ts'
import { failure, success } from '../../../shared/model/result.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { forgetSeen, seen } from '../../fixtures/fake-electron.ts'
import { handlersOf, inspection } from '../../fixtures/handlers.ts'

vi.mock('electron', async () => (await import('../../fixtures/fake-electron.ts')).fakeElectron)

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'handlers-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})
beforeEach(forgetSeen)

describe('what is passed on', () => {
  test.each([
    ['cancelInspection', [], 'inspections.cancel', null],
    ['cancelHash', [], 'processes.cancelHash', null],
    ['stopRecording', [], 'recordings.cancel', null],
    ['cancelFleet', [], 'fleet.cancel', null],
    ['cancelConnections', [], 'connections.cancel', null],
    ['examineProcess', [7], 'processes.examine', 'examined'],
    ['learnProcesses', [3], 'facts.since', 'facts'],
    ['readPcFacts', [], 'pcFacts.read', 'pc'],
    ['askWhatIs', ['x'], 'askWhatIs', 'answer'],
    ['readList', ['x'], 'readList', 'list'],
    ['recentReports', [], 'reports.recent', []],
    ['forgetReports', [], 'reports.forget', null],
    ['pageOfFleet', [{ from: 1 }], 'fleet.page', 'page'],
    ['openFleetPc', [2], 'fleet.open', 'pc'],
    ['chooseLanguage', ['fr'], 'chooseLanguage', null],
    ['rememberList', [{ a: 1 }], 'rememberList', null],
  ] as const)('%s', async (channel, given, reached, answer) => {
    const { ask, asked } = handlersOf()
    expect(await ask(channel, ...given)).toEqual(success(answer))
    expect(asked).toEqual([[reached, ...given]])
  })

  test.each([
    ['lookAtConnections', [], 'look'],
    ['describeConnections', [], 'describe'],
    ['findErrors', ['3194'], 'errors'],
    ['checkConnections', [['albert']], 'check'],
  ] as const)('%s, with the answer as it is', async (channel, given, answer) => {
    expect(await handlersOf().ask(channel, ...given)).toBe(answer)
  })

  test('how far it is, to the page that asked', async () => {
    const { ask, told } = handlersOf()
    seen.choice = { canceled: false, filePaths: ['a.csv'] }
    await ask('runInspection')
    await ask('startRecording')
    await ask('checkConnections', [])
    await ask('openFleet', 'files')
    expect(told).toEqual([
      ['inspectionProgress', 'inspections.run goes on'],
      ['recordingProgress', 'recordings.run goes on'],
      ['connectionsProgress', 'connections.check goes on'],
      ['fleetProgress', 'fleet.read goes on'],
    ])
  })

  test('that a choice could not be written', async () => {
    expect(await handlersOf().ask('rememberWindow', {})).toEqual(
      failure({ code: 'not-kept', detail: '' }),
    )
  })

  test('a list that cannot be had', async () => {
    const failed = failure({ code: 'timeout', detail: '' })
    const { task } = handlersOf()
    const { ask } = handlersOf({ processes: task('processes', { list: failed }) })
    expect(await ask('listProcesses')).toEqual(failed)
    expect(await handlersOf().ask('listProcesses')).toMatchObject({ value: { names: [] } })
  })
})

test('the window is told who it is, in which language, and what was wrong at the start', async () => {
  const { ask } = handlersOf({ settingsWereDamaged: () => Promise.resolve(true) })
  expect(await ask('describeApp')).toMatchObject({
    value: {
      ...{ name: 'Process Inspector for iTunes', language: 'de', listOptions: null },
      ...{ platform: process.platform, notices: ['settings-damaged'] },
    },
  })
})

describe('a file of a process', () => {
  test('that the look found is shown in its folder', async () => {
    const { ask } = handlersOf()
    expect(await ask('showFile', 12)).toMatchObject({ ok: false })
    expect(await ask('runInspection')).toEqual(success(inspection))
    expect(await ask('showFile', 12)).toEqual(success(null))
    expect(seen.opened).toEqual(['C:\\Temp\\iTunesHe1per.exe'])
  })

  test('is not known after a look that failed', async () => {
    const failed = failure({ code: 'timeout', detail: '' })
    const { task } = handlersOf()
    const { ask } = handlersOf({ inspections: task('inspections', { run: failed }) })
    expect(await ask('runInspection')).toEqual(failed)
    expect(await ask('showFile', 12)).toMatchObject({ ok: false })
  })

  test('is checked with the internet by its path, never by what the window says', async () => {
    const { ask, task, asked } = handlersOf()
    expect(await ask('checkOnline', 12)).toEqual(success(failed('process-ended')))
    expect(asked.map(([name]) => name)).not.toContain('processes.checkOnline')
    const facts = task('facts', { pathOf: 'C:\\a.exe' })
    const processes = { checkOnline: (path: string) => Promise.resolve(path) }
    const there = handlersOf({ facts, processes })
    expect(await there.ask('checkOnline', 12)).toEqual(success('C:\\a.exe'))
  })

  test('is hashed by its path, never by what the window says', async () => {
    const { ask, asked, task } = handlersOf()
    expect(await ask('hashFile', 12)).toMatchObject({ failure: { code: 'process-ended' } })
    expect(asked.map(([name]) => name)).not.toContain('processes.hash')
    const facts = task('facts', { pathOf: 'C:\\a.exe' })
    const processes = { hash: (path: string) => Promise.resolve(success(path)) }
    expect(await handlersOf({ facts, processes }).ask('hashFile', 12)).toEqual(success('C:\\a.exe'))
  })
})

describe('what leaves the window', () => {
  test('text is copied, and only a known link is opened', async () => {
    const { ask } = handlersOf()
    expect(await ask('copyText', 'a\nb')).toEqual(success(null))
    await ask('openLink', 'https://example.com/')
    expect(seen).toMatchObject({ copied: ['a\nb'], opened: [] })
    expect(await ask('zoom', 'in')).toEqual(success(110))
  })

  test('a summary, once there is something to sum up', async () => {
    const nothing = failure({ code: 'nothing-to-save', detail: '' })
    const { ask, task } = handlersOf()
    expect(await ask('copySummary', true)).toEqual(nothing)
    const inspections = task('inspections', { latest: inspection })
    expect(await handlersOf({ inspections }).ask('copySummary', true)).toEqual(success(null))
    expect(seen.copied).toEqual([expect.stringContaining('iTunes')])
  })

  test('a report, where the user says', async () => {
    const { task } = handlersOf()
    const { ask } = handlersOf({ inspections: task('inspections', { latest: inspection }) })
    expect(await ask('saveReport', true)).toEqual(success(null))
    expect(readdirSync(folder)).toEqual([])
    const file = join(folder, 'report.txt')
    seen.choice = { canceled: false, filePath: file }
    expect(await ask('saveReport', true)).toMatchObject({ value: { file } })
    expect(readFileSync(file, 'utf8')).toContain(wordsIn('de').t('report.title'))
    const save = { kind: 'save', inWindow: true }
    expect(seen.asked).toMatchObject([save, save])
  })

  test('a list of many PCs, unless there was no name or no room for it', async () => {
    const { ask, task } = handlersOf()
    seen.choice = { canceled: false, filePath: '' }
    expect(await ask('saveFleet', {})).toEqual(success(null))
    seen.choice = { canceled: true, filePath: 'x.csv' }
    expect(await ask('saveFleet', {})).toEqual(success(null))
    seen.choice = { canceled: false, filePath: 'x.csv' }
    expect(await ask('saveFleet', {})).toEqual(success('x.csv'))
    expect(seen.asked[0]?.options).toEqual({
      defaultPath: 'PCs.csv',
      filters: [{ name: 'CSV', extensions: ['csv'] }],
    })
    const fleet = task('fleet', { save: failure('ENOSPC') })
    expect(await handlersOf({ fleet }).ask('saveFleet', {})).toEqual(
      failure({ code: 'cannot-write', detail: 'ENOSPC' }),
    )
  })
})

describe('what comes in', () => {
  test('nothing is opened that was not chosen', async () => {
    const { ask, asked } = handlersOf()
    expect(await ask('chooseFiles')).toEqual(success(false))
    expect(await ask('openFleet', 'folder')).toEqual(success(null))
    seen.choice = { canceled: true, filePaths: ['x'] }
    expect(await ask('chooseFiles')).toEqual(success(false))
    expect(await ask('openFleet', 'folder')).toEqual(success(null))
    expect(await ask('openFiles')).toBe(JSON.stringify(success(null)))
    expect(await ask('reopenReport', 'report-7')).toEqual(success(null))
    expect(asked).toEqual([['reports.fileOf', 'report-7']])
  })

  test.each([true, false])(
    'a chosen report is opened once, by its path (its dialog in a window: %s)',
    async (inWindow) => {
      const file = join(folder, 'missing.json')
      seen.choice = { canceled: false, filePaths: [file] }
      seen.hasWindow = inWindow
      const { ask, asked } = handlersOf()
      expect(await ask('chooseFiles')).toEqual(success(true))
      expect(await ask('openFiles')).toBe('opened')
      expect(await ask('openFiles')).toBe(JSON.stringify(success(null)))
      expect(asked).toMatchObject([['reports.open', file, { language: 'de' }]])
      const title = wordsIn('de').t('reports.open.title')
      const options = { title, properties: ['openFile', 'multiSelections'] }
      expect(seen.asked).toEqual([{ kind: 'open', inWindow, options }])
    },
  )

  test('what was dropped is opened: one file as a report, several as many PCs', async () => {
    const { ask, asked } = handlersOf()
    const file = join(folder, 'missing.json')
    await ask('noteDropped', [file])
    expect(await ask('openFiles')).toBe('opened')
    await ask('noteDropped', ['a', 'b', 'c'])
    const many = success({ kind: 'many', summary: 'fleet' })
    expect(await ask('openFiles')).toBe(JSON.stringify(many))
    expect(asked.map(([name]) => name)).toEqual(['reports.open', 'fleet.read'])
    await ask('cancelOpening')
    expect(asked.slice(2)).toEqual([['reports.cancel'], ['fleet.cancel']])
  })

  test('several files or one folder are read as many PCs, with or without a window', async () => {
    const { ask, asked } = handlersOf()
    seen.choice = { canceled: false, filePaths: ['a', 'b'] }
    expect(await ask('openFleet', 'files')).toEqual(success('fleet'))
    seen.hasWindow = false
    expect(await ask('openFleet', 'folder')).toEqual(success('fleet'))
    await ask('saveFleet', {})
    expect(asked.slice(0, 2)).toEqual([
      ['fleet.read', ['a', 'b']],
      ['fleet.read', ['a', 'b']],
    ])
    expect(seen.asked).toMatchObject([
      { inWindow: true, options: { properties: ['openFile', 'multiSelections'] } },
      { inWindow: false, options: { properties: ['openDirectory'] } },
      { kind: 'save', inWindow: false },
    ])
  })
})
