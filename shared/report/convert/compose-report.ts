/** The whole report: out of an inspection and what is known beside it, with or without the people of the PC. */
import { readCatalogue } from '../../catalogue/catalogue.ts'
import { readEndpoints } from '../../catalogue/endpoints.ts'
import { diagnose } from '../../doctor/diagnose.ts'
import { walkOfReport } from './walk-of-report.ts'
import type { Walk } from '../../model/diagnosis.ts'
import type { Inspection } from '../../model/inspection.ts'
import { unknownPcFacts } from '../../model/unknown-pc-facts.ts'
import type { PcFacts } from '../../model/pc-facts.ts'
import { skipped } from '../../model/probe.ts'
import type { Recording } from '../../model/recording.ts'
import { diagnosisReport, type DiagnosisReport } from '../../text/doctor-words.ts'
import type { Words } from '../../text/words.ts'
import { keepRecorded } from '../read/keep-recorded.ts'
import type { ReadReport } from '../read/parse-report.ts'
import { redact, type Redacted } from '../redact/redact.ts'
import type { Report, ReportExplanation } from '../schema/report-schema.ts'
import { makeReport, type AppIdentity } from './make-report.ts'
import type { Connections } from '../../connections/connections-look.ts'

export interface Composed {
  readonly inspection: Inspection
  readonly connections?: Connections
  readonly recording?: Recording | undefined
  readonly pc?: PcFacts | undefined
  /** What somebody is looking into; missing: as the opened report says. */
  readonly walk?: Walk | null | undefined
  readonly label?: string | undefined
  /** The opened report that all this is out of; missing for this PC. */
  readonly read?: ReadReport | undefined
  readonly explained?: readonly ReportExplanation[]
  readonly isRedacted: boolean
}

export function composeReport(
  {
    inspection,
    connections = {},
    recording,
    pc,
    walk,
    label,
    read,
    explained = [],
    ...more
  }: Composed,
  app: AppIdentity,
  words: Words,
): Report {
  const beside = [
    recording,
    read?.report.findings,
    read?.report.findingsThen,
    read?.unknown,
    explained,
  ]
  const without = more.isRedacted ? redact({ inspection, connections, pc, beside }) : undefined
  const shown = without ?? { inspection, connections, pc }
  const told =
    recording === undefined || without === undefined ? recording : without.part(recording)
  const judged = makeReport(...([shown.inspection, app, words, shown.connections, told] as const), {
    label: label ?? read?.report.label,
    pc: shown.pc,
  })
  const opened = read === undefined || without === undefined ? read : withoutPeople(read, without)
  const whole = opened === undefined ? judged : keepRecorded(judged, opened, words)
  const saved = read?.report.diagnosis
  const walked = walk ?? (saved === undefined ? null : walkOfReport(saved))
  const earlier = opened?.report.redacted
  const isRedacted = more.isRedacted || earlier?.on === true
  const removed = [...new Set([...(earlier?.removed ?? []), ...(without?.removed ?? [])])]
  return {
    ...whole,
    ...(walked !== null && { diagnosis: diagnosed(walked, shown, words) }),
    ...(isRedacted && { redacted: { on: true, removed } }),
    ...(explained.length > 0 && {
      explained: without === undefined ? explained : without.part(explained),
    }),
  }
}

function diagnosed(
  { symptom, answers }: Walk,
  { inspection, connections: { look, check }, pc }: Shown,
  words: Words,
): DiagnosisReport {
  const facts = {
    inspection,
    look,
    check,
    pc: pc ?? unknownPcFacts(inspection.takenAtUtc, notLooked),
  }
  const diagnosis = diagnose({ symptom, answers, facts, endpoints: readEndpoints() })
  return diagnosisReport(words, diagnosis, readCatalogue().sources)
}

const notLooked = skipped('not-checked')

interface Shown {
  readonly inspection: Inspection
  readonly connections: Connections
  readonly pc?: PcFacts | undefined
}

/** What an opened report says in its own words may name somebody too. */
function withoutPeople(read: ReadReport, { part }: Redacted): ReadReport {
  const { report, unknown } = read
  const { findings, findingsThen } = report
  return {
    ...read,
    // Whole only where something of it is put back.
    report:
      unknown.length > 0
        ? part(report)
        : {
            ...report,
            ...part({ findings, redacted: report.redacted }),
            ...(findingsThen !== undefined && { findingsThen: part(findingsThen) }),
          },
    unknown: unknown.map(({ path, value }) => ({ path, value: part([value])[0] })),
  }
}
