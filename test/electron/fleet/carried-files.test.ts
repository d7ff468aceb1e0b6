/** Files as companies have them: saved again by other programs, joined, rotated, wrapped by collectors of logs. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openPc } from '../../../electron/fleet/open-pc.ts'
import { readFleet } from '../../../electron/fleet/read-fleet.ts'
import { generatePc, lineOf, rowOf } from '../../fleet/generate.ts'

const now = new Date('2026-11-27T10:00:00.000Z')
const unixTime = 1_795_000_000

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carried-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const read = async (content: string | Buffer) => {
  const file = join(folder, 'FILE.x')
  writeFileSync(file, content)
  return readFleet([file], { now })
}
const brief = async (content: string | Buffer) => {
  const { pcs, unreadable } = await read(content)
  return [
    pcs.map(({ name }) => name).join(' '),
    unreadable.map(({ source, problem }) => source.replace('FILE.x', '') + problem).join(' '),
  ]
}

const json = (value: unknown): string => JSON.stringify(value)
const planted = {
  ...{ pid: '10', name: 'iTunesHelper.exe', path: 'C:\\Users\\x\\iTunesHelper.exe' },
  ...{ cmdline: 'x', result: 'missing', subject_name: '', issuer_name: '' },
}
const snapshotOf = (host: string, more: object = {}) => ({
  ...{ snapshot: [planted], action: 'snapshot', name: 'p', hostIdentifier: host, unixTime },
  ...more,
})
const snapshot = (host: string, more: object = {}) => json(snapshotOf(host, more))
const row = (name: string) => rowOf({ ...generatePc(1), name })
const line = (name: string) => lineOf({ ...generatePc(3), name })
const state = (name: string) => ({
  ...{ id: `x${name}`, managedDevice: { id: name, deviceName: name } },
  preRemediationDetectionScriptOutput: line(name),
})
const lines = (...all: readonly string[]) => all.map((one) => `${one}\n`).join('')
const quoted = (cell: string) => (/[";,\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const table = (rows: readonly (readonly string[])[], delimiter: string) =>
  rows.map((cells) => `${cells.map(quoted).join(delimiter)}\r\n`).join('')
const processes = (host: string) => [
  ['hostname', 'name', 'path', 'pid', 'result'],
  [host, planted.name, planted.path, '1', 'missing'],
]
const own = (name: string) => [
  ['host_display_name', 'host_id', ...Object.keys(row(name))],
  ['x', '7', ...Object.values(row(name))],
]

describe('opens, and each PC is told', () => {
  test.each<readonly [title: string, content: string | Buffer, problems?: string]>([
    [
      "fleetctl's lines",
      lines(json({ host: 'A', rows: [row('A')] }), json({ host: 'B', rows: [row('B')] })),
    ],
    [
      "fleetctl's answers over many lines",
      ['A', 'B']
        .map((name) => JSON.stringify({ host: name, rows: [row(name)] }, null, 2))
        .join('\n'),
    ],
    [
      "fleetctl's lines behind a warning",
      lines(
        '[!] connecting to https://fleet.example',
        json({ host: 'A', rows: [row('A')] }),
        json({ host: 'B', rows: [row('B')] }),
      ),
      ':1broken',
    ],
    [
      'a rotated log whose first line is torn',
      lines(snapshot('X').slice(200), snapshot('A'), snapshot('B')),
      ':1broken',
    ],
    [
      'a log behind the head of syslog',
      lines(...['A', 'B'].map((name) => `Nov 26 10:00:01 fleet osqueryd[12]: ${snapshot(name)}`)),
    ],
    [
      'a log behind a time and a stream',
      lines(...['A', 'B'].map((name) => `2026-11-26T10:00:00.1Z stdout F ${snapshot(name)}`)),
    ],
    [
      'a log behind time and tag with tabs',
      lines(...['A', 'B'].map((name) => `2026-11-26T10:00:00Z\tosquery\t${snapshot(name)}`)),
    ],
    [
      "Graph's pages, one after the other",
      json({ value: [state('A')] }) + json({ value: [state('B')] }),
    ],
    ["Graph's pages in an array", json([{ value: [state('A')] }, { value: [state('B')] }])],
    [
      "Graph's answers to a batch",
      json({
        responses: ['A', 'B'].map((name) => ({ status: 200, body: { value: [state(name)] } })),
      }),
    ],
    [
      'what PowerShell 5.1 wraps in value and Count',
      json({ value: ['A', 'B'].map((name) => ({ host_name: name, ...row(name) })), Count: 2 }),
    ],
    [
      "PowerShell's Out-File",
      Buffer.from(`\uFEFF${lines(`${line('A')}\r`, `${line('B')}\r`)}`, 'utf16le'),
    ],
    ['UTF-16 without a mark', Buffer.from(lines(line('A'), line('B')), 'utf16le')],
    [
      "hits of Kibana's console",
      json({
        took: 3,
        hits: {
          total: { value: 2 },
          hits: ['A', 'B'].map((name) => ({ _id: name, _source: snapshotOf(name) })),
        },
      }),
    ],
    [
      "Kibana's lines",
      lines(
        ...['A', 'B'].map((name) => json({ _index: 'x', _id: name, _source: snapshotOf(name) })),
      ),
    ],
    [
      "Splunk's lines",
      lines(
        ...['A', 'B'].map((name) =>
          json({ preview: false, offset: 1, result: { _raw: snapshot(name), host: 'x' } }),
        ),
      ),
    ],
    [
      "Splunk's table",
      table(
        [
          ['_time', 'host', '_raw'],
          ...['A', 'B'].map((name) => ['2026-11-26', 'x', snapshot(name)]),
        ],
        ',',
      ),
    ],
    [
      "Filebeat's lines",
      lines(...['A', 'B'].map((name) => json({ message: snapshot(name), agent: { name: 'x' } }))),
    ],
    [
      "Kafka's records",
      lines(...['A', 'B'].map((name) => json({ topic: 'x', offset: 1, value: snapshot(name) }))),
    ],
    [
      'an array of arrays',
      json([[{ host_name: 'A', ...row('A') }], [{ host_name: 'B', ...row('B') }]]),
    ],
    ['an array of snapshots', JSON.stringify([snapshotOf('A'), snapshotOf('B')], null, 1)],
    [
      "a live query's lines",
      lines(
        ...['A', 'B'].map((name, id) =>
          json({
            type: 'result',
            data: { host: { id, hostname: name }, rows: [row(name)], error: null },
          }),
        ),
      ),
    ],
    ['byte order marks in the middle of joined files', `${line('A')}\n\uFEFF${line('B')}\n`],
    ['ends of lines of either kind', `${line('A')}\r\n\r\n\n${line('B')}\n`],
    [
      'lines with comments',
      lines('# saved by hand', '// twice', line('A'), '# between', line('B')),
      ':1broken :2broken :4broken',
    ],
    ['lines with commas behind them', `${line('A')},\n${line('B')},\n`],
    ['an array with a comma too many', `[\n${line('A')},\n${line('B')},\n]`],
    [
      'a log whose end the loss of power made zeros',
      `${lines(line('A'), line('B'))}${'\0'.repeat(5000)}`,
      ':3cut',
    ],
    [
      'lines of two encodings',
      Buffer.concat([
        Buffer.from(lines(line('A'), line('B'))),
        Buffer.from(lines(`${line('C')}\r`), 'utf16le'),
      ]),
      ':3broken :4cut',
    ],
    ['a block of a chat', lines('```json', line('A'), line('B'), '```'), ':1broken :4broken'],
  ])('%s', async (_, content = '', problems = '') => {
    expect(await brief(content)).toEqual(['A B', problems])
  })

  test.each<readonly [string, string | Buffer, string]>([
    [
      'a table that a German Excel saved as CSV UTF-8',
      `\uFEFF${table(own('BÜRO-1'), ';')}`,
      'BÜRO-1',
    ],
    ['the same as plain CSV', Buffer.from(table(processes('BÜRO-1'), ';'), 'latin1'), 'BÜRO-1'],
    [
      'the same as Unicode text',
      Buffer.from(`\uFEFF${table(processes('BÜRO-1'), '\t')}`, 'utf16le'),
      'BÜRO-1',
    ],
    ['a table whose first line names its delimiter', `sep=;\r\n${table(own('A'), ';')}`, 'A'],
    ["Fleet's table saved by Excel", `\uFEFF${table(own('A'), ',')}`, 'A'],
    [
      'an export with the log in a column',
      table(
        [
          ['TimeGenerated [UTC]', 'Computer', 'RawData'],
          ['x', 'y', snapshot('A')],
        ],
        ',',
      ),
      'A',
    ],
  ])('%s', async (_, content, name) => {
    expect(await brief(content)).toEqual([name, ''])
  })
})

test('a packed log is one sentence', async () => {
  expect(await brief(gzipSync(lines(snapshot('A'), snapshot('B'))))).toEqual(['', 'binary'])
})

test('of two answers of one PC the later one counts, also where its clock is ahead of the others', async () => {
  const { pcs } = await read(
    lines(
      snapshot('A', { unixTime: unixTime + 72_000 }),
      snapshot('A', { unixTime, snapshot: [{ ...planted, name: 'x.exe', path: 'C:\\x.exe' }] }),
    ),
  )
  expect(pcs.map(({ name, verdict }) => [name, verdict.worst])).toEqual([['A', 'danger']])
})

test('of several PCs in one envelope each opens as itself', async () => {
  const fleet = await read(
    json({
      hits: {
        hits: ['A', 'B', 'C'].map((name, at) => ({ _source: rowOf({ ...generatePc(at), name }) })),
      },
    }),
  )
  const stacks = await Promise.all(
    fleet.pcs.map(async (pc) => {
      const [file] = fleet.files
      const opened = file && (await openPc(pc, file))
      return [pc.name, opened?.inspection.stack.stack === pc.verdict.stack]
    }),
  )
  expect(stacks).toEqual([
    ['A', true],
    ['B', true],
    ['C', true],
  ])
  expect(new Set(fleet.pcs.map(({ verdict }) => verdict.stack)).size).toBeGreaterThan(1)
})

test('an envelope without an answer says so once, however deep it is', async () => {
  const deep = (depth: number): unknown =>
    depth === 0 ? 'x' : { a: [deep(depth - 1)], b: '{"c":1}' }
  expect(await brief(lines(json(deep(40)), line('A')))).toEqual(['A', ':1missing-columns'])
})
