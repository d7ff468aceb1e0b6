/** A saved report for the window: read, judged by today's rules, and what it says beyond that. */
import { basename } from 'node:path'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import type { OpenedReport, OpenReportFailure } from '../../shared/ipc/channels.ts'
import { walkOfReport } from '../../shared/report/convert/walk-of-report.ts'
import { failure, success, type Result } from '../../shared/model/result.ts'
import type { Composed } from '../../shared/report/convert/compose-report.ts'
import { reportFindings } from '../../shared/report/convert/report-of-findings.ts'
import { joinFindings } from '../../shared/report/read/keep-recorded.ts'
import { allFindings } from '../../shared/judge/findings/connection-findings.ts'
import { readEndpoints } from '../../shared/catalogue/endpoints.ts'
import { connectionsIn } from '../../shared/report/convert/report-of-connections.ts'
import { recordingIn } from '../../shared/report/convert/report-of-recording.ts'
import type { ReadReport } from '../../shared/report/read/parse-report.ts'
import type { Words } from '../../shared/text/words.ts'
import { describeOpenFailure } from './open-report.ts'
import { inspect } from '../inspection/inspect.ts'
import { recordedSources } from '../sources/recorded-sources.ts'
import { readReport } from './read-report.ts'

export interface Judged {
  readonly read: ReadReport
  readonly composed: Omit<Composed, 'isRedacted'>
}

export async function readAndJudge(
  file: string,
  words: Words,
): Promise<Result<Judged, OpenReportFailure>> {
  const cannot = (detail: string) => failure({ code: 'cannot-open', detail } as const)
  const read = await readReport(file)
  if (!read.ok) return cannot(describeOpenFailure(basename(file), read.failure, words))
  const { report } = read.value
  const inspected = await inspect(recordedSources(report), { catalogue: readCatalogue() })
  if (!inspected.ok) return cannot(inspected.failure.code)
  const { inspection } = inspected.value
  const connections = connectionsIn(report)
  const recording = recordingIn(report)
  const composed = { inspection, connections, recording, pc: report.pc, read: read.value }
  return success({ read: read.value, composed })
}

/** @param id by which it is asked for again */
export async function openForWindow(
  file: string,
  id: string,
  words: Words,
): Promise<Result<OpenedReport, OpenReportFailure>> {
  const judged = await readAndJudge(file, words)
  if (!judged.ok) return judged
  const { read, composed } = judged.value
  const { inspection, connections, recording } = composed
  const found = allFindings(inspection, { ...connections, pc: read.report.pc }, readEndpoints())
  const today = reportFindings(found, inspection, words)
  const { findingsThen, notKnown } = joinFindings(today, read, words)
  return success({
    kind: 'report',
    id,
    name: read.report.label ?? basename(file),
    takenAtUtc: inspection.takenAtUtc,
    inspection,
    look: connections?.look,
    check: connections?.check,
    recording,
    pcFacts: read.report.pc,
    ...(read.report.diagnosis !== undefined && { walk: walkOfReport(read.report.diagnosis) }),
    notKnown,
    saidThen: findingsThen.map(({ text }) => text),
  })
}
