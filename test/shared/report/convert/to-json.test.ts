/** Does a report say the same to every reader, and nothing to the terminal that shows it? */
import { expect, test } from 'vitest'
import { toJson } from '../../../../shared/report/convert/to-json.ts'
import type { Report } from '../../../../shared/report/schema/report-schema.ts'

test('orders to a terminal and signs that nobody sees are written as their codes, and read as what they are', () => {
  const names = [
    ...['\u001b[2J', '\u007f', '\u0080\u009b31m', '\u009f', '\u202egnp.exe', '\u200b', '\u2028'],
    ...['\ufeff', '\u{e0061}', '\ud800', 'Blåbär 日本語 🍏'],
  ]
  const json = toJson({ names } as unknown as Report)
  // eslint-disable-next-line no-control-regex -- they are what it looks for
  expect(json).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u2028\u202e\ufeff]/)
  expect(json).not.toMatch(/\p{Cs}|\u{e0061}/u)
  expect(json).toContain('Blåbär 日本語 🍏')
  expect(JSON.parse(json)).toEqual({ names })
})

test('a report that opened is never too large to be opened again because it is written with blanks', () => {
  const processes = Array.from({ length: 200_000 }, (_, pid) => ({ pid, facts: [[[[1]]]] }))
  const report = { processes } as unknown as Report
  const json = toJson(report)
  expect(json.length).toBe(JSON.stringify(report).length + 1)
  expect(toJson({ processes: processes.slice(0, 2) } as unknown as Report)).toContain(
    '\n  "processes"',
  )
})
