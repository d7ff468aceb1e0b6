/** Findings of an inspection: what the reader should know beyond the list. The words come later. */
import type { CatalogueProcess } from '../../catalogue/schemas/catalogue-schema.ts'
import type { Autostart } from '../../model/autostart.ts'
import { severities, type Finding, type FindingCode, type Severity } from '../../model/finding.ts'
import type {
  Absence,
  AbsenceCode,
  ExaminedProcess,
  InspectedProcess,
  Instance,
  LookAlike,
  Machine,
} from '../../model/inspection.ts'
import type { Places } from '../../model/places.ts'
import type { Probe, ProbeReason } from '../../model/probe.ts'
import type { CatalogueService, ListedService } from '../../model/service.ts'
import { findAutostart } from './autostart-findings.ts'
import { findInstance, findLookAlike, findStranger } from './instance-findings.ts'

export interface FindingsQuestion {
  readonly machine: Machine
  /** False when a part of the process list could not be read. */
  readonly isListComplete: boolean
  readonly isSignedIn?: Probe<boolean> | undefined
  /** Windows is asked it in every look: where nobody could ask, nobody could ask anything. */
  readonly elevated?: Probe<boolean> | undefined
  readonly catalogue: readonly CatalogueProcess[]
  readonly processes: readonly InspectedProcess[]
  readonly lookAlikes: readonly LookAlike[]
  readonly strangers: readonly ExaminedProcess[]
  readonly autostart: Pick<Autostart, 'processes'>
  readonly places: Places
  /** Where only impostors bear a service's program name: how the real one stands, by catalogue id. */
  readonly hiddenAbsences?: ReadonlyMap<string, Absence>
  /** What the service manager said, and when. */
  readonly services: readonly Pick<CatalogueService, 'processId' | 'listed'>[]
  /** ISO 8601, UTC. */
  readonly takenAtUtc: string
}

const noBridge: ProbeReason = 'no-koffi'

export function judgeFindings(question: FindingsQuestion): readonly Finding[] {
  const { machine, isListComplete, catalogue, processes, lookAlikes, autostart, places } = question
  const findings: Finding[] = []
  if (machine.platform !== 'win32') {
    findings.push({ code: 'not-windows', severity: 'info', subject: machine.platform })
  }
  if (!isListComplete) {
    findings.push({ code: 'list-incomplete', severity: 'attention', subject: '' })
  }
  if (question.elevated?.state === 'skipped' && question.elevated.reason === noBridge) {
    findings.push({ code: 'windows-not-asked', severity: 'attention', subject: '' })
  }
  if (question.isSignedIn?.state === 'known' && !question.isSignedIn.value) {
    findings.push({ code: 'other-account', severity: 'info', subject: '' })
  }
  const entries = new Map(catalogue.map((entry) => [entry.id, entry]))
  for (const process of processes) {
    const entry = entries.get(process.id)
    if (entry !== undefined) {
      findings.push(...process.instances.flatMap((one) => findInstance(one, entry, places)))
    }
    findings.push(...aboutService(process, question), ...aboutRetired(process, entry))
  }
  findings.push(...lookAlikes.map((one) => findLookAlike(one, places)))
  findings.push(...question.strangers.flatMap(findStranger))
  findings.push(...findAutostart(autostart, entries))
  return worstFirst(findings)
}

/** Whether anything asks the reader to act: the difference between exit code 0 and 1. */
export function needsAttention(findings: readonly { readonly severity: string }[]): boolean {
  return findings.some(({ severity }) => severity !== 'info')
}

/** The worst severity of all; `none` without any. A word of a newer version reads as attention. */
export function worstOf(findings: readonly { readonly severity: string }[]): Severity | 'none' {
  const isThere = (wanted: Severity) => findings.some((one) => severityOf(one) === wanted)
  return order.find(isThere) ?? 'none'
}

/** @returns attention for a word that this version does not know. */
export function severityOf({ severity }: { readonly severity: string }): Severity {
  return severities.find((known) => known === severity) ?? 'attention'
}

const order: readonly Severity[] = ['danger', 'attention', 'info']

export function worstFirst<T extends Pick<Finding, 'severity'>>(
  findings: readonly T[],
): readonly T[] {
  return order.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
}

const serviceCodes: Partial<Record<AbsenceCode, Severity>> = {
  'service-stopped': 'attention',
  'service-disabled': 'attention',
  'service-missing': 'attention',
  'service-manual': 'attention',
  'service-paused': 'attention',
  'service-file-gone': 'attention',
  'service-account-changed': 'attention',
  'service-starting': 'info',
  'service-stopping': 'info',
}

/** Starting takes seconds. Longer than this, something keeps the service from it. */
const startingMs = 2 * 60_000

/** What the service manager says counts, whether the service's process was in the list or not. */
function aboutService(
  process: InspectedProcess,
  seen: Pick<FindingsQuestion, 'services' | 'takenAtUtc' | 'hiddenAbsences'>,
): Finding[] {
  const { imageName: subject, instances } = process
  const absence = process.absence ?? seen.hiddenAbsences?.get(process.id) ?? null
  const listed = seen.services.flatMap((service) =>
    service.processId === process.id && service.listed.state === 'known'
      ? [service.listed.value]
      : [],
  )
  if (absence !== null) {
    const severity = serviceCodes[absence.code]
    if (severity === undefined) return []
    const values = exitValues(listed)
    const code = absence.code as FindingCode
    return [{ code, severity, subject, ...(values !== undefined && { values }) }]
  }
  const [service] = listed.filter(({ pid }) => instances.some((instance) => instance.pid === pid))
  if (service === undefined) return []
  const { state } = service
  if (state === 'paused' || state === 'pause-pending') {
    return [{ code: 'service-paused', severity: 'attention', subject }]
  }
  if (state === 'stop-pending') return [{ code: 'service-stopping', severity: 'info', subject }]
  if (state !== 'start-pending') return []
  return hasRunFor(startingMs, instances, service.pid, seen.takenAtUtc)
    ? [{ code: 'service-hanging', severity: 'attention', subject }]
    : [{ code: 'service-starting', severity: 'info', subject }]
}

function exitValues(listed: readonly ListedService[]): Finding['values'] {
  const [exit] = listed.flatMap(({ state, lastExit }) =>
    state === 'stopped' && lastExit !== undefined ? [lastExit] : [],
  )
  if (exit === undefined || exit.code === 0) return undefined
  return { exit: String(exit.code), ownExit: String(exit.ownCode) }
}

function hasRunFor(
  atLeastMs: number,
  instances: readonly Instance[],
  pid: number | null,
  takenAtUtc: string,
): boolean {
  const started = instances.find((instance) => instance.pid === pid)?.startedAtUtc
  if (started?.state !== 'known') return false
  return Date.parse(takenAtUtc) - Date.parse(started.value) >= atLeastMs
}

function aboutRetired(
  { status, imageName, instances }: InspectedProcess,
  entry: CatalogueProcess | undefined,
): Finding[] {
  const why = entry?.retired?.why
  // Somebody else's program of that name is not the retired one.
  const isAnothers =
    instances.length > 0 &&
    instances.every(({ trust }) => trust !== 'genuine' && trust !== 'cannot-tell')
  if (status !== 'running' || why === undefined || isAnothers) return []
  return why === 'unsafe'
    ? [{ code: 'retired-unsafe-running', severity: 'attention', subject: imageName }]
    : [{ code: 'retired-running', severity: 'info', subject: imageName }]
}
