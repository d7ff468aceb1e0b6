/** Watching this PC: one line of JSON for each change, until nobody reads it any more. */
import { setTimeout as wait } from 'node:timers/promises'
import { shownJson } from '../../../shared/report/convert/to-json.ts'
import { compareReports } from '../../../shared/report/compare/compare-reports.ts'
import type { Report } from '../../../shared/report/schema/report-schema.ts'
import type { Action } from '../context.ts'
import { inspectReport } from '../inspect-report.ts'

const everyMs = 2_000

export const watch: Action = async (run) => {
  const { context } = run
  const signal = context.signal ?? new AbortController().signal
  let before: Report | undefined
  let lastFailure: string | undefined
  while (!signal.aborted) {
    const read = await inspectReport(undefined, run)
    if (read.ok) {
      const after = read.value
      const changes = before === undefined ? [] : compareReports(before, after)
      for (const { kind, id, path, before: was, after: is } of changes) {
        const at = after.generatedAtUtc
        const line = shownJson({ at, kind, id, path, before: was, after: is }, 0)
        const fault = await context.stdout(line)
        if (fault === 'closed') return 0
        if (fault !== null) {
          await context.stderr(run.words.t('cli.error.stdout', { detail: fault }))
          return 3
        }
      }
      before = after
      lastFailure = undefined
    } else {
      // The first look must work; a later one that fails is told once, and the watch goes on.
      if (read.failure !== lastFailure) await context.stderr(read.failure)
      if (before === undefined) return 3
      lastFailure = read.failure
    }
    await wait(everyMs, undefined, { signal }).catch(() => {})
  }
  return 0
}
