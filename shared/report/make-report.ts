/** How does an inspection become a report? Facts get their words, in one language. */
import type { Inspection } from '../model/inspection.ts'
import type { Words } from '../text/texts.ts'
import { wordsOfProcess } from '../text/process-words.ts'
import { reportSchemaVersion, type Report } from './report-schema.ts'

export interface AppIdentity {
  readonly name: string
  readonly version: string
}

/** Keys stand in the contract's order, so that two reports can be compared line by line. */
export function makeReport(inspection: Inspection, app: AppIdentity, words: Words): Report {
  const { platform, release, arch, language } = inspection.machine
  return {
    schemaVersion: reportSchemaVersion,
    generatedAtUtc: inspection.takenAtUtc,
    app: { name: app.name, version: app.version },
    machine: { platform, release, arch, language },
    lister: inspection.lister,
    processesSeen: inspection.processesSeen,
    processes: inspection.processes.map(({ id, imageName, group, status, instances }) => {
      const { what, ifDisabled } = wordsOfProcess(words, id)
      return {
        id,
        imageName,
        group,
        status,
        what,
        ifDisabled,
        instances: instances.map((instance) => ({
          pid: instance.pid,
          parentPid: instance.parentPid,
          name: instance.name,
          trust: instance.trust,
          imagePath: instance.imagePath,
          startedAtUtc: instance.startedAtUtc,
          workingSetBytes: instance.workingSetBytes,
        })),
      }
    }),
    findings: inspection.findings.map(({ code, severity, subject }) => ({
      code,
      severity,
      subject,
      text: words.t(`finding.${code}`, { subject }),
    })),
  }
}
