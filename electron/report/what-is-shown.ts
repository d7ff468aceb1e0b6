/** What the window's report is made of: the last of everything that was looked at. */
import type { Inspection } from '../../shared/model/inspection.ts'
import type { PcFacts } from '../../shared/model/pc-facts.ts'
import type { Recording } from '../../shared/model/recording.ts'
import { composeReport } from '../../shared/report/convert/compose-report.ts'
import type { Connections } from '../../shared/report/convert/report-of-connections.ts'
import { toShort } from '../../shared/report/text/to-short.ts'
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

/** Copy summary, always without people. @returns undefined before the first look. */
export function summaryOf({ inspection, ...beside }: Shown, words: Words): string | undefined {
  if (inspection === undefined) return undefined
  const report = composeReport({ inspection, ...beside, isRedacted: true }, appIdentity, words)
  return toShort(report, words)
}
