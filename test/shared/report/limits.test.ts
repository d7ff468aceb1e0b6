/** How long each text may be that a form takes from elsewhere, and what a line must hold to be one. */
import { beforeAll, expect, test } from 'vitest'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { runKeys } from '../../../shared/model/run-keys.ts'
import { known, skipped } from '../../../shared/model/probe.ts'
import { runKeysIn } from '../../../shared/report/convert/report-of-autostart.ts'
import { markup } from '../../../shared/report/html/markup.ts'
import { lineOf, readLine } from '../../../shared/report/line/read-line.ts'
import { longestLine, type ReportLine } from '../../../shared/report/line/report-line.ts'
import { parseReport } from '../../../shared/report/read/parse-report.ts'
import type { Report } from '../../../shared/report/schema/report-schema.ts'
import { explain } from '../../../shared/report/text/explain.ts'
import { toShort } from '../../../shared/report/text/to-short.ts'
import { createWhatIs } from '../../../shared/search/what-is.ts'
import { wordsIn } from '../../../shared/text/texts.ts'
import { shortText } from '../../../shared/text/visible-text.ts'
import { reportOf } from '../../fixtures/rich-report.ts'

const words = wordsIn('en')
const long = Array.from({ length: 400 }, (_, n) => `${String(n)}-letter`).join('')

let report: Report
beforeAll(async () => {
  report = await reportOf()
})

test('in the short form', () => {
  const [finding] = report.findings
  if (finding?.action === undefined) throw new Error('the report has a finding with an action')
  const made = toShort(
    {
      ...{ ...report, label: long, app: { name: long, version: long } },
      findings: [
        { ...finding, text: long, action: { ...finding.action, text: long } },
        { severity: 'info', text: 'No action.' },
      ],
    },
    words,
  )
  const lines = made.split('\n')
  expect(lines[0]).toBe(shortText(long, 64))
  expect(lines.at(-2)).toBe(`${shortText(long, 60)} ${shortText(long, 30)}`)
  expect(made).toContain(` ${shortText(long, 400)}\n  → ${shortText(long, 300)}\n`)
  expect(lines.find((line) => line.endsWith('No action.'))).toBeDefined()
  expect(made).not.toContain('undefined')
})

test('on the page', () => {
  expect(String(markup`${long}`)).toBe(shortText(long, 2_000))
  expect(String(markup`${'x'.repeat(2_000)}`)).toHaveLength(2_000)
})

test('of what somebody asked', () => {
  const from = { catalogue: readCatalogue(), words, processes: [], examined: new Map() }
  const answer = createWhatIs(readCatalogue(), [words])('iTunesHelper.exe', words, null)
  expect(explain(long, answer, from).asked).toBe(long.slice(0, 2_000))
})

test('of the blanks before a page, and of what is said to be wrong', () => {
  const codeOf = (text: string) => parseReport(text)
  expect(codeOf(`${' '.repeat(1_000)}<p>`)).toMatchObject({
    failure: { code: 'openNoReportInPage' },
  })
  expect(codeOf(`${' '.repeat(1_001)}<p>`)).toMatchObject({ failure: { code: 'openNotJson' } })
})

const line: ReportLine = {
  ...{ v: 1, at: '2026-11-22T20:00:00.000Z', label: 'Desk 4', app: '0.1.0' },
  ...{ catalogueVersion: '887747ff', system: 'win32 10.0.22631 x64', worst: 'none', exitCode: 0 },
  ...{ stack: 'desktop', hasApple: true },
  products: [{ id: 'itunes', edition: 'desktop', version: '12.13' }],
  running: [{ id: 'itunes-helper', trust: 'genuine', version: '12.13', count: 1 }],
  findings: [{ code: 'wrong-folder', subject: 'x', severity: 'attention' }],
  ...{ unknown: ['list'], cut: { products: 0, running: 0, findings: 0, texts: 0 } },
}

