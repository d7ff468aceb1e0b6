import { expect, test } from 'vitest'
import { recordedSources } from '../../../../electron/sources/recorded-sources.ts'
import { runCli } from '../../../fixtures/run-cli.ts'
import { personFields } from '../../../fixtures/planted-pcs.ts'
import { pcFacts } from '../../../fixtures/pc-facts.ts'
import { windowsPc } from '../../../fixtures/sources.ts'
import { unknownPcFacts } from '../../../../shared/model/unknown-pc-facts.ts'
import { skipped } from '../../../../shared/model/probe.ts'
import { reportSchema } from '../../../../shared/report/schema/report-schema.ts'

const asking = { signal: new AbortController().signal }

async function reportWith(facts = pcFacts) {
  const sources = windowsPc(undefined, { pcFacts: () => Promise.resolve(facts) })
  const { stdout } = await runCli(['--format', 'json'], sources)
  return { stdout, report: reportSchema.parse(JSON.parse(stdout)) }
}

test('what this PC has comes back out of a saved report, in the order of the contract', async () => {
  const { stdout, report } = await reportWith()
  const { pc } = JSON.parse(stdout) as { pc: unknown }
  expect(await recordedSources(report).pcFacts(asking)).toEqual(pcFacts)
  expect(JSON.stringify(report.pc)).toBe(JSON.stringify(pc))
})

test('an older report reads as not checked, from the moment of the report', async () => {
  const { report } = await reportWith()
  expect(await recordedSources({ ...report, pc: undefined }).pcFacts(asking)).toEqual(
    unknownPcFacts(report.generatedAtUtc, skipped('not-checked')),
  )
})

test('every field that may name a person is one of the facts', () => {
  for (const field of personFields) {
    const values = field.split('.').reduce<readonly unknown[]>(
      (found, key) =>
        found.flatMap((value) => {
          const inside = (value as Record<string, unknown>)[key]
          const plain =
            typeof inside === 'object' && inside !== null && 'state' in inside
              ? 'value' in inside
                ? [inside.value]
                : []
              : [inside]
          return plain.flat()
        }),
      [pcFacts],
    )
    const texts = values.filter((value) => typeof value === 'string')
    expect(texts, field).not.toHaveLength(0)
  }
})
