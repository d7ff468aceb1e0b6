/** Is what is no report refused for the right reason, before much is made of it? */
import { beforeAll, expect, test } from 'vitest'
import { failure } from '../../../../shared/model/result.ts'
import { mostInstances, parseReport } from '../../../../shared/report/read/parse-report.ts'
import { richPc } from '../../../fixtures/rich-pc.ts'
import { runCli } from '../../../fixtures/run-cli.ts'

interface Data {
  readonly schemaVersion: number
  readonly processes: readonly { readonly instances: readonly object[] }[]
  readonly lookAlikes: readonly object[]
}
let data: Data & Record<string, unknown>
beforeAll(async () => {
  data = JSON.parse((await runCli(['--format', 'json'], richPc())).stdout) as typeof data
})
const parse = (value: unknown) => parseReport(JSON.stringify(value))

test.each([
  ['{', 'openNotJson'],
  ['', 'openNotJson'],
  ['<html>', 'openNoReportInPage'],
  [' \n<p>', 'openNoReportInPage'],
  ['[]', 'openNotReport'],
  ['null', 'openNotReport'],
  ['{}', 'openNotReport'],
  ['['.repeat(70), 'openBeyond'],
])('%j: %s', (text, code) => {
  expect(parseReport(text)).toMatchObject({ ok: false, failure: { code } })
})

test('the place of what is wrong is said; of the whole, that it is no report', () => {
  expect(parse(5)).toEqual(failure({ code: 'openNotReport', detail: 'report' }))
  expect(parse({ ...data, processes: 5 })).toEqual(
    failure({ code: 'openNotReport', detail: 'processes' }),
  )
  expect(parse({ ...data, processes: [{ ...data.processes[0], instances: 5 }] })).toEqual(
    failure({ code: 'openNotReport', detail: 'processes.0.instances' }),
  )
})

test('a newer shape is refused with its number, this one is opened', () => {
  expect(parse(data)).toMatchObject({ ok: true, value: { unknown: [], unknownCount: 0 } })
  const found = data.schemaVersion + 1
  expect(parse({ ...data, schemaVersion: found })).toEqual(failure({ code: 'openNewer', found }))
})

test('keys and words of another version are kept with their places, and counted', () => {
  const lister = { ...data, more: { a: 1 }, lister: 'of-2031' }
  expect(parse(lister)).toMatchObject({
    value: {
      unknownCount: 2,
      unknown: expect.arrayContaining([{ path: ['more'], value: { a: 1 } }]) as unknown,
    },
  })
})

test('what every object has is not taken for a field of the report', () => {
  const { processes, ...rest } = data
  expect(processes.length).toBeGreaterThan(0)
  const text = `{"__proto__":{"processes":[]},${JSON.stringify(rest).slice(1)}`
  expect(parseReport(text)).toMatchObject({ failure: { code: 'openNotReport' } })
})

test('more processes than any PC runs are refused, wherever they stand', () => {
  const beyond = failure({ code: 'openBeyond', excess: 'processes' })
  const many = (count: number) => Array<unknown>(count).fill({})
  expect(parse({ ...data, processes: [{ instances: many(mostInstances + 1) }] })).toEqual(beyond)
  expect(parse({ ...data, processes: many(mostInstances + 1) })).toEqual(beyond)
  const half = many(mostInstances / 2 + 1)
  expect(parse({ lookAlikes: half, otherApple: half })).toEqual(beyond)
  expect(parse({ processes: [{ instances: half }], lookAlikes: half })).toEqual(beyond)
  expect(parse({ processes: [{ instances: half }, 5, null] })).not.toEqual(beyond)
  expect(parse({ processes: many(mostInstances) })).not.toEqual(beyond)
})

test('what is no list of processes is none of them', () => {
  const beyond = failure({ code: 'openBeyond', excess: 'processes' })
  const full = Array<unknown>(mostInstances).fill({})
  expect(parse({ lookAlikes: full, processes: [5, { instances: 5 }, [], null] })).not.toEqual(
    beyond,
  )
  expect(parse({ lookAlikes: full, processes: [{ instances: [{}] }] })).toEqual(beyond)
  expect(parse([{ lookAlikes: [...full, {}] }])).not.toEqual(beyond)
})
