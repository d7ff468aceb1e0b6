/** What a line leaves away for want of room, and where words of another version are put back: exactly. */
import { beforeAll, expect, test } from 'vitest'
import { toLine } from '../../../shared/report/line/to-line.ts'
import { longestLine, type ReportLine } from '../../../shared/report/line/report-line.ts'
import { keepRecorded } from '../../../shared/report/read/keep-recorded.ts'
import type { Unknown } from '../../../shared/report/read/read-shape.ts'
import type { Report } from '../../../shared/report/schema/report-schema.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { reportOf } from '../../fixtures/rich-report.ts'

let report: Report
beforeAll(async () => {
  report = await reportOf()
})
const lineOf = (one: Report) => JSON.parse(toLine(one)) as ReportLine
const times = <T>(count: number, make: (at: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, at) => make(at))
const small = (): Report => ({
  ...report,
  ...{ findings: [], products: [], stackUnknown: [], processes: report.processes.slice(0, 1) },
})

test('a text is shortened by the letter, and by no more than what the line needs', () => {
  const texts = (letters: number) => {
    const [finding] = report.findings
    if (finding === undefined) throw new Error('the report has findings')
    return lineOf({ ...small(), findings: [{ ...finding, subject: '😀'.repeat(letters) }] })
  }
  expect(texts(48)).toMatchObject({ cut: { texts: 0 } })
  expect(texts(48).findings[0]?.subject).toBe('😀'.repeat(48))
  expect(texts(49)).toMatchObject({ cut: { texts: 1 } })
  expect(texts(49).findings[0]?.subject).toBe(`${'😀'.repeat(47)}…`)
  expect(lineOf({ ...small(), label: 'x'.repeat(64) }).label).toBe('x'.repeat(64))
  expect(lineOf({ ...small(), label: 'x'.repeat(65) }).label).toBe(`${'x'.repeat(63)}…`)
})

test('what has no room goes from the end: what runs first, then findings, then products, and is counted', () => {
  const [finding] = report.findings
  const running = report.processes.find(({ instances }) => instances.length > 0)
  if (finding === undefined || running === undefined) throw new Error('the report has both')
  for (const [letters, most, texts] of [
    [3, 17, 0],
    [30, 5, 0],
    [60, 3, 25],
  ] as const) {
    const made = {
      ...report,
      findings: times(20, (at) => ({ ...finding, subject: `${String(at)}${'ö'.repeat(letters)}` })),
      products: times(5, () => ({
        ...({ id: 'itunes', edition: 'desktop' } as const),
        version: 'v'.repeat(letters),
      })),
      processes: times(20, (at) => ({ ...running, id: `${running.id}-${String(at)}` })),
    }
    const { products, running: runs, findings, cut } = lineOf(made)
    expect(toLine(made).length).toBeLessThanOrEqual(longestLine)
    expect([products.length + cut.products, findings.length + cut.findings]).toEqual([5, 20])
    expect(runs.length + cut.running).toBe(20 * running.instances.length)
    if (cut.findings > 0) expect(runs).toEqual([])
    if (cut.products > 0) expect(findings).toEqual([])
    expect([products.length, runs.length, findings.length, cut.texts]).toEqual([5, 0, most, texts])
  }
  const many = lineOf({ ...small(), findings: times(60, () => ({ ...finding, code: 'x' })) })
  expect(many.findings.length + many.cut.findings).toBe(60)
})

