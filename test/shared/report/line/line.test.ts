import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { lineJsonSchema } from '../../../../shared/report/line/line-schema.ts'
import { lineOf, readLine } from '../../../../shared/report/line/read-line.ts'
import { longestLine } from '../../../../shared/report/line/report-line.ts'
import { toLine } from '../../../../shared/report/line/to-line.ts'
import type { Report } from '../../../../shared/report/schema/report-schema.ts'
import { reportOf } from '../../../fixtures/rich-report.ts'

const schema = z.fromJSONSchema(lineJsonSchema() as never)

function lineIn(report: Report) {
  const text = toLine(report)
  const read = readLine(text)
  if (!read.ok) throw new Error(read.failure)
  return { text, line: read.value }
}

describe('the line of a PC', () => {
  test('is one line of ASCII that its reader and its schema take', async () => {
    const { text, line } = lineIn(await reportOf())
    expect(text).toMatch(/^[ -~]{10,2047}\n$/)
    expect(schema.safeParse(JSON.parse(text)).success).toBe(true)
    expect(line).toMatchObject({ v: 1, stack: 'desktop', worst: 'danger', exitCode: 1 })
    expect(line.findings.length).toBeGreaterThan(2)
    expect(line.running[0]?.trust).not.toBe('genuine')
    expect(line.cut).toMatchObject({ products: 0, findings: 0, texts: 0 })
  })

  test('holds no path, no account and no security id', async () => {
    const { text } = lineIn(await reportOf())
    expect(text).not.toMatch(/\\\\|S-1-|Users|ANNA/i)
  })

  test('of any length fits, and counts what had no room', async () => {
    const report = await reportOf()
    const text = fc.string({ unit: 'binary', maxLength: 300 })
    const [finding] = report.findings
    const [process] = report.processes.filter(({ instances }) => instances.length > 0)
    const [instance] = process?.instances ?? []
    if (finding === undefined || process === undefined || instance === undefined) throw new Error()
    fc.assert(
      fc.property(fc.array(text, { maxLength: 120 }), text, (names, label) => {
        const made = {
          ...report,
          label,
          machine: { ...report.machine, release: label },
          findings: names.map((subject) => ({ ...finding, subject })),
          processes: [
            { ...process, instances: names.map(() => instance) },
            ...names.map((id) => ({ ...process, id, instances: [instance] })),
          ],
        }
        const { text: made64, line } = lineIn(made)
        expect(made64.length).toBeLessThanOrEqual(longestLine)
        expect(made64).toMatch(/^[ -~]+\n$/)
        expect(line.findings.length + line.cut.findings).toBe(names.length)
        const kinds =
          new Set(names).size + (names.length > 0 && !names.includes(process.id) ? 1 : 0)
        expect(line.running.length + line.cut.running).toBe(kinds)
      }),
      { numRuns: 60 },
    )
  })

  test('without room the running programs go first, then findings, then products; the worst stay', async () => {
    const report = await reportOf()
    const [process] = report.processes.filter(({ instances }) => instances.length > 0)
    const [instance] = process?.instances ?? []
    const [finding] = report.findings
    if (process === undefined || instance === undefined || finding === undefined) throw new Error()
    const long = (at: number) => `${String(at)}${'x'.repeat(45)}`
    const times = (count: number) => Array.from({ length: count }, (_, at) => at)
    const product = { id: 'x', edition: 'y', version: 'z' }
    const made = (products: number, findings: number) => ({
      ...report,
      products: times(products).map((at) => ({ ...product, id: long(at) })) as never,
      findings: times(findings).map((at) => ({ ...finding, subject: long(at) })),
      processes: times(20).map((at) => ({
        ...process,
        id: long(at),
        instances: [
          { ...instance, trust: at === 19 ? ('tampered' as const) : ('genuine' as const) },
        ],
      })),
    })
    const { line: few } = lineIn(made(1, 1))
    expect(few.cut).toMatchObject({ findings: 0, products: 0 })
    expect(few.cut.running).toBeGreaterThan(3)
    expect(few.running.length).toBeGreaterThan(3)
    expect(few.running[0]?.trust).toBe('tampered')
    const { line: more } = lineIn(made(4, 20))
    expect(more.cut).toMatchObject({ running: 20, products: 0 })
    expect(more.cut.findings).toBeGreaterThan(3)
    expect(more.findings[0]?.subject).toBe(long(0).slice(0, 48))
    const { line: most } = lineIn(made(40, 1))
    expect(most.cut).toMatchObject({ running: 20, findings: 1 })
    expect(most.cut.products).toBeGreaterThan(3)
  })

  test.each(['x', '\u0000', '\ud800', '😀', '"', '\u202e'])(
    'fits when every text is as long as it may be, of %j',
    async (sign) => {
      const report = await reportOf()
      const long = sign.repeat(5_000)
      const { text, line } = lineIn({
        ...report,
        label: long,
        app: { ...report.app, version: long },
        catalogueVersion: long,
        machine: { ...report.machine, platform: long, release: long, arch: long },
        stack: long as never,
        stackUnknown: Array.from({ length: 20 }, (_, index) => ({
          input: `${index}${long}` as never,
          reason: 'not-checked' as const,
        })),
        products: (report.products ?? []).map((one) => ({ ...one, version: long })),
        findings: report.findings.map((one) => ({ ...one, subject: long })),
      })
      expect(text.length).toBeLessThanOrEqual(longestLine)
      expect(text).toMatch(/^[ -~]+\n$/)
      expect(line.cut.texts).toBeGreaterThan(5)
      expect(line.findings.length + line.cut.findings).toBe(report.findings.length)
    },
  )

  test('keeps words of another version, and is refused when its shape is newer', async () => {
    const { text } = lineIn(await reportOf())
    const json = JSON.parse(text) as object
    const future = { ...json, worst: 'catastrophe', stack: 'cloud', something: [1] }
    expect(lineOf(future)).toMatchObject({
      ok: true,
      value: { worst: 'catastrophe', stack: 'cloud' },
    })
    expect(lineOf({ ...json, v: 2 })).toEqual({ ok: false, failure: 'newer' })
  })

  test.each([
    ['', 'empty'],
    [' \r\n', 'empty'],
    ['{"v":1', 'not-json'],
    ['[1]', 'not-a-line'],
    ['{"v":"1"}', 'not-a-line'],
    ['{"__proto__":{"v":1}}', 'not-a-line'],
    ['x'.repeat(20_000), 'too-long'],
  ] as const)('of wrong input %# says what is wrong', (text, fault) => {
    expect(readLine(text)).toEqual({ ok: false, failure: fault })
  })

  test('is read exactly where its schema takes it, whichever field is wrong', async () => {
    const { text } = lineIn(await reportOf())
    const json = JSON.parse(text) as Record<string, unknown>
    for (const key of Object.keys(json)) {
      for (const wrong of [
        undefined,
        null,
        7,
        -1,
        'x',
        '2026-11-27T10:00:00Z',
        [],
        [7],
        [{}],
        {},
      ]) {
        const made = { ...json, [key]: wrong }
        const isTaken = schema.safeParse(JSON.parse(JSON.stringify(made))).success
        const isRead = readLine(JSON.stringify(made)).ok
        expect([key, wrong, isRead]).toEqual([key, wrong, isTaken])
      }
    }
  })
})
