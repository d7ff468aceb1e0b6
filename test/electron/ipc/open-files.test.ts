/** Is what was chosen or dropped told by its content: a list of one PC, a report, many PCs, or nothing of these? */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openFiles, type Openers } from '../../../electron/ipc/open-files.ts'
import { openWhatIs } from '../../../electron/tasks/what-is.ts'
import type { OpenedFiles } from '../../../shared/ipc/channels.ts'
import { failure, type Result } from '../../../shared/model/result.ts'
import { toLine } from '../../../shared/report/line/to-line.ts'
import { reportOf } from '../../fixtures/rich-report.ts'
import toolLists from '../../fixtures/tool-lists.json' with { type: 'json' }

const rich = await reportOf()
const folder = mkdtempSync(join(tmpdir(), 'open-files-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const lists = openWhatIs({
  list: () => Promise.resolve(failure('not asked')),
  language: () => Promise.resolve('en'),
})
const others = {
  reports: { open: () => Promise.resolve('"report"') },
  fleet: { read: () => Promise.resolve('many') },
} as unknown as Omit<Openers, 'lists'>

/** What was opened; for a report and many PCs their kind alone. */
async function opened(name: string, bytes: string | Uint8Array): Promise<OpenedFiles | string> {
  const file = join(folder, name)
  writeFileSync(file, bytes)
  const answer = await openFiles(
    [file],
    { ...others, lists },
    () => Promise.resolve('en'),
    () => {},
  )
  const read = JSON.parse(answer) as 'report' | Result<OpenedFiles, { readonly detail: string }>
  if (read === 'report') return 'report'
  if (!read.ok) return read.failure.detail
  return read.value.kind === 'many' ? 'many' : read.value
}

describe('a file with a list', () => {
  test.each(toolLists.filter(({ tool }) => !/HTML|mojibake/.test(tool)))(
    'of the form “$tool” is opened as a pasted list, whatever its ending',
    async ({ tool, text, rows }) => {
      for (const name of ['list.txt', 'list.csv', 'list.log']) {
        const found = await opened(name, text)
        if (typeof found === 'string' || found.kind !== 'list') throw new Error(tool)
        expect(found.name).toBe(name)
        expect(found.list.rows.filter(({ imageName }) => imageName !== null)).toHaveLength(
          rows.length,
        )
      }
    },
  )

  test('in UTF-16, as PowerShell redirects it, is one as well', async () => {
    const found = await opened('ps.txt', Buffer.from('\ufeffiTunesHelper  4312\r\n', 'utf16le'))
    expect(found).toMatchObject({ kind: 'list', list: { rows: [{ id: 'itunes-helper' }] } })
  })

  test.each([
    [
      'in many lines',
      '[\n    {\n        "Name":  "iTunesHelper",\n        "Id":  4312\n    },\n    {\n        "Name":  "mDNSResponder",\n        "Id":  7\n    }\n]',
    ],
    [
      'in one line',
      '[{"Name":"iTunesHelper","Id":4312,"Path":"C:\\\\x\\\\iTunesHelper.exe"},{"Name":"mDNSResponder","Id":7,"Path":null}]',
    ],
    [
      'in an envelope',
      '{"value":[{"ProcessName":"iTunesHelper","Modules":[{"ModuleName":"iPodService.exe"}]},{"ProcessName":"mDNSResponder"}],"Count":2}',
    ],
    [
      'a row a line',
      '{"ProcessId":1,"Name":"iTunesHelper.exe"}\n{"ProcessId":2,"Name":"mDNSResponder.exe"}\n',
    ],
    ['names alone', '["iTunesHelper.exe","mDNSResponder.exe"]'],
  ])(
    'that ConvertTo-Json wrote, %s, is a list of its rows, whatever its ending',
    async (_form, text) => {
      for (const name of ['list.json', 'list.txt', 'list.line']) {
        const found = await opened(name, text)
        expect(found).toMatchObject({
          kind: 'list',
          list: { rows: [{ id: 'itunes-helper' }, { id: 'mdnsresponder' }] },
        })
      }
    },
  )

  test('of one row in JSON is a list of one', async () => {
    expect(await opened('one.json', '{"Name":"iTunesHelper","Id":4312}')).toMatchObject({
      kind: 'list',
      list: { rows: [{ id: 'itunes-helper' }] },
    })
  })

  test('tells when it was written, and never where it lies', async () => {
    const found = await opened('when.txt', 'iTunesHelper.exe')
    expect(JSON.stringify(found)).not.toContain(folder)
    expect(found).toMatchObject({ takenAtUtc: expect.stringMatching(/^\d{4}-.*Z$/) as string })
  })
})

describe('no list', () => {
  test.each([
    ['a report', '{"schemaVersion":1,"processes":[]}'],
    ['a report that was cut off', '{"schemaVersion":1,"processes":[{"imageName":"iTunes.exe"'],
    ['a page', '<!doctype html><p>iTunesHelper.exe'],
    ['an empty file', ''],
    ['an archive', 'PK\u0003\u0004 iTunesHelper.exe'],
    ['a document', '%PDF-1.7 iTunesHelper.exe'],
    ['zeros', new Uint8Array(9_000)],
  ])('%s is left to the reader of reports', async (_kind, bytes) => {
    expect(await opened('file.txt', bytes)).toBe('report')
  })

  test.each([
    ['a line of this program', toLine(rich)],
    ['an engine’s table', 'host_name,name,path\nPC-1,iTunesHelper.exe,C:\\x.exe'],
    ['osquery --csv', 'name,path,pid\niTunesHelper.exe,C:\\x.exe,1'],
    ['Intune’s export', '"DeviceName","PreRemediationDetectionScriptOutput"\n"PC-1","{""v"":1}"'],
  ])('%s is of many PCs', async (_kind, text) => {
    expect(await opened('file.csv', text)).toBe('many')
  })

  test.each([
    ['prose', 'Dear all,\nthe meeting is on Friday, bring cake.\n'],
    ['a table of something else', 'Date;Amount\n2024-01-01;5\n2024-01-02;6\n'],
    ['one word', 'hello'],
  ])('%s is said to be neither, with the next step', async (_kind, text) => {
    expect(await opened('notes.txt', text)).toMatch(
      /^notes\.txt holds neither a report .* Choose a web page/,
    )
  })

  if (process.platform !== 'win32') {
    test('a name that hides something is shown with it', async () => {
      expect(await opened('a\u202etxt.exe', 'hello')).toMatch(/^a⟨U\+202E⟩txt\.exe holds neither/)
    })
  }

  test('many PCs that were given up open nothing', async () => {
    const file = join(folder, 'many.csv')
    writeFileSync(file, 'host_identifier,name\r\npc1,svchost.exe\r\npc2,iTunes.exe\r\n')
    const fleet = { read: () => Promise.resolve(null) } as unknown as Openers['fleet']
    const answer = await openFiles(
      [file],
      { ...others, lists, fleet },
      () => Promise.resolve('en'),
      () => {},
    )
    expect(JSON.parse(answer)).toEqual({ ok: true, value: null })
  })
})
