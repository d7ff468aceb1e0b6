/** Two reports, or a report and this PC, for the window: what changed, in words. */
import type { OpenReportFailure } from '../../shared/ipc/channels.ts'
import { type ComparedRow, changeParts } from '../../shared/report/compare/compare-words.ts'
import { success, type Result } from '../../shared/model/result.ts'
import { compareReports } from '../../shared/report/compare/compare-reports.ts'
import { composeReport } from '../../shared/report/convert/compose-report.ts'
import type { Report } from '../../shared/report/schema/report-schema.ts'
import type { Words } from '../../shared/text/words.ts'
import { appIdentity } from '../app-identity.ts'
import { readAndJudge } from './open-for-window.ts'
import type { Shown } from './save-report.ts'

/** A file, or what was last seen of this PC. */
export type Side = { readonly file: string } | { readonly shown: Shown }

export async function compareForWindow(
  before: Side,
  after: Side,
  words: Words,
): Promise<Result<readonly ComparedRow[], OpenReportFailure>> {
  const [was, is] = await Promise.all([composedOf(before, words), composedOf(after, words)])
  if (!was.ok) return was
  if (!is.ok) return is
  // A saved report has no user folders: this PC is held beside it without them too.
  const isRedacted = was.value.isRedacted || is.value.isRedacted
  const [older, newer] = [was.value.report(isRedacted), is.value.report(isRedacted)]
  return success(
    compareReports(older, newer).map((change) => changeParts(words, change, older, newer)),
  )
}

interface Comparable {
  readonly isRedacted: boolean
  readonly report: (isRedacted: boolean) => Report
}

async function composedOf(
  side: Side,
  words: Words,
): Promise<Result<Comparable, OpenReportFailure>> {
  if ('shown' in side) {
    const { inspection, ...beside } = side.shown
    if (inspection === undefined) throw new Error('this PC was not looked at')
    const report = (isRedacted: boolean) =>
      composeReport({ inspection, ...beside, isRedacted }, appIdentity, words)
    return success({ isRedacted: false, report })
  }
  const judged = await readAndJudge(side.file, words)
  if (!judged.ok) return judged
  const { read, composed } = judged.value
  const report = (isRedacted: boolean) =>
    composeReport({ ...composed, isRedacted }, appIdentity, words)
  return success({ isRedacted: read.report.redacted?.on === true, report })
}
