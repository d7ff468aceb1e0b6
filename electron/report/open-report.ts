/** A saved report as a source, and why one cannot be opened, in one line. */
import { failure, success, type Result } from '../../shared/model/result.ts'
import type { Recording } from '../../shared/model/recording.ts'
import { connectionsIn } from '../../shared/report/convert/report-of-connections.ts'
import type { Connections } from '../../shared/connections/connections-look.ts'
import { recordingIn } from '../../shared/report/convert/report-of-recording.ts'
import { reportSchemaVersion } from '../../shared/report/schema/report-schema.ts'
import type { Words } from '../../shared/text/texts.ts'
import { visibleText } from '../../shared/text/visible-text.ts'
import { mostInstances, type ReadReport } from '../../shared/report/read/parse-report.ts'
import { readReport, reportSizeLimitBytes, type OpenFailure } from './read-report.ts'
import { recordedSources } from '../sources/recorded-sources.ts'
import type { Sources } from '../sources/sources.ts'

export interface Opened {
  readonly sources: Sources
  /** What the report says about connections. */
  readonly saved: Connections
  readonly recording?: Recording | undefined
  readonly label?: string | undefined
  /** The report itself; missing for this PC. */
  readonly read?: ReadReport
}

export async function openReport(file: string, words: Words): Promise<Result<Opened, string>> {
  const opened = await readReport(file)
  if (!opened.ok) return failure(describeOpenFailure(file, opened.failure, words))
  const { report } = opened.value
  return success({
    sources: recordedSources(report),
    saved: connectionsIn(report),
    recording: recordingIn(report),
    label: report.label,
    read: opened.value,
  })
}

export function describeOpenFailure(
  file: string,
  problem: OpenFailure,
  { language, t }: Words,
): string {
  const megabytes = (bytes: number) =>
    new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 0 }) //
      .format(bytes / 1_000_000)
  const values: Record<string, string | number> = {
    file: visibleText(file),
    known: reportSchemaVersion,
    limit: megabytes(reportSizeLimitBytes),
  }
  if ('detail' in problem) values['detail'] = visibleText(problem.detail)
  if ('sizeBytes' in problem) values['size'] = megabytes(problem.sizeBytes)
  if (problem.code === 'openOther') return t(`cli.error.openOther.${problem.kind}`, values)
  if (problem.code === 'openBeyond') {
    values['most'] = new Intl.NumberFormat(language).format(mostInstances)
    return t(`cli.error.openBeyond.${problem.excess}`, values)
  }
  if ('found' in problem) values['found'] = problem.found
  return t(`cli.error.${problem.code}`, values)
}
