/** Reading many PCs: every kind of file that an engine hands out, and bad input of each kind. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { readFleet } from '../../../electron/fleet/read-fleet.ts'
import { runCli } from '../../fixtures/run-cli.ts'

const now = new Date('2026-11-27T10:00:00.000Z')
const unixTime = 1_795_000_000

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fleet-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const write = (name: string, content: string | Buffer) => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

const process = (name: string, path: string, result: string, subject = '') => ({
  ...{ pid: '10', name, path, cmdline: path },
  ...{ result, subject_name: subject, issuer_name: subject === '' ? '' : 'DigiCert' },
})
const svchost = process('svchost.exe', 'C:\\Windows\\System32\\svchost.exe', 'trusted', 'Microsoft')
const genuine = process(
  'iTunesHelper.exe',
  'C:\\Program Files\\iTunes\\iTunesHelper.exe',
  'trusted',
  'Apple Inc.',
)
const planted = process('iTunesHelper.exe', 'C:\\Users\\x\\AppData\\iTunesHelper.exe', 'missing')

const snapshot = (host: string, rows: readonly unknown[], more: object = {}) =>
  `${JSON.stringify({ snapshot: rows, action: 'snapshot', name: 'pack_it_processes', hostIdentifier: host, unixTime, ...more })}\n`

const line = (label: string, more: object = {}) =>
  `${JSON.stringify({
    ...{ v: 1, at: '2026-11-26T10:00:00.000Z', label, app: '0.1.0', catalogueVersion: 'abc' },
    ...{ system: 'win32 10.0.22631 x64', worst: 'none', exitCode: 0, stack: 'desktop' },
    ...{ products: [], running: [], findings: [], unknown: [] },
    ...{ cut: { products: 0, running: 0, findings: 0, texts: 0 }, ...more },
  })}\n`

const read = (...files: string[]) => readFleet(files.length === 0 ? [folder] : files, { now })
const brief = async (...files: string[]) => {
  const { pcs, unreadable } = await read(...files)
  return {
    pcs: pcs.map(({ name, verdict }) => [name, verdict.worst]),
    unreadable: unreadable.map(({ source, problem }) => [source, problem]),
  }
}

describe('each kind of file', () => {
  test('snapshots of osquery, one a line', async () => {
    write(
      'results.log',
      snapshot('PC-1', [svchost, genuine]) + snapshot('PC-2', [svchost, planted]),
    )
    expect(await brief()).toEqual({
      pcs: [
        ['PC-1', 'none'],
        ['PC-2', 'danger'],
      ],
      unreadable: [],
    })
  })

  test('events: what was removed is gone, and added comes to it', async () => {
    const event = (action: string, columns: object) =>
      `${JSON.stringify({ name: 'p', hostIdentifier: 'PC-1', unixTime, columns, action })}\n`
    write('e.log', event('added', planted) + event('added', genuine) + event('removed', planted))
    expect((await brief()).pcs).toEqual([['PC-1', 'none']])
  })

  test('a batch of changes, with decorations for the name', async () => {
    write(
      'b.log',
      `${JSON.stringify({
        ...{ name: 'p', hostIdentifier: 'F0A1', calendarTime: 'Fri Nov 20 08:00:00 2026 UTC' },
        ...{ decorations: { hostname: 'PC-7' }, diffResults: { added: [planted], removed: [] } },
      })}\n`,
    )
    const { pcs } = await read()
    expect(pcs.map(({ name, atMs }) => [name, atMs])).toEqual([
      ['PC-7', Date.parse('2026-11-20T08:00:00.000Z')],
    ])
  })

  test.each(['query_id', 'report_id'])(
    "Fleet's answer with %s, one element after the other",
    async (id) => {
      write(
        'report.json',
        JSON.stringify(
          {
            [id]: 3,
            report_clipped: true,
            results: [
              {
                host_id: 4,
                host_name: 'PC-4',
                last_fetched: '2026-11-20T10:00:00Z',
                columns: genuine,
              },
              {
                host_id: 4,
                host_name: 'PC-4',
                last_fetched: '2026-11-20T10:00:00Z',
                columns: planted,
              },
              {
                host_id: 5,
                host_name: 'PC-5',
                last_fetched: '2026-11-20T10:00:00Z',
                error: 'timeout',
              },
            ],
          },
          null,
          2,
        ),
      )
      expect(await brief()).toEqual({
        pcs: [['PC-4', 'danger']],
        unreadable: [
          ['report.json:3', 'error-row'],
          ['report.json', 'clipped'],
        ],
      })
    },
  )

  test("Fleet's CSV, whose cells are JSON texts", async () => {
    const cells = (row: readonly unknown[]) => row.map((cell) => JSON.stringify(cell)).join(',')
    const columns = [
      'host_display_name',
      'Host',
      'host_id',
      'last_fetched',
      'name',
      'path',
      'pid',
      'result',
    ]
    write(
      'answers.csv',
      [
        cells(columns),
        cells([
          'PC "five"',
          '',
          9,
          '2026-11-20T10:00:00Z',
          planted.name,
          planted.path,
          '3',
          'missing',
        ]),
        cells(['PC-6', '', 10, '2026-11-20T10:00:00Z', genuine.name, 'C:\\a\nb\\', '3', 'trusted']),
      ].join('\n'),
    )
    expect((await brief()).pcs).toEqual([
      ['PC "five"', 'danger'],
      ['PC-6', 'none'],
    ])
  })

  test.each([
    ['semicolons', ';', '\r\n'],
    ['commas', ',', '\n'],
    ['tabs', '\t', '\n'],
  ])('a table with %s and doubled quotes', async (_, delimiter, end) => {
    const rfc = (row: readonly string[]) =>
      row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter)
    const rows = [
      ['hostname', 'name', 'path', 'pid', 'result'],
      ['PC "x"', planted.name, planted.path, '1', 'missing'],
    ]
    write('t.csv', Buffer.from(`\uFEFF${rows.map(rfc).join(end)}${end}`, 'utf16le'))
    expect(await brief()).toEqual({ pcs: [['PC "x"', 'danger']], unreadable: [] })
  })

  test("fleetctl's lines, and those of PCs that did not answer", async () => {
    write(
      'ctl.json',
      `${JSON.stringify({ host: 'PC-1', rows: [planted] })}\n${JSON.stringify({ host: 'PC-2', rows: [], error: 'no such table' })}\n`,
    )
    expect(await brief()).toEqual({
      pcs: [['PC-1', 'danger']],
      unreadable: [['ctl.json:2', 'error-row']],
    })
  })

  test('numbers as numbers, a missing column, and decorations at the top, in each shape of the log', async () => {
    const numbers = { ...planted, pid: 4711, parent: 0, on_disk: 1 }
    const { name, path, result } = planted
    const head = { name: 'pack_it_processes', unixTime: String(unixTime), epoch: '0', counter: 3 }
    const logged = [
      { ...head, hostIdentifier: 'PC-1', snapshot: [numbers], action: 'snapshot', numerics: true },
      { ...head, hostname: 'PC-2', columns: { name, path, result }, action: 'added' },
      { ...head, hostIdentifier: 'U-3', hostname: 'PC-3', diffResults: { added: [numbers] } },
      { ...head, hostIdentifier: 'PC-4', diffResults: { removed: [numbers], added: [genuine] } },
      { ...head, hostIdentifier: 'PC-5', diffResults: { added: '', removed: [] } },
      { ...head, hostIdentifier: 'PC-6', snapshot: [{ name, pid: '1' }], action: 'snapshot' },
    ]
    write('r.log', logged.map((record) => `${JSON.stringify(record)}\n`).join(''))
    expect(await brief()).toEqual({
      pcs: [
        ['PC-1', 'danger'],
        ['PC-2', 'danger'],
        ['PC-3', 'danger'],
        ['PC-4', 'none'],
      ],
      unreadable: [
        ['r.log:5', 'no-rows'],
        ['r.log:6', 'missing-columns'],
      ],
    })
  })

  test("Fleet's CSV of this program's question holds JSON in its cells", async () => {
    const { generatePc, rowOf } = await import('../../fleet/generate.ts')
    const row = rowOf(generatePc(1))
    const columns = { host_display_name: 'PC-7', Host: '', host_id: 7, last_fetched: '', ...row }
    const cells = (list: readonly unknown[]) => list.map((cell) => JSON.stringify(cell)).join(',')
    write('q.csv', `${cells(Object.keys(columns))}\n${cells(Object.values(columns))}`)
    const { pcs, unreadable } = await read()
    expect(unreadable).toEqual([])
    expect(pcs.map(({ id, kind }) => [id, kind])).toEqual([['fleet:7', 'facts']])
  })

  test("Fleet's answers for one host, which name it once", async () => {
    const host = { host_id: 7, host_name: 'PC-7', last_fetched: '2026-11-20T10:00:00Z' }
    const results = [{ columns: genuine }, { columns: planted }]
    write('report.json', JSON.stringify({ query_id: 3, ...host, report_clipped: true, results }))
    write(
      'live.json',
      JSON.stringify({ host_id: 8, status: 'online', error: null, rows: [genuine] }),
    )
    const { pcs, unreadable } = await read()
    expect(pcs.map(({ name, id, verdict }) => [name, id, verdict.worst])).toEqual([
      ['live', 'fleet:8', 'none'],
      ['PC-7', 'fleet:7', 'danger'],
    ])
    expect(unreadable.map(({ problem }) => problem)).toEqual(['clipped'])
  })

  test("Intune's names with capitals, as its page and PowerShell write them", async () => {
    const output = line('x', { worst: 'attention' }).trim().replaceAll('"', '""')
    write(
      'states.csv',
      `DeviceId,DeviceName,PreRemediationDetectionScriptOutput,PreRemediationDetectionScriptError\r\na1,LAPTOP-1,"${output}",\r\na2,LAPTOP-2,,Access is denied\r\n`,
    )
    const { pcs, unreadable } = await read()
    expect(pcs.map(({ name, id, verdict }) => [name, id, verdict.worst])).toEqual([
      ['LAPTOP-1', 'intune:A1', 'attention'],
    ])
    expect(unreadable.map(({ problem, detail }) => [problem, detail])).toEqual([
      ['error-row', 'LAPTOP-2: Access is denied'],
    ])
  })

  test("osqueryi's table, whose columns a bar parts", async () => {
    write(
      't.csv',
      `hostname|pid|name|path|result\nPC-1|1|${planted.name}|${planted.path}|missing\n`,
    )
    expect((await brief()).pcs).toEqual([['PC-1', 'danger']])
  })

  test('a log whose lines nothing parts', async () => {
    const one = (host: string) => snapshot(host, [planted]).trim()
    write('stream', one('PC-1') + one('PC-2') + one('PC-3'))
    expect((await brief()).pcs.map(([name]) => name)).toEqual(['PC-1', 'PC-2', 'PC-3'])
  })

  test("osqueryi's array is called after its file", async () => {
    write('PC-9.json', `[\n  ${JSON.stringify(planted)},\n  ${JSON.stringify(svchost)}\n]\n`)
    expect((await brief()).pcs).toEqual([['PC-9', 'danger']])
  })

  test("Graph's run states hold lines, of which the last one counts", async () => {
    write(
      'states.json',
      JSON.stringify({
        '@odata.context': 'https://graph.microsoft.com/beta/$metadata',
        value: [
          {
            id: 'a',
            detectionState: 'success',
            lastStateUpdateDateTime: '2026-11-26T10:00:00Z',
            preRemediationDetectionScriptOutput: `warning\n${line('x', { worst: 'attention', findings: [{ code: 'service-stopped', subject: 'AppleMobileDeviceService.exe', severity: 'attention' }] })}`,
            managedDevice: { id: '77', deviceName: 'LAPTOP-1' },
          },
          {
            ...{ id: 'b', detectionState: 'scriptError', deviceName: 'LAPTOP-2' },
            preRemediationDetectionScriptOutput: '',
            preRemediationDetectionScriptError: 'Access is denied',
          },
          {
            id: 'c',
            deviceName: 'LAPTOP-3',
            preRemediationDetectionScriptOutput: line('x').slice(0, 90),
          },
        ],
      }),
    )
    const { pcs, unreadable } = await read()
    expect(pcs.map(({ name, id, verdict }) => [name, id, verdict.worst])).toEqual([
      ['LAPTOP-1', 'intune:77', 'attention'],
    ])
    expect(unreadable.map(({ problem, detail }) => [problem, detail])).toEqual([
      ['error-row', 'LAPTOP-2: Access is denied'],
      ['cut', 'LAPTOP-3'],
    ])
  })

  test('a folder of lines, and a file of many of them', async () => {
    write('PC-1.line', line('').replace(',"label":""', ''))
    write('many.ndjson', line('PC-2', { worst: 'danger' }) + line('PC-3', { worst: 'later-word' }))
    expect((await brief()).pcs).toEqual([
      ['PC-1', 'none'],
      ['PC-2', 'danger'],
      ['PC-3', 'attention'],
    ])
  })

  test('reports of this program, whole or one a line', async () => {
    const { stdout } = await runCli(['--format', 'json', '--label', 'ACCOUNTS-3'])
    write('a.json', stdout)
    write(
      'b.ndjson',
      `${JSON.stringify(JSON.parse(stdout)).replace('ACCOUNTS-3', 'B-1')}\n${JSON.stringify(JSON.parse(stdout)).replace('ACCOUNTS-3', 'B-2')}\n`,
    )
    const { pcs } = await read()
    expect(pcs.map(({ name, kind }) => [name, kind])).toEqual([
      ['ACCOUNTS-3', 'report'],
      ['B-1', 'report'],
      ['B-2', 'report'],
    ])
  })
})

describe('words of osquery', () => {
  const service = {
    ...genuine,
    name: 'AppleMobileDeviceService.exe',
    path: 'C:\\Program Files\\Common Files\\Apple\\Mobile Device Support\\AppleMobileDeviceService.exe',
  }

  test.each([
    ['trusted', 'Apple Inc.', 'genuine', null],
    ['trusted', 'Example Ltd', 'wrong-signer', null],
    ['missing', '', 'unsigned', null],
    ['valid', 'Apple Inc.', 'cannot-tell', 'osquery-valid'],
    ['untrusted', 'Apple Inc.', 'cannot-tell', 'osquery-untrusted'],
    ['invalid', 'Apple Inc.', 'cannot-tell', 'osquery-invalid'],
    ['unknown', '', 'cannot-tell', 'osquery-unknown'],
    ['a word of tomorrow', '', 'cannot-tell', 'osquery-unknown'],
  ])('%s by "%s" is %s', async (result, subject, trust, reason) => {
    const { inspectRow } = await import('../../fleet/inspect-row.ts')
    const [instance] = await inspectRow({ ...service, result, subject_name: subject })
    expect([instance?.trust, instance?.trustReason]).toEqual([trust, reason])
  })

  test.each([
    ['', 'not-checked'],
    ['\\Device\\HarddiskVolume3\\Program Files\\iTunes\\iTunesHelper.exe', 'no-drive-path'],
  ])('the path "%s" is no wrong folder', async (path, reason) => {
    const { inspectRow } = await import('../../fleet/inspect-row.ts')
    const [instance] = await inspectRow({ ...genuine, path })
    expect(instance?.facts.folder).toMatchObject({ state: 'unknown', values: { reason } })
    expect(instance?.trust).toBe('cannot-tell')
  })
})

describe('merging', () => {
  test('the newest answer of a PC wins, whatever it came with', async () => {
    write('old.log', snapshot('PC-1', [planted], { unixTime: unixTime - 1000 }))
    write('new.log', snapshot('PC-1', [genuine]))
    write('older.log', snapshot('PC-1', [planted], { unixTime: unixTime - 2000 }))
    write('x.ndjson', line('PC-1', { at: '2026-11-26T20:00:00Z', worst: 'info' }))
    expect((await brief()).pcs).toEqual([['PC-1', 'info']])
  })

  test('two PCs of one name stay two', async () => {
    const element = (id: number) => ({
      ...{ host_id: id, host_name: 'LAPTOP', last_fetched: '2026-11-20T10:00:00Z' },
      columns: genuine,
    })
    write('r.json', JSON.stringify({ report_id: 1, results: [element(1), element(2)] }))
    write('x.ndjson', line('LAPTOP', { worst: 'info' }))
    const { pcs } = await brief()
    expect(pcs.map(([name, worst]) => `${name} ${worst}`).sort()).toEqual([
      'LAPTOP info',
      'LAPTOP none',
      'LAPTOP none',
    ])
  })
})

describe('bad input: one sentence each, and the rest still opens', () => {
  const good = () => write('good.ndjson', line('GOOD'))

  test.each<readonly [string, string | Buffer, string]>([
    ['an empty file', '', 'empty'],
    ['a program', Buffer.from('MZ\0\0\x03\0\0\0\x04\0'), 'binary'],
    ['a page', '<!doctype html><p>hello', 'unknown-kind'],
    ['a text', 'hello\nworld\n', 'unknown-kind'],
    ['another JSON file', '{"hello":"world"}', 'missing-columns'],
    ['a number', '[1, 2, 3]', 'no-rows'],
    ['an answer without rows', '{"report_id":1,"results":[]}', 'no-rows'],
    ['a snapshot without rows', snapshot('PC-0', []), 'no-rows'],
    ['rows of other columns', snapshot('PC-0', [{ port: '80' }]), 'missing-columns'],
    ['a line of a later version', line('PC-0', { v: 99 }), 'newer'],
    ['a report of a later version', '{"schemaVersion":99,"processes":[]}', 'newer'],
    ['a damaged report', '{"schemaVersion":1,"processes":[]}', 'not-report'],
    ['a later question', '{"inspector":"process-inspector-for-itunes/9","processes":[]}', 'newer'],
    [
      'our question without its columns',
      '{"inspector":"process-inspector-for-itunes/1"}',
      'missing-columns',
    ],
    ['an array that breaks off', `[{"name":"x"`, 'cut'],
  ])('%s', async (_, content, problem) => {
    good()
    write('bad.x', content)
    const { pcs, unreadable } = await brief()
    expect(pcs).toContainEqual(['GOOD', 'none'])
    expect(unreadable.map(([, code]) => code)).toEqual([problem])
  })

  test('a cut last line and a broken middle line', async () => {
    write('log', line('A') + '{"v":1,\n' + line('B') + line('C').slice(0, 40))
    expect(await brief()).toEqual({
      pcs: [
        ['A', 'none'],
        ['B', 'none'],
      ],
      unreadable: [
        ['log:2', 'broken'],
        ['log:4', 'cut'],
      ],
    })
  })

  test('a torn first line', async () => {
    write('log', `0,"findings":[]}\n${line('B')}`)
    expect(await brief()).toMatchObject({ pcs: [['B', 'none']], unreadable: [['log:1', 'broken']] })
  })

  test('a line of 16 MB', async () => {
    write('log', `${line('A')}{"snapshot":"${'x'.repeat(16_000_000)}"}\n${line('B')}`)
    expect(await brief()).toEqual({
      pcs: [
        ['A', 'none'],
        ['B', 'none'],
      ],
      unreadable: [['log:2', 'too-long']],
    })
  })

  test('a file of 2 GB takes no more memory than a small one', async () => {
    const file = write('huge.log', `${line('A')}${line('B')}{`)
    // The rest is a hole: zeros that nobody has to write.
    truncateSync(file, 2 * 1024 ** 3)
    const before = globalThis.process.memoryUsage()
    let most = 0
    const { pcs, unreadable } = await readFleet([file], {
      now,
      onProgress: () => {
        const { heapUsed, external } = globalThis.process.memoryUsage()
        most = Math.max(most, heapUsed - before.heapUsed + external - before.external)
      },
    })
    expect(pcs.map(({ name }) => name)).toEqual(['A', 'B'])
    expect(unreadable.map(({ source, problem }) => [source, problem])).toEqual([
      ['huge.log:3', 'too-long'],
    ])
    expect(most).toBeLessThan(100_000_000)
  })

  test('millions of empty lines and blanks are passed over, and lines count on', async () => {
    const blank = Buffer.alloc(4_000_000, '\n')
    write(
      'blank.log',
      Buffer.concat([Buffer.from(line('A')), blank, Buffer.from(` \r\n\n${line('B')}{"v":1,`)]),
    )
    const { pcs, unreadable } = await read()
    expect(pcs.map(({ name }) => name)).toEqual(['A', 'B'])
    expect(unreadable.map(({ source, problem }) => [source, problem])).toEqual([
      ['blank.log:4000005', 'cut'],
    ])
  })

  test('an element of 16 MB within an answer', async () => {
    const element = (name: string, more = '') => ({
      ...{ host_id: name, host_name: name, columns: { ...genuine, more } },
    })
    write(
      'r.json',
      JSON.stringify({
        report_id: 1,
        results: [element('A'), element('X', 'y'.repeat(16_000_000)), element('B')],
      }),
    )
    expect(await brief()).toEqual({
      pcs: [
        ['A', 'none'],
        ['B', 'none'],
      ],
      unreadable: [['r.json:2', 'too-long']],
    })
  })

  test('mixed kinds in one file, numbers as numbers', async () => {
    write(
      'mixed.ndjson',
      line('A') +
        snapshot('B', [{ ...planted, pid: 10, on_disk: 1 }], {
          numerics: true,
          unixTime: String(unixTime),
        }) +
        `${JSON.stringify({ host: 'C', rows: [genuine] })}\n[]\n"text"\n`,
    )
    const { pcs, unreadable } = await brief()
    expect(pcs).toEqual([
      ['A', 'none'],
      ['B', 'danger'],
      ['C', 'none'],
    ])
    expect(unreadable).toEqual([
      ['mixed.ndjson:4', 'unknown-kind'],
      ['mixed.ndjson:5', 'unknown-kind'],
    ])
  })

  test('the year 2099 hides no later answer', async () => {
    write('a.log', snapshot('PC-1', [planted], { unixTime: 4_100_000_000 }))
    write('b.log', snapshot('PC-1', [genuine]))
    const { pcs, unreadable } = await read()
    expect(pcs.map(({ verdict, atMs }) => [verdict.worst, atMs])).toEqual([
      ['none', unixTime * 1000],
    ])
    expect(unreadable.map(({ problem }) => problem)).toEqual(['future'])
  })

  test('a quote that never closes takes one row, not the rest', async () => {
    const many = Array.from(
      { length: 40_000 },
      (_, at) => `PC-${at},a.exe,C:\\a.exe,1,missing`,
    ).join('\n')
    write('t.csv', `hostname,name,path,pid,result\nPC-X,"a.exe,C:\\a.exe,1,missing\n${many}\n`)
    const { pcs, unreadable } = await read()
    expect(pcs.length).toBe(40_000)
    expect(unreadable.map(({ source, problem }) => [source, problem])).toEqual([
      ['t.csv:1', 'csv-quotes'],
    ])
  })

  test('names of hosts hide nothing and are no novel', async () => {
    write(
      'x.ndjson',
      line('a\u202Egpj.exe') + line('\u001b[31mred') + line('n'.repeat(5000)) + line(' \u0000 '),
    )
    const { pcs } = await read()
    expect(pcs.map(({ name }) => name)).toEqual([
      'a⟨U+202E⟩gpj.exe',
      '⟨U+001B⟩[31mred',
      'n'.repeat(255),
      '⟨U+0000⟩',
    ])
  })

  // On Windows a pipe has no place in a folder.
  if (globalThis.process.platform !== 'win32') {
    test('pipes that were named are not opened, and hold nothing up', async () => {
      const pipes = Array.from({ length: 8 }, (_, index) => join(folder, `pipe-${index}`))
      execFileSync('mkfifo', pipes)
      const open = vi.spyOn(promises, 'open')
      syncBuiltinESMExports()
      const { pcs, unreadable } = await brief(...pipes, write('a.log', snapshot('PC-1', [svchost])))
      const opened = open.mock.calls.map(([path]) => String(path))
      vi.restoreAllMocks()
      syncBuiltinESMExports()
      expect([...new Set(opened)]).toEqual([join(folder, 'a.log')])
      expect(pcs).toEqual([['PC-1', 'none']])
      expect(unreadable).toEqual(pipes.map((_, index) => [`pipe-${index}`, 'unknown-kind']))
    })
  }

  test('a file that is not there, and a folder that is', async () => {
    good()
    const { pcs, unreadable } = await brief(join(folder, 'none.json'), folder)
    expect(pcs).toEqual([['GOOD', 'none']])
    expect(unreadable.map(([, problem]) => problem)).toEqual(['missing'])
  })
})

describe('the command line', () => {
  test('gives every PC, worst first, and every file that could not be read', async () => {
    write(
      'a.ndjson',
      line('B') +
        line('A', {
          worst: 'danger',
          findings: [{ code: 'unsigned', subject: 'x.exe', severity: 'danger' }],
        }) +
        line('C', { stack: 'none' }),
    )
    write('b.png', Buffer.from([0x89, 0x50, 0, 0]))
    const { stdout, exitCode } = await runCli(['--open', folder, '--format', 'json'])
    expect(JSON.parse(stdout)).toEqual({
      answered: 3,
      withoutApple: 1,
      unreadable: [
        {
          source: 'b.png',
          reason: 'This is a program, picture or archive. Unpack it, or choose another file.',
        },
      ],
      pcs: [
        {
          ...{ name: 'A', worst: 'danger', stack: 'desktop', versions: [] },
          findings: [{ code: 'unsigned', subject: 'x.exe', severity: 'danger' }],
          at: '2026-11-26T10:00:00.000Z',
        },
        {
          name: 'B',
          worst: 'none',
          findings: [],
          stack: 'desktop',
          versions: [],
          at: '2026-11-26T10:00:00.000Z',
        },
        {
          name: 'C',
          worst: 'none',
          findings: [],
          stack: 'none',
          versions: [],
          at: '2026-11-26T10:00:00.000Z',
        },
      ],
    })
    expect(exitCode).toBe(1)
  })

  test('exports a table that no spreadsheet takes for formulas', async () => {
    write('a.ndjson', line('=cmd|"/c calc"!A1') + line('@SUM(1)') + line('-2') + line('\t=1'))
    const { stdout } = await runCli(['--open', folder, '--format', 'csv'])
    expect(stdout.startsWith('\uFEFFPC,Level,What,Installation,Versions,Checked (UTC)\r\n')).toBe(
      true,
    )
    const cells = stdout
      .split('\r\n')
      .slice(1, -1)
      .map((row) => /^(?:"((?:[^"]|"")*)"|([^,]*)),/.exec(row)?.slice(1).join(''))
    expect(cells).toEqual(["'-2", `'=cmd|""/c calc""!A1`, "'@SUM(1)", '⟨U+0009⟩=1'])
  })

  test('has no other format for many, and no table for one', async () => {
    write('a.ndjson', line('A'))
    expect((await runCli(['--open', folder, '--format', 'html'])).exitCode).toBe(2)
    expect((await runCli(['--format', 'csv'])).stderr).toEqual([
      '--format csv is for several PCs: give --open a folder or several files.',
    ])
  })
})
