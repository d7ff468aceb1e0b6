/** Made-up PCs by the hundred: each can be written in every form, and what is opened and saved again is the same. */
import { describe, expect, test } from 'vitest'
import { inspect } from '../../../../electron/inspection/inspect.ts'
import { readReportBytes } from '../../../../electron/report/read-report.ts'
import { recordedSources } from '../../../../electron/sources/recorded-sources.ts'
import { readCatalogue } from '../../../../shared/catalogue/catalogue.ts'
import type { Inspection } from '../../../../shared/model/inspection.ts'
import { composeReport } from '../../../../shared/report/convert/compose-report.ts'
import { connectionsIn } from '../../../../shared/report/convert/report-of-connections.ts'
import { recordingIn } from '../../../../shared/report/convert/report-of-recording.ts'
import { toJson } from '../../../../shared/report/convert/to-json.ts'
import { toHtml } from '../../../../shared/report/html/to-html.ts'
import { toLine } from '../../../../shared/report/line/to-line.ts'
import type { Report } from '../../../../shared/report/schema/report-schema.ts'
import { toShort } from '../../../../shared/report/text/to-short.ts'
import { toText } from '../../../../shared/report/text/to-text.ts'
import { supportedLanguages } from '../../../../shared/text/languages.ts'
import { wordsIn, type Words } from '../../../../shared/text/texts.ts'
import { richCheck } from '../../../fixtures/connections.ts'
import {
  plantedConnections,
  plantedNames,
  plantedPc,
  plantedReport,
} from '../../../fixtures/planted-pcs.ts'
import { pluggedIn } from '../../../fixtures/recording.ts'
import { reportOf } from '../../../fixtures/rich-report.ts'

const app = { name: 'Process Inspector for iTunes', version: '0.1.0' }
const catalogue = readCatalogue()

async function judged(report: Report): Promise<Inspection> {
  const inspected = await inspect(recordedSources(report), { catalogue })
  if (!inspected.ok) throw new Error(inspected.failure.code)
  return inspected.value.inspection
}

function read(file: string) {
  const opened = readReportBytes(new TextEncoder().encode(file))
  if (!opened.ok) throw new Error(opened.failure.code)
  return opened.value
}

/** As the command line saves a report that it opened. */
async function savedAgain(file: string, words: Words): Promise<Report> {
  const opened = read(file)
  const { report } = opened
  const shown = {
    ...{ inspection: await judged(report), connections: connectionsIn(report), pc: report.pc },
    ...{ recording: recordingIn(report), label: report.label, read: opened, isRedacted: false },
  }
  return composeReport(shown, app, words)
}

/** Where the test runs for each of many changes of the code, a few do. */
const seeds = process.env['INSPECTOR_FEW_SEEDS'] === undefined ? 50 : 4

describe('200 PCs', { timeout: 120_000 }, () => {
  test.each(plantedNames)(
    'of %s: every form holds, and saving again changes nothing',
    async (name) => {
      const base = await reportOf()
      for (let seed = 500; seed < 500 + seeds; seed += 1) {
        const words = wordsIn(supportedLanguages[seed % supportedLanguages.length] ?? 'en')
        const whole = {
          inspection: await judged(plantedReport(base, name, seed)),
          pc: plantedPc(name, seed),
          connections: plantedConnections({ check: richCheck }, name),
          recording: pluggedIn(),
          label: `PC ${seed}`,
          // A command without quotation marks that is cut at the blank of a name is cut elsewhere after it.
          isRedacted: seed % 2 === 0 && !name.includes(' '),
        }
        const report = composeReport(whole, app, words)
        const json = toJson(report)
        const again = await savedAgain(json, words)
        expect({ ...again, lister: report.lister }, `seed ${seed}`).toEqual(report)
        expect(again.lister).toBe('recorded')
        expect(toJson(await savedAgain(toJson(again), words))).toBe(toJson(again))

        const page = toHtml(report, catalogue, words)
        expect(read(page).report, `seed ${seed}`).toEqual(read(json).report)
        const [text, short] = [toText(report, catalogue, words), toShort(report, words)]
        for (const written of [page, text, short]) {
          expect(written).not.toMatch(/\{\{|\[object|\bundefined\b/)
        }
        for (const { imageName } of report.processes) expect(text).toContain(imageName)
        expect(short.length).toBeLessThanOrEqual(2_048)
        const line = toLine(report)
        expect(line.trimEnd().length).toBeLessThanOrEqual(2_048)
        expect(JSON.parse(line)).toMatchObject({ ...report.verdict, label: `PC ${seed}` })
      }
    },
  )
})
