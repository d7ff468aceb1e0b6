/** Findings of an inspection: what the reader should know beyond the list. The words come later. */
import type { CatalogueProcess } from '../catalogue/schema.ts'
import type { Autostart } from '../model/autostart.ts'
import type { Finding, FindingCode, Severity } from '../model/finding.ts'
import type { AbsenceCode, InspectedProcess, LookAlike, Machine } from '../model/inspection.ts'
import type { Places } from '../model/places.ts'
import { findAutostart } from './autostart-findings.ts'
import { findInstance, findLookAlike } from './instance-findings.ts'

export interface FindingsQuestion {
  readonly machine: Machine
  /** False when a part of the process list could not be read. */
  readonly isListComplete: boolean
  readonly catalogue: readonly CatalogueProcess[]
  readonly processes: readonly InspectedProcess[]
  readonly lookAlikes: readonly LookAlike[]
  readonly autostart: Pick<Autostart, 'processes'>
  readonly places: Places
}

export function judgeFindings(question: FindingsQuestion): readonly Finding[] {
  const { machine, isListComplete, catalogue, processes, lookAlikes, autostart, places } = question
  const findings: Finding[] = []
  if (machine.platform !== 'win32') {
    findings.push({ code: 'not-windows', severity: 'info', subject: machine.platform })
  }
  if (!isListComplete) {
    findings.push({ code: 'list-incomplete', severity: 'attention', subject: '' })
  }
  const entries = new Map(catalogue.map((entry) => [entry.id, entry]))
  for (const process of processes) {
    const entry = entries.get(process.id)
    if (entry !== undefined) {
      findings.push(...process.instances.flatMap((one) => findInstance(one, entry, places)))
    }
    findings.push(...aboutAbsence(process), ...aboutRetired(process, entry))
  }
  findings.push(...lookAlikes.map((one) => findLookAlike(one, places)))
  findings.push(...findAutostart(autostart, entries))
  return worstFirst(findings)
}

/** Whether anything asks the reader to act: the difference between exit code 0 and 1. */
export function needsAttention(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity !== 'info')
}

const order: readonly Severity[] = ['danger', 'attention', 'info']

export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return order.flatMap((severity) => findings.filter((finding) => finding.severity === severity))
}

const wantingService: Partial<Record<AbsenceCode, FindingCode>> = {
  'service-stopped': 'service-stopped',
  'service-disabled': 'service-disabled',
  'service-missing': 'service-missing',
}

function aboutAbsence({ imageName, absence }: InspectedProcess): Finding[] {
  const code = absence === null ? undefined : wantingService[absence.code]
  return code === undefined ? [] : [{ code, severity: 'attention', subject: imageName }]
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
