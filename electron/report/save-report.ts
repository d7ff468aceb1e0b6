/** Saving from the window: what was shown becomes a file of the user's choice, in the form that its ending names. */
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import type { ReportPart, SavedReport, SaveReportFailure } from '../../shared/ipc/channels.ts'
import { failure, success, type Result } from '../../shared/model/result.ts'
import type { Walk } from '../../shared/model/diagnosis.ts'
import type { Inspection } from '../../shared/model/inspection.ts'
import type { PcFacts } from '../../shared/model/pc-facts.ts'
import type { Recording } from '../../shared/model/recording.ts'
import { toHtml } from '../../shared/report/html/to-html.ts'
import type { Connections } from '../../shared/connections/connections-look.ts'
import type { ReadReport } from '../../shared/report/read/parse-report.ts'
import type { Report } from '../../shared/report/schema/report-schema.ts'
import { composeReport } from '../../shared/report/convert/compose-report.ts'
import { toJson } from '../../shared/report/convert/to-json.ts'
import { toText } from '../../shared/report/text/to-text.ts'
import type { Words } from '../../shared/text/texts.ts'
import { appIdentity } from '../app-identity.ts'
import { writeReport } from './write-report.ts'

export interface SaveQuestion {
  readonly title: string
  readonly defaultPath: string
  readonly filters: { readonly name: string; readonly extensions: string[] }[]
}

/** What the window has shown, as far as there is such a thing. */
export interface Shown {
  readonly inspection: Inspection | undefined
  readonly connections?: Connections
  readonly recording?: Recording | undefined
  readonly pc?: PcFacts | undefined
  readonly walk?: Walk | null | undefined
  /** The opened report that the window shows; missing for this PC. */
  readonly read?: ReadReport | undefined
  /** Whether people are taken out of it: unless somebody chose otherwise. */
  readonly isRedacted?: boolean
}

/**
 * @param choose asks the user for a file; null when none was chosen.
 * @returns what was written, or null.
 */
export async function saveReport(
  { inspection, connections = {}, recording, pc, walk, read, isRedacted = true }: Shown,
  words: Words,
  choose: (question: SaveQuestion) => Promise<string | null>,
): Promise<Result<SavedReport | null, SaveReportFailure>> {
  if (inspection === undefined) return failure({ code: 'nothing-to-save', detail: '' })
  const { t } = words
  const file = await choose({
    title: t('window.save.title'),
    defaultPath: defaultName(inspection),
    filters: [
      { name: t('window.save.html'), extensions: ['html'] },
      { name: t('window.save.text'), extensions: ['txt'] },
      { name: t('window.save.json'), extensions: ['json'] },
    ],
  })
  if (file === null) return success(null)
  const composed = { inspection, connections, recording, pc, walk, read, isRedacted }
  const report = composeReport(composed, appIdentity, words)
  const written = await writeReport(file, contentFor(file, report, words))
  if (!written.ok) return failure({ code: 'cannot-write', detail: written.failure, file })
  const parts: readonly ReportPart[] = [
    'processes',
    ...(connections.look === undefined ? [] : (['look'] as const)),
    ...(connections.check === undefined ? [] : (['check'] as const)),
    ...(recording === undefined ? [] : (['recording'] as const)),
  ]
  return success({ file, parts })
}

/** Named by the moment of the look, in signs that every file system takes. */
function defaultName({ takenAtUtc }: Inspection): string {
  const moment = takenAtUtc.slice(0, 19).replace('T', ' ').replaceAll(':', '-')
  return `Process Inspector ${moment}.html`
}

function contentFor(file: string, report: Report, words: Words): string {
  if (/\.json$/i.test(file)) return toJson(report)
  const catalogue = readCatalogue()
  return /\.txt$/i.test(file) ? toText(report, catalogue, words) : toHtml(report, catalogue, words)
}
