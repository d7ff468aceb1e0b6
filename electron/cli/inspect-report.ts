/** A report to compare with: of a saved file, or of this PC as it is now; judged today, either way. */
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import type { InspectionFailure } from '../../shared/model/inspection.ts'
import { failure, success, type Result } from '../../shared/model/result.ts'
import { composeReport } from '../../shared/report/convert/compose-report.ts'
import type { Report } from '../../shared/report/schema/report-schema.ts'
import type { Words } from '../../shared/text/texts.ts'
import { visibleText } from '../../shared/text/visible-text.ts'
import { appIdentity } from '../app-identity.ts'
import { liveSources } from '../sources/live-sources.ts'
import { inspectWithLook } from './connections.ts'
import { isRedacted } from './arguments.ts'
import type { Run } from './context.ts'
import { firstLine } from './first-line.ts'
import { openReport } from '../report/open-report.ts'

/** @param file undefined for this PC. @returns on failure one line for standard error. */
export async function inspectReport(
  file: string | undefined,
  { request, words, context }: Run,
): Promise<Result<Report, string>> {
  const opened =
    file === undefined
      ? success({ sources: context.sources ?? liveSources(context.systemLanguage), saved: {} })
      : await openReport(file, words)
  if (!opened.ok) return opened
  const { sources, saved, ...more } = opened.value
  const [inspected, pc] = await Promise.all([
    inspectWithLook(sources, readCatalogue()),
    sources.pcFacts({ signal: new AbortController().signal }),
  ])
  if (!inspected.ok) return failure(describeNoList(inspected.failure, words))
  const { inspection, look } = inspected.value
  const connections = { ...saved, ...(look !== undefined && { look }) }
  return success(
    composeReport(
      { inspection, connections, pc, isRedacted: isRedacted(request), ...more },
      appIdentity,
      words,
    ),
  )
}

/** Why there is no process list, in one line with the next step. */
export function describeNoList({ code, detail }: InspectionFailure, { t }: Words): string {
  const title = `${t(`listingFailure.${code}.title`)} (${visibleText(firstLine(detail))})`
  return t('cli.listing', { title, next: t(`listingFailure.${code}.next`) })
}
