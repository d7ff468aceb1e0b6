/** Saving what was shown, in a file of the user's choice. The file's ending says in which form. */
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import type { SaveReportFailure } from '../../shared/ipc/channels.ts'
import { failure, success, type Result } from '../../shared/model/result.ts'
import type { Inspection } from '../../shared/model/inspection.ts'
import type { Recording } from '../../shared/model/recording.ts'
import { toHtml } from '../../shared/report/html/to-html.ts'
import { makeReport } from '../../shared/report/convert/make-report.ts'
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

interface Surroundings {
  /** Asks the user; null when none was chosen. */
  readonly choose: (question: SaveQuestion) => Promise<string | null>
  /** The last one, where there is one. */
  readonly recording?: Recording | undefined
}

/** @returns the file that was written, or null when the user chose none. */
export async function saveReport(
  inspection: Inspection | undefined,
  words: Words,
  { choose, recording }: Surroundings,
): Promise<Result<string | null, SaveReportFailure>> {
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
  const written = await writeReport(file, contentFor(file, inspection, recording, words))
  return written.ok ? success(file) : failure({ code: 'cannot-write', detail: written.failure })
}

/** Named by the moment of the look, in signs that every file system takes. */
function defaultName({ takenAtUtc }: Inspection): string {
  const moment = takenAtUtc.slice(0, 19).replace('T', ' ').replaceAll(':', '-')
  return `Process Inspector ${moment}.html`
}

function contentFor(
  file: string,
  inspection: Inspection,
  recording: Recording | undefined,
  words: Words,
): string {
  const report = makeReport(inspection, appIdentity, words, {}, recording)
  if (/\.json$/i.test(file)) return toJson(report)
  const catalogue = readCatalogue()
  return /\.txt$/i.test(file) ? toText(report, catalogue, words) : toHtml(report, catalogue, words)
}
