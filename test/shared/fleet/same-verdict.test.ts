/**
 * The same PC through the app, through the question on a real SQLite in every envelope, and through a line: the same
 * findings, or a difference with its reason (docs/fleet.md has the table).
 */
import { expect, test } from 'vitest'
import { inspect } from '../../../electron/inspection/inspect.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { readyToCompare } from '../../../shared/catalogue/confusables.ts'
import { createLookAlikeFinder } from '../../../shared/catalogue/look-alike.ts'
import { createCollector } from '../../../shared/fleet/collect.ts'
import { createCsvSplitter } from '../../../shared/fleet/split-csv.ts'
import { writeQuestion } from '../../../shared/fleet/write/question.ts'
import { readTrustRules } from '../../../shared/judge/trust-rules.ts'
import { makeReport } from '../../../shared/report/convert/make-report.ts'
import { toLine } from '../../../shared/report/line/to-line.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { describedPc } from '../../fixtures/described-pc.ts'
import { judgedPcs } from '../../fixtures/judged-pcs.ts'
import { ask, osqueryOf } from '../../fleet/osquery.ts'

type Row = Readonly<Record<string, string>>

const catalogue = readCatalogue()
const question = writeQuestion(catalogue, readTrustRules())
const now = Date.parse('2026-11-27T10:00:00.000Z')
const unixTime = now / 1000

/** Each way a row travels. */
const envelopes: Readonly<Record<string, (row: Row) => readonly unknown[]>> = {
  'a snapshot of osquery': (row) => [
    { name: 'q', hostIdentifier: 'PC-1', unixTime, snapshot: [row] },
  ],
  'an event of osquery': (row) => [
    {
      name: 'q',
      hostIdentifier: 'PC-1',
      unixTime,
      action: 'removed',
      columns: { ...row, processes: '[]' },
    },
    { name: 'q', hostIdentifier: 'PC-1', unixTime, action: 'added', columns: row },
  ],
  'a batch of osquery': (row) => [
    { name: 'q', hostIdentifier: 'PC-1', unixTime, diffResults: { added: [row], removed: [] } },
  ],
  "osqueryi's array": (row) => [row],
  fleetctl: (row) => [{ host: 'PC-1', rows: [row] }],
  "Fleet's answer": (row) => [
    { host_id: 3, host_name: 'PC-1', last_fetched: '2026-11-27T09:00:00Z', columns: row },
  ],
  "Fleet's CSV": (row) => {
    const cells = { host_display_name: 'PC-1', Host: '', host_id: '3', ...row }
    const line = (values: readonly string[]) =>
      `${values.map((value) => JSON.stringify(value)).join(',')}\n`
    const read: unknown[] = []
    const splitter = createCsvSplitter(
      { delimiter: ',', isJson: true },
      { onRow: (one) => read.push(one), onBroken: () => read.push(null) },
    )
    splitter.feed(line(Object.keys(cells)) + line(Object.values(cells)))
    splitter.end()
    return read
  },
  // The Intune script's line holds arrays where a row of SQL holds texts.
  "Graph's run state": (row) => [
    {
      ...{ id: 'x', managedDevice: { id: '1', deviceName: 'PC-1' }, detectionState: 'success' },
      preRemediationDetectionScriptOutput: JSON.stringify(
        Object.fromEntries(
          Object.entries(row).map(([key, cell]) => [
            key,
            /^[[{]/.test(cell) ? JSON.parse(cell) : cell,
          ]),
        ),
      ),
    },
  ],
}

/** What osquery does not tell; every other PC must come out equal. */
const differences: Readonly<Record<string, string>> = {
  'a certificate of its own that claims to be Apple’s, in a user’s folder':
    'osquery says "untrusted" of everything that fails, also where it cannot check: that accuses nobody',
  'the worm iTunesHelper.vbe of 2013, which Windows’s own script host runs':
    'SQL cannot tell which file a longer command starts, so its signature is not known',
}

async function collect(records: readonly unknown[]) {
  await readyToCompare(['é'])
  const collector = createCollector({
    catalogue,
    lookAlikes: createLookAlikeFinder(catalogue.processes),
    nowMs: now,
  })
  records.forEach((record, at) => {
    collector.add(record, { file: 0, at: at + 1, name: 'x', stem: 'PC-1' })
  })
  const { pcs, unreadable } = collector.finish()
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
  for (const [way, wrap] of Object.entries(envelopes)) {
    const verdict = await collect(wrap(row ?? {}))
    if (differences[id] === undefined) {
      expect([...brief(verdict?.findings ?? []), verdict?.stack], way).toEqual([
        ...expected,
        inspection.stack.stack,
      ])
    } else expect(brief(verdict?.findings ?? []), way).not.toEqual(expected)
  }
  const report = makeReport(inspection, { name: 'x', version: '0.1.0' }, wordsIn('en'))
  const line = await collect([JSON.parse(toLine(report))])
  expect(brief(line?.findings ?? [])).toEqual(expected)
})

test('at least sixteen PCs are compared, and few differ', () => {
  expect(judgedPcs.length).toBeGreaterThanOrEqual(16)
  expect(Object.keys(differences).length).toBeLessThanOrEqual(2)
})
