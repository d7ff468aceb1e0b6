/**
 * The same PC through the app, through the question on a real SQLite in every kind of file, and through a line: the same
 * findings, or a difference with its reason (docs/fleet.md has the table).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFleet } from '../../../electron/fleet/read-fleet.ts'
import { inspect } from '../../../electron/inspection/inspect.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { writeQuestion } from '../../../shared/fleet/write/question.ts'
import { readTrustRules } from '../../../shared/judge/trust/trust-rules.ts'
import { makeReport } from '../../../shared/report/convert/make-report.ts'
import { toLine } from '../../../shared/report/line/to-line.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { describedPc } from '../../fixtures/described-pc.ts'
import { judgedPcs } from '../../fixtures/judged-pcs.ts'
import { ask, osqueryOf } from '../../fleet/osquery.ts'

type Row = Readonly<Record<string, string>>

const catalogue = readCatalogue()
const question = writeQuestion(catalogue, readTrustRules())
const now = new Date('2026-11-27T10:00:00.000Z')
const unixTime = now.getTime() / 1000

const head = { name: 'q', hostIdentifier: 'PC-1', unixTime }
const json = (value: unknown) => JSON.stringify(value)
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const table = (row: Row, cellOf: (cell: string) => string, delimiter = ',') =>
  [Object.keys(row), Object.values(row)]
    .map((cells) => `${cells.map(cellOf).join(delimiter)}\r\n`)
    .join('')
const ofFleet = { host_id: 3, host_name: 'PC-1', last_fetched: '2026-11-27T09:00:00Z' }
/** The Intune script's line holds arrays where a row of SQL holds texts. */
const scriptOf = (row: Row) =>
  json(
    Object.fromEntries(
      Object.entries(row).map(([key, cell]) => [key, /^[[{]/.test(cell) ? JSON.parse(cell) : cell]),
    ),
  )

/** Each way a row travels: a file. */
const files: Readonly<Record<string, (row: Row) => string | Buffer>> = {
  'a snapshot of osquery': (row) => json({ ...head, action: 'snapshot', snapshot: [row] }),
  'events of osquery': (row) =>
    [
      { ...head, action: 'removed', columns: { ...row, processes: '[]' } },
      { ...head, action: 'added', columns: row },
    ]
      .map(json)
      .join('\n'),
  'a batch of osquery': (row) => json({ ...head, diffResults: { added: [row], removed: [] } }),
  "osqueryi's array": (row) => `[\n  ${json(row)}\n]\n`,
  "osqueryi's table": (row) => table(row, quoted, '|'),
  'a line of fleetctl': (row) => json({ host: 'PC-1', rows: [row] }),
  "Fleet's answer with query_id": (row) =>
    json({ query_id: 1, results: [{ ...ofFleet, columns: row }] }),
  "Fleet's answer with report_id": (row) =>
    JSON.stringify({ report_id: 1, results: [{ ...ofFleet, columns: row }] }, null, 2),
  "Fleet's answer for one host": (row) =>
    json({ report_id: 1, ...ofFleet, results: [{ columns: row }] }),
  "Fleet's CSV": (row) =>
    table({ host_display_name: 'PC-1', Host: '', host_id: '3', ...row }, JSON.stringify),
  'a CSV with semicolons, in UTF-16': (row) =>
    Buffer.from(`\uFEFF${table(row, quoted, ';')}`, 'utf16le'),
  "Graph's run states": (row) =>
    json({
      value: [
        {
          ...{ id: 'x', managedDevice: { id: '1', deviceName: 'PC-1' }, detectionState: 'success' },
          preRemediationDetectionScriptOutput: scriptOf(row),
        },
      ],
    }),
  "what Graph's module for PowerShell writes": (row) =>
    Buffer.from(
      `\uFEFF${json([
        {
          ...{ Id: 'x', ManagedDevice: { Id: '1', DeviceName: 'PC-1' } },
          PreRemediationDetectionScriptOutput: scriptOf(row),
        },
      ])}`,
      'utf16le',
    ),
  "the table of Intune's page": (row) =>
    table(
      {
        ...{ DeviceId: '1', DeviceName: 'PC-1' },
        PreRemediationDetectionScriptOutput: scriptOf(row),
      },
      quoted,
    ),
}

/** What osquery does not tell; every other PC must come out equal. */
const differences: Readonly<Record<string, string>> = {
  'a certificate of its own that claims to be Apple’s, in a user’s folder':
    'osquery says "untrusted" of everything that fails, also where it cannot check: that accuses nobody',
  'the worm iTunesHelper.vbe of 2013, which Windows’s own script host runs':
    'SQL cannot tell which file a longer command starts, so its signature is not known',
}

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'same-verdict-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

async function read(content: string | Buffer) {
  const file = join(folder, 'PC-1.log')
  writeFileSync(file, content)
  const { pcs, unreadable } = await readFleet([file], { now })
  expect(unreadable).toEqual([])
  expect(pcs.map(({ name }) => name)).toEqual(['PC-1'])
  return pcs[0]?.verdict
}

const brief = (findings: readonly { code: string; severity: string; subject: string }[]) => [
  ...new Set(findings.map(({ code, severity, subject }) => `${severity} ${code} ${subject}`)),
]

test.each(judgedPcs.map((pc) => [pc.id, pc] as const))('%s', async (id, pc) => {
  const inspected = await inspect(describedPc(pc), { catalogue })
  if (!inspected.ok) throw new Error(inspected.failure.code)
  const { inspection } = inspected.value
  const expected = brief(inspection.findings)
  const [row, ...others] = ask(osqueryOf(pc), question)
  expect(others).toEqual([])
  for (const [way, wrap] of Object.entries(files)) {
    const verdict = await read(wrap(row ?? {}))
    if (differences[id] === undefined) {
      expect([...brief(verdict?.findings ?? []), verdict?.stack], way).toEqual([
        ...expected,
        inspection.stack.stack,
      ])
    } else expect(brief(verdict?.findings ?? []), way).not.toEqual(expected)
  }
  const report = makeReport(inspection, { name: 'x', version: '0.1.0' }, wordsIn('en'))
  const line = await read(toLine(report).replace('"label":null', '"label":"PC-1"'))
  expect(brief(line?.findings ?? [])).toEqual(expected)
})

test('at least sixteen PCs are compared, and few differ', () => {
  expect(judgedPcs.length).toBeGreaterThanOrEqual(16)
  expect(Object.keys(differences).length).toBeLessThanOrEqual(2)
})
