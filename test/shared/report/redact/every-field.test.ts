/** A person's name in every field of the contract that may hold a text: is it in no form of the report? */
import { describe, expect, test } from 'vitest'
import { inspect } from '../../../../electron/inspection/inspect.ts'
import { recordedSources } from '../../../../electron/sources/recorded-sources.ts'
import { readCatalogue } from '../../../../shared/catalogue/catalogue.ts'
import { composeReport } from '../../../../shared/report/convert/compose-report.ts'
import { connectionsIn } from '../../../../shared/report/convert/report-of-connections.ts'
import { recordingIn } from '../../../../shared/report/convert/report-of-recording.ts'
import { toJson } from '../../../../shared/report/convert/to-json.ts'
import { toHtml } from '../../../../shared/report/html/to-html.ts'
import { toLine } from '../../../../shared/report/line/to-line.ts'
import { parseReport } from '../../../../shared/report/read/parse-report.ts'
import { toShort } from '../../../../shared/report/text/to-short.ts'
import { toText } from '../../../../shared/report/text/to-text.ts'
import { wordsIn } from '../../../../shared/text/texts.ts'
import { openFields, reportOfSchema } from '../../../fixtures/report-of-schema.ts'

const catalogue = readCatalogue()
const words = wordsIn('en')
const app = { name: 'Process Inspector for iTunes', version: '0.1.0' }

/** What whoever saves it calls the PC is told as it is; name and version of the program are today's. */
const givenFields = new Set(['.label'])

const names = ['Zoë Quistgaard', 'zoe.quistgaard', 'Quistgaard'] as const

function planted(seed: number, name: string, fields: Set<string>): object {
  const forms = (field: string): readonly string[] => {
    if (field.endsWith('.account')) return [`CORP\\${name}`, `${name}@corp.example`, name]
    if (field.endsWith('.securityId')) return ['S-1-5-21-1-2-3-1001']
    return [
      `C:\\Users\\${name}\\x.exe`,
      `"D:\\Users\\${name}\\My x\\y.exe" -u "${name}"`,
      `file:///C:/Users/${encodeURIComponent(name)}/x`,
      `Made by ${name}.`,
      `CORP\\${name}`,
      name.toUpperCase(),
    ]
  }
  return reportOfSchema(seed, (field, pick) => {
    if (givenFields.has(field)) return 'Desk 4'
    fields.add(field)
    return pick(forms(field))
  })
}

async function written(report: object): Promise<readonly string[]> {
  const opened = parseReport(JSON.stringify(report))
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure))
  const { report: read } = opened.value
  const looked = await inspect(recordedSources(read), { catalogue })
  if (!looked.ok) throw new Error(looked.failure.code)
  const made = composeReport(
    {
      ...{ inspection: looked.value.inspection, connections: connectionsIn(read), pc: read.pc },
      ...{ recording: recordingIn(read), read: opened.value, isRedacted: true },
    },
    app,
    words,
  )
  return [
    ...[toJson(made), toLine(made), toShort(made, words), toText(made, catalogue, words)],
    toHtml(made, catalogue, words),
  ]
}

/** Each field with the name in it, and what it holds. */
function leaksIn(value: unknown, field = ''): readonly string[] {
  if (typeof value === 'string') {
    return /quistgaard|S-1-5-21/i.test(value) ? [`${field}: ${value}`] : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => leaksIn(one, `${field}.${key}`))
}

describe.each(names)('%s', (name) => {
  test('in every field of twenty reports is in no form of them', { timeout: 120_000 }, async () => {
    const fields = new Set<string>()
    for (let seed = 0; seed < 20; seed += 1) {
      const [json = '', ...others] = await written(planted(seed, name, fields))
      expect(leaksIn(JSON.parse(json)), `seed ${seed}`).toEqual([])
      for (const text of others) {
        expect(text, `seed ${seed}`).not.toMatch(/\bundefined\b|\{\{|\[object/)
        expect(/.{0,160}(?:quistgaard|S-1-5-21).{0,60}/iu.exec(text)?.[0]).toBeUndefined()
      }
    }
    const never = [...openFields()].filter((field) => !fields.has(field) && !givenFields.has(field))
    expect(never).toEqual([])
  })
})
