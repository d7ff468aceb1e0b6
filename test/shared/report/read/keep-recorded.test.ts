/** Words of another version by the ten thousand go back to where they stood, in a time that their number decides and not what stands beside them. */
import { expect, test } from 'vitest'
import { keepRecorded } from '../../../../shared/report/read/keep-recorded.ts'
import { parseReport } from '../../../../shared/report/read/parse-report.ts'
import { wordsIn } from '../../../../shared/text/texts.ts'
import { reportOfSchema } from '../../../fixtures/report-of-schema.ts'

interface Trial {
  readonly steps: { readonly address: { readonly value?: { addresses: object[] } } }
}

test('100,000 addresses of a kind that this version does not know take no longer than what they are', () => {
  const report = reportOfSchema(7, (field) => `Text ${field}`) as {
    readonly endpoints: readonly { readonly trials: readonly Trial[] }[]
  }
  const trial = report.endpoints
    .flatMap(({ trials }) => trials)
    .find(({ steps }) => steps.address.value !== undefined)
  trial!.steps.address.value!.addresses = Array.from({ length: 100_000 }, (_, at) => ({
    ...{ address: `Text ${at}`, family: 4, kind: 'a word of 2031' },
  }))
  const text = JSON.stringify(report)
  const read = parseReport(text)
  if (!read.ok) throw new Error(read.failure.code)
  expect(read.value.unknownCount).toBeGreaterThan(100_000)
  const begun = performance.now()
  JSON.stringify(JSON.parse(text))
  const plainMs = performance.now() - begun
  const kept = keepRecorded(read.value.report, read.value, wordsIn('en'))
  expect(performance.now() - begun - plainMs).toBeLessThan(40 * plainMs + 2_000)
  expect(kept.notKnown).toBeGreaterThan(100_000)
})
