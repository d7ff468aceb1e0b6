/** The details of whatever row is chosen. */
import type { Catalogue } from '../../../shared/catalogue/schemas/catalogue-schema.ts'
import type { InspectorBridge } from '../../../shared/ipc/channels.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import type { InspectedProcess, Inspection, Instance } from '../../../shared/model/inspection.ts'
import type { PcLoad } from '../../../shared/model/process.ts'
import type { InspectionState } from '../../inspection/inspection-state.ts'
import { processKey } from '../../inspection/process-key.ts'
import type { ShownStatus } from '../../parts/facts/StatusMark.tsx'
import type { Formats } from '../grid/formats.ts'
import type { Row } from '../process-rows.ts'
import type { Judged } from '../seen.ts'
import type { DetailsPlace } from './DetailsFrame.tsx'
import { ForeignDetails } from './ForeignDetails.tsx'
import { LookAlikeDetails, OtherAppleDetails } from './OtherDetails.tsx'
import { ProcessDetails } from './ProcessDetails.tsx'

interface Props extends DetailsPlace {
  readonly row: Row
  readonly judged: Judged | undefined
  /** It has ended since it was chosen. */
  readonly hasEnded: boolean
  readonly state: InspectionState
  readonly findings: readonly Finding[]
  readonly catalogue: Catalogue
  readonly load: PcLoad | undefined
  readonly formats: Formats
  readonly isLive: boolean
  readonly bridge: InspectorBridge
  readonly onOpenSource: (sourceKey: string) => void
}

/** The row that a finding is about; undefined where it is about the PC as a whole. */
function rowOfFinding(
  { code, subject, values }: Finding,
  { processes, lookAlikes }: Pick<Inspection, 'processes' | 'lookAlikes'>,
): string | undefined {
  const pid = values?.['pid']
  if (code === 'look-alike' || code === 'look-alike-unsigned') {
    const found = lookAlikes.find((one) => String(one.pid) === pid)
    return found && processKey(found)
  }
  const found =
    pid === undefined
      ? processes.find(({ imageName }) => imageName === subject)
      : processes.find(({ instances }) => instances.some((one) => String(one.pid) === pid))
  return found?.id
}

/** Those about this very process, or about what does not run under its name. */
function findingsOf(props: Props, id: string, pid: number | undefined): readonly Finding[] {
  const { findings, state } = props
  const { inspection } = state
  if (inspection === undefined) return []
  return findings.filter((finding) => {
    if (rowOfFinding(finding, inspection) !== id) return false
    const own = finding.values?.['pid']
    return own === undefined || own === String(pid)
  })
}

/** Without any answer: "looking" while one is awaited, "cannot tell" once it failed. Never "not running". */
function shownStatus(
  process: InspectedProcess | undefined,
  hasInspection: boolean,
  hasFailed: boolean,
): ShownStatus {
  if (process !== undefined) return process.status
  return hasInspection || hasFailed ? 'cannot-tell' : 'looking'
}

export function Details(props: Props) {
  const { row, judged, hasEnded, state, catalogue, bridge, isLive, headingRef } = props
  const { onBack, onClose, onOpenSource } = props
  const place = { headingRef, onBack, onClose }
  const { inspection } = state
  const entry = row.isAbsent ? row.entry : undefined
  if (judged?.subject.kind === 'catalogue' || entry !== undefined) {
    const about = judged?.subject.kind === 'catalogue' ? judged.subject.entry : entry
    if (about === undefined) return null
    const process = inspection?.processes.find(({ id }) => id === about.id)
    const instance = judged === undefined ? undefined : (judged.process as Instance)
    return (
      <ProcessDetails
        key={row.key}
        entry={about}
        process={process}
        instance={instance}
        listed={row.isAbsent ? undefined : row.process}
        status={shownStatus(process, inspection !== undefined, state.failure !== undefined)}
        findings={findingsOf(props, about.id, instance?.pid)}
        services={inspection?.services ?? []}
        autostart={inspection?.autostart.processes.find(({ processId }) => processId === about.id)}
        catalogue={catalogue}
        load={props.load}
        formats={props.formats}
        isLive={isLive}
        tools={bridge}
        onOpenSource={onOpenSource}
        {...place}
      />
    )
  }
  const subject = judged?.subject
  if (subject?.kind === 'look-alike') {
    return (
      <LookAlikeDetails
        key={row.key}
        process={subject.process}
        hasEnded={subject.hasEnded || hasEnded}
        findings={findingsOf(props, processKey(subject.process), subject.process.pid)}
        isLive={isLive}
        tools={bridge}
        {...place}
      />
    )
  }
  if (subject?.kind === 'other-apple') {
    return (
      <OtherAppleDetails
        key={row.key}
        process={subject.process}
        tools={bridge}
        catalogue={catalogue}
        onOpenSource={onOpenSource}
        {...place}
      />
    )
  }
  return (
    <ForeignDetails
      key={row.key}
      bridge={bridge}
      row={row}
      hasEnded={hasEnded}
      formats={props.formats}
      {...place}
    />
  )
}
