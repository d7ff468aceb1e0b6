/** What the window's report is made of: the last of everything that was looked at. */
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import type { ReportPreview, SaveReportFailure } from '../../shared/ipc/channels.ts'
import type { Inspection } from '../../shared/model/inspection.ts'
import type { PcFacts } from '../../shared/model/pc-facts.ts'
import type { Recording } from '../../shared/model/recording.ts'
import { composeReport } from '../../shared/report/convert/compose-report.ts'
import { failure, success, type Result } from '../../shared/model/result.ts'
import type { Connections } from '../../shared/connections/connections-look.ts'
import { removedKinds, type Removed } from '../../shared/report/redact/people.ts'
import type { Report } from '../../shared/report/schema/report-schema.ts'
import { toShort } from '../../shared/report/text/to-short.ts'
import { toText } from '../../shared/report/text/to-text.ts'
import type { Words } from '../../shared/text/texts.ts'
import { appIdentity } from '../app-identity.ts'
import type { Shown } from './save-report.ts'

interface Latest<T> {
  readonly latest: () => T
}

export interface ShownTasks {
  readonly inspections: Latest<Inspection | undefined>
  readonly connections: Latest<Connections>
  readonly recordings: Latest<Recording | undefined>
  readonly pcFacts: Latest<PcFacts | undefined>
}

export function whatIsShown(tasks: ShownTasks): Shown {
  return {
    inspection: tasks.inspections.latest(),
    connections: tasks.connections.latest(),
    recording: tasks.recordings.latest(),
    pc: tasks.pcFacts.latest(),
  }
}

/** Copy summary. @returns undefined before the first look. */
export function summaryOf(shown: Shown, words: Words): string | undefined {
  const report = reportOf(shown, words)
  return report === undefined ? undefined : toShort(report, words)
}

/** What a file would hold, before somebody chooses one. */
export function previewOf(shown: Shown, words: Words): Result<ReportPreview, SaveReportFailure> {
  const report = reportOf(shown, words)
  if (report === undefined) return failure({ code: 'nothing-to-save', detail: '' })
  const text = toText(report, readCatalogue(), words).slice(0, longestPreview)
  return success({ text, removed: (report.redacted?.removed ?? []).filter(isRemoved) })
}

/** More nobody reads before saving. */
const longestPreview = 60_000

const isRemoved = (one: string): one is Removed => removedKinds.some((kind) => kind === one)

function reportOf(
  { inspection, read, isRedacted = true, ...beside }: Shown,
  words: Words,
): Report | undefined {
  if (inspection === undefined) return undefined
  return composeReport({ inspection, read, isRedacted, ...beside }, appIdentity, words)
}
