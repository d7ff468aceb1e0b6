/** What did another PC tell when its report was saved? A report is a source like any other. */
import { success } from '../../shared/ipc/result.ts'
import type { Report } from '../../shared/report/report-schema.ts'
import type { Sources } from './sources.ts'

export function recordedSources(report: Report): Sources {
  const { platform, release, arch, language } = report.machine
  const processes = report.processes.flatMap(({ instances }) => instances)
  return {
    machine: { platform, release, arch, language },
    clock: () => new Date(report.generatedAtUtc),
    list: () =>
      Promise.resolve(
        success({
          lister: 'recorded',
          processes,
          processesSeen: report.processesSeen,
          isComplete: report.processes.every(({ status }) => status !== 'cannot-tell'),
        }),
      ),
  }
}