/** Each field of it, also within its lists, with another value in its place. */
function withEach(
  value: unknown,
  other: unknown,
  path = '',
): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return []
  const put = (key: string, one: unknown) =>
    Array.isArray(value)
      ? value.map((each: unknown, at) => (String(at) === key ? one : each))
      : { ...value, [key]: one }
  return Object.entries(value).flatMap(([key, one]) => [
    [`${path}.${key}`, put(key, other)] as const,
    ...withEach(one, other, `${path}.${key}`).map(
      ([where, made]) => [where, put(key, made)] as const,
    ),
  ])
}

const ofKind = {
  'nothing at all': { may: ['.label', '.hasApple'], other: undefined },
  null: { may: ['.stack', '.running.0.version'], other: null },
  'a list': { may: ['.products', '.running', '.findings', '.unknown'], other: [] },
  'an object': { may: [], other: {} },
  'yes or no': { may: ['.hasApple'], other: false },
  'a broken number': { may: [], other: 1.5 },
  'a negative number': { may: [], other: -1 },
  'a number': {
    may: [
      '.v',
      '.exitCode',
      '.running.0.count',
      ...Object.keys(line.cut).map((key) => `.cut.${key}`),
    ],
    other: 1,
  },
  'a text': {
    may: [
      ...['.label', '.app', '.catalogueVersion', '.system', '.worst', '.stack', '.unknown.0'],
      ...['.products.0.id', '.products.0.edition', '.products.0.version'],
      ...['.running.0.id', '.running.0.trust', '.running.0.version'],
      ...['.findings.0.code', '.findings.0.subject', '.findings.0.severity'],
    ],
    other: 'x',
  },
}

test.each(Object.entries(ofKind))(
  'a line may have %s only where it may',
  (_kind, { may, other }) => {
    expect(lineOf(line)).toEqual({ ok: true, value: line })
    const taken = withEach(line, other).filter(([, made]) => lineOf(made).ok)
    expect(taken.map(([where]) => where).toSorted()).toEqual([...may].toSorted())
    for (const [, made] of withEach(line, other).filter(([, one]) => !lineOf(one).ok)) {
      expect(lineOf(made)).toEqual({ ok: false, failure: 'not-a-line' })
    }
  },
)

test('a line is read with what stands around it, up to a length, and one of a newer shape is none', () => {
  const text = JSON.stringify(line)
  expect(readLine(`\ufeff  ${text} \r\n`)).toEqual({ ok: true, value: line })
  const padded = (length: number) => text + ' '.repeat(length - text.length)
  expect(readLine(padded(8 * longestLine)).ok).toBe(true)
  expect(readLine(padded(8 * longestLine + 1))).toEqual({ ok: false, failure: 'too-long' })
  expect(readLine(' \ufeff ')).toEqual({ ok: false, failure: 'empty' })
  expect(readLine('{')).toEqual({ ok: false, failure: 'not-json' })
  const faultOf = (more: object) => lineOf({ ...line, ...more })
  expect(faultOf({ v: 2 })).toEqual({ ok: false, failure: 'newer' })
  for (const v of [0, 0.5, -1]) expect(faultOf({ v })).toEqual({ ok: false, failure: 'not-a-line' })
  for (const at of ['2026-11-22T20:00Z', '2026-11-22T20:00:01Z', '2026-11-22T20:00:01.123456789Z'])
    expect(faultOf({ at }).ok, at).toBe(true)
  for (const at of ['2026-11-22', '2026-13-22T20:00Z', '2026-11-22T20:00:01', 'x2026-11-22T20:00Z'])
    expect(faultOf({ at }).ok, at).toBe(false)
})

test('of the Run keys those that a report does not tell were not checked', () => {
  const unchecked = skipped('not-checked')
  expect(runKeysIn({}).map(({ entries }) => entries)).toEqual(runKeys.map(() => unchecked))
  const [first, ...others] = runKeys
  const read = runKeysIn({ runKeys: [{ ...first, read: known(true) }] })
  expect(read).toEqual([
    { ...first, entries: known([]) },
    ...others.map((key) => ({ ...key, entries: unchecked })),
  ])
})
