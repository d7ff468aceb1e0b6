/** A wrong type in every field of the contract, however deep: a plain refusal with its place, or a report that every format can show. */
import { expect, test } from 'vitest'
import { inspect } from '../../../../electron/inspection/inspect.ts'
import { recordedSources } from '../../../../electron/sources/recorded-sources.ts'
import { readCatalogue } from '../../../../shared/catalogue/catalogue.ts'
import { composeReport } from '../../../../shared/report/convert/compose-report.ts'
import { toHtml } from '../../../../shared/report/html/to-html.ts'
import { toLine } from '../../../../shared/report/line/to-line.ts'
import { parseReport } from '../../../../shared/report/read/parse-report.ts'
import { toText } from '../../../../shared/report/text/to-text.ts'
import { wordsIn } from '../../../../shared/text/texts.ts'
import { reportOfSchema } from '../../../fixtures/report-of-schema.ts'

const words = wordsIn('en')
const wrongs: readonly unknown[] = [7, 'x', [], {}, [[]], [7], null, true, -1, '\u0000']

type Place = readonly (string | number)[]

/** One place of each kind: the first of a list stands for all. */
function placesIn(value: unknown, place: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return place.length > 0 ? [place] : []
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.slice(0, 1).map((one, at) => [at, one] as const)
    : Object.entries(value)
  const within = entries.flatMap(([key, one]) => placesIn(one, [...place, key]))
  return place.length > 0 ? [place, ...within] : within
}

function withWrong(value: unknown, [step, ...rest]: Place, wrong: unknown): unknown {
  if (step === undefined) return wrong
  if (Array.isArray(value)) {
    return value.map((one: unknown, at) => (at === step ? withWrong(one, rest, wrong) : one))
  }
  const whole = value as Record<string, unknown>
  return { ...whole, [step]: withWrong(whole[step], rest, wrong) }
}

test('is refused by name or shown', { timeout: 300_000 }, async () => {
  const report = reportOfSchema(3, (field) => `Text of ${field}`)
  const places = placesIn(report)
  expect(places.length).toBeGreaterThan(300)
  let opened = 0
  for (const [at, place] of places.entries()) {
    const wrong = wrongs[at % wrongs.length]
    const read = parseReport(JSON.stringify(withWrong(report, place, wrong)))
    if (!read.ok) {
      expect(['openNotReport', 'openNewer', 'openBeyond'], place.join('.')).toContain(
        read.failure.code,
      )
      continue
    }
    opened += 1
    if (opened % 4 !== 0) continue
    const looked = await inspect(recordedSources(read.value.report), { catalogue: readCatalogue() })
    if (!looked.ok) continue
    const made = composeReport(
      {
        inspection: looked.value.inspection,
        read: read.value,
        isRedacted: true,
        pc: read.value.report.pc,
      },
      { name: 'Process Inspector for iTunes', version: '0.1.0' },
      words,
    )
    for (const shown of [
      toLine(made),
      toText(made, readCatalogue(), words),
      toHtml(made, readCatalogue(), words),
    ]) {
      expect(shown, place.join('.')).not.toMatch(/\bundefined\b|\{\{|\[object/)
    }
  }
  expect(opened).toBeGreaterThan(20)
})
