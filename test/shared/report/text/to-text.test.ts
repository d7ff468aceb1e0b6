/** Does nothing that a system, a file or another version wrote reach the terminal or the ticket raw? */
import { beforeAll, expect, test } from 'vitest'
import { readCatalogue } from '../../../../shared/catalogue/catalogue.ts'
import type { Report } from '../../../../shared/report/schema/report-schema.ts'
import { longestShort, toShort } from '../../../../shared/report/text/to-short.ts'
import { explanationsAsText, toText } from '../../../../shared/report/text/to-text.ts'
import { wordsIn } from '../../../../shared/text/texts.ts'
import { reportOf, withForeignTexts } from '../../../fixtures/rich-report.ts'

const words = wordsIn('en')
// eslint-disable-next-line no-control-regex -- they are what it looks for
const raw = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u200b]/
const hostile = (index: number) => `x${index}\u001b[31m\u202egnp\u009b\u200b.exe\r\nFake: line`

let report: Report
beforeAll(async () => {
  report = await reportOf()
})

test.each([
  ['the report', (one: Report) => toText(one, readCatalogue(), words)],
  ['its short form', (one: Report) => toShort(one, words)],
  ['an explanation', ({ findings }: Report) => explanationsAsText(findings as never)],
])('every foreign text in %s is shown with its hidden signs as codes', (_what, write) => {
  const text = write(withForeignTexts(report, hostile))
  expect(text).not.toMatch(raw)
  expect(text).toContain('⟨U+202E⟩')
})

test('no name, path, owner or version begins a line of its own in the report', () => {
  const text = toText(withForeignTexts(report, hostile), readCatalogue(), words)
  expect(text).not.toMatch(/^\s*Fake: line/m)
})

test.each(['x', '😀', '\u202e', '\n'])('the short form of endless texts fits, of %j', (sign) => {
  const long = sign.repeat(5_000)
  const made = withForeignTexts(report, () => long)
  const text = toShort(
    { ...made, label: long, findings: [...made.findings, ...made.findings, ...made.findings] },
    words,
  )
  expect(text.length).toBeLessThanOrEqual(longestShort)
  expect(text.endsWith('\n')).toBe(true)
  expect(text).not.toMatch(raw)
})
