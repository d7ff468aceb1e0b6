/** A saved report for the window: read, judged by today's rules, and what it says beyond that. */
import { basename } from 'node:path'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import type { OpenedReport, OpenReportFailure } from '../../shared/ipc/channels.ts'
import { failure, success, type Result } from '../../shared/model/result.ts'
import { composeReport } from '../../shared/report/convert/compose-report.ts'
import { connectionsIn } from '../../shared/report/convert/report-of-connections.ts'
import { recordingIn } from '../../shared/report/convert/report-of-recording.ts'
import type { Words } from '../../shared/text/texts.ts'
import { appIdentity } from '../app-identity.ts'
import { describeOpenFailure } from '../cli/open-report.ts'
import { inspect } from '../inspection/inspect.ts'
import { recordedSources } from '../sources/recorded-sources.ts'
import { readReport, readReportBytes } from './read-report.ts'

/** A file that was chosen, or one that was dropped. */
export type Given =
  { readonly file: string } | { readonly name: string; readonly bytes: Uint8Array }

export async function openForWindow(
  given: Given,
  words: Words,
): Promise<Result<OpenedReport, OpenReportFailure>> {
  const name = 'file' in given ? basename(given.file) : given.name
  const cannot = (detail: string) => failure({ code: 'cannot-open', detail } as const)
  const read = 'file' in given ? await readReport(given.file) : readReportBytes(given.bytes)
  if (!read.ok) return cannot(describeOpenFailure(name, read.failure, words))
  const { report } = read.value
  const inspected = await inspect(recordedSources(report), { catalogue: readCatalogue() })
  if (!inspected.ok) return cannot(inspected.failure.code)
  const { inspection } = inspected.value
  const connections = connectionsIn(report)
  const today = composeReport(
    { inspection, connections, pc: report.pc, read: read.value, isRedacted: false },
    appIdentity,
    words,
  )
  return success({
    name: report.label ?? name,
    takenAtUtc: inspection.takenAtUtc,
    inspection,
    look: connections.look,
    check: connections.check,
    recording: recordingIn(report),
    pcFacts: report.pc,
    notKnown: today.notKnown ?? 0,
    saidThen: (today.findingsThen ?? []).map(({ text }) => text),
  })
}
