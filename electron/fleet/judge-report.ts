/** A whole report among the answers of a fleet, judged anew as any report is. */
import { readEndpoints } from '../../shared/catalogue/endpoints.ts'
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import { allFindings } from '../../shared/judge/findings/connection-findings.ts'
import {
  sourceOf,
  type FleetCollector,
  type RecordPlace,
  type ReportRecord,
} from '../../shared/fleet/collect.ts'
import { verdictOf } from '../../shared/fleet/judge-facts.ts'
import { isAppleListed } from '../../shared/judge/has-apple.ts'
import { connectionsIn } from '../../shared/report/convert/report-of-connections.ts'
import { reportSchema, reportSchemaVersion } from '../../shared/report/schema/report-schema.ts'
import { inspect } from '../inspection/inspect.ts'
import { recordedSources } from '../sources/recorded-sources.ts'

export async function judgeReportRecord(
  { report: raw, host, id }: ReportRecord,
  place: RecordPlace,
  collector: FleetCollector,
  catalogue: Catalogue,
): Promise<void> {
  if (Number(raw['schemaVersion']) > reportSchemaVersion) {
    collector.addProblem(sourceOf(place), 'newer', String(raw['schemaVersion']))
    return
  }
  const parsed = reportSchema.safeParse(raw)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    collector.addProblem(sourceOf(place), 'not-report', issue?.path.join('.') ?? '')
    return
  }
  const report = parsed.data
  const sources = recordedSources(report)
  const inspected = await inspect(sources, { catalogue })
  if (!inspected.ok) {
    collector.addProblem(sourceOf(place), 'not-report')
    return
  }
  const { inspection } = inspected.value
  const pc = await sources.pcFacts({ signal: new AbortController().signal })
  const findings = allFindings(inspection, { ...connectionsIn(report), pc }, readEndpoints())
  collector.addJudged(
    { host: host === '' ? (report.label ?? '') : host, id, at: report.generatedAtUtc },
    verdictOf(inspection, findings, isAppleListed(pc)),
    place,
  )
}