test('what is not genuine comes first, the same twice is counted, and what is not known is said once', () => {
  const running = report.processes.find(({ instances }) => instances.length > 0)
  const [one] = running?.instances ?? []
  if (running === undefined || one?.version.state !== 'known') throw new Error('it runs')
  const order = ['genuine', 'cannot-tell', 'wrong-folder', 'unsigned', 'wrong-signer', 'tampered']
  const version = { ...one.version.value, fixedFileVersion: null, fileVersion: '7' }
  const instances = order.map((trust) => ({ ...one, trust: trust as typeof one.trust }))
  const [first] = instances
  if (first === undefined) throw new Error('it runs')
  const line = lineOf({
    ...small(),
    processes: [
      { ...running, instances: [...instances, first] },
      {
        ...running,
        ...{ id: 'other', status: 'cannot-tell' },
        instances: [
          { ...first, version: { state: 'known', value: version } },
          { ...first, version: { state: 'denied', reason: 'needs-admin' } },
        ],
      },
    ],
    stackUnknown: times(12, (at) => ({ input: `in-${String(at >> 1)}`, reason: 'x' })) as never,
  })
  const own = (trust: string, count = 1) => [running.id, trust, '486.0.2.16', count].join(' ')
  expect(line.running.map((each) => Object.values(each).map(String).join(' '))).toEqual([
    ...['tampered', 'wrong-signer', 'unsigned', 'wrong-folder', 'cannot-tell'].map((each) =>
      own(each),
    ),
    ...[own('genuine', 2), 'other genuine 7 1', 'other genuine null 1'],
  ])
  expect(line.unknown).toEqual(['list', 'in-0', 'in-1', 'in-2', 'in-3', 'in-4', 'in-5'])
})

test('words of another version go back to the thing that they stood at, by its name', () => {
  const keep = (unknown: readonly Unknown[], opened = report, made = report) =>
    keepRecorded(made, { report: opened, unknown, unknownCount: unknown.length }, wordsIn('en'))
  const turned = { ...report, processes: report.processes.toReversed() }
  const at = 2
  const id = report.processes[at]?.id
  const path = ['processes', at, 'later'] as const
  const kept = keep([{ path, value: 'x' }], report, turned)
  expect(kept.processes.filter((one) => 'later' in one).map((one) => one.id)).toEqual([id])
  expect(kept.notKnown).toBe(1)
  // What is no longer there is put back; a finding, a place in a list and a prototype are not.
  const without = { ...report, processes: report.processes.filter((one) => one.id !== id) }
  expect(keep([{ path, value: 'x' }], report, without).processes.at(-1)).toMatchObject({
    id,
    later: 'x',
  })
  for (const none of [
    ['findings', 0, 'later'],
    ['processes', 0],
    ['__proto__'],
    ['no', 'such', 'x'],
    [],
  ]) {
    expect({ ...keep([{ path: none, value: 'x' }]), notKnown: 0 }).toEqual({
      ...JSON.parse(JSON.stringify(report)),
      notKnown: 0,
    })
  }
  const state = { state: 'asleep', more: 1 }
  const standIn = { state: 'failed', reason: 'asleep' } as const
  const odd = { ...report, elevated: standIn }
  expect(keep([{ path: ['elevated'], value: state }], odd, odd).elevated).toEqual({
    ...{ ...state, reason: 'asleep' },
  })
  expect(keep([{ path: ['elevated'], value: { ...state, reason: 'r' } }], odd, odd).elevated) //
    .toEqual({ ...state, reason: 'r' })
})

test('findings that are no longer made are those of then, once each; foreign ones stay and count', () => {
  const [one] = report.findings
  if (one === undefined) throw new Error('the report has findings')
  const foreign = { ...one, code: 'of-2031', subject: 'f', severity: 'of-2031' as never }
  const gone = { ...one, code: 'look-alike', subject: 'gone' }
  const opened = {
    ...report,
    findings: [...report.findings, foreign, gone],
    findingsThen: [gone, { ...gone, subject: 'earlier' }, one],
  }
  const made = { ...report, findings: [] }
  const kept = keepRecorded(made, { report: opened, unknown: [], unknownCount: 3 }, wordsIn('en'))
  expect(kept.findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
    'of-2031 attention',
  ])
  expect(kept.verdict).toEqual({ worst: 'attention', exitCode: 1 })
  expect(kept.notKnown).toBe(4)
  expect(kept.findingsThen?.map(({ code, subject }) => `${code} ${subject}`)).toEqual([
    ...report.findings.map(({ code, subject }) => `${code} ${subject}`),
    ...['look-alike gone', 'look-alike earlier'],
  ])
  const same = { report, unknown: [], unknownCount: 0 }
  expect(keepRecorded(report, same, wordsIn('en'))).toEqual(report)
})
