/** What changed from one report to another: by catalogue id and path, never by process number. What could not be looked at did not change. */
import { pathKey } from '../../judge/windows-path.ts'
import type { Probe } from '../../model/probe.ts'
import type { Report, ReportInstance, ReportProcess } from '../schema/report-schema.ts'

export const changeKinds = [
  'started',
  'ended',
  'path',
  'signer',
  'version',
  'verdict',
  'service',
  'autostart',
  'driver',
  'finding',
] as const
export type ChangeKind = (typeof changeKinds)[number]

export interface Change {
  readonly kind: ChangeKind
  /** The catalogue's id; null for what is in no catalogue. */
  readonly id: string | null
  readonly path: string | null
  /** Null where there was, or is, nothing. */
  readonly before: string | null
  readonly after: string | null
  /** For people: an image name, a key name, a driver. */
  readonly subject: string
}

export function compareReports(before: Report, after: Report): readonly Change[] {
  return [
    ...compareProcesses(before, after),
    ...compareLookAlikes(before, after),
    ...compareServices(before, after),
    ...compareAutostart(before, after),
    ...compareDrivers(before, after),
    ...compareFindings(before, after),
  ]
}

const valueOf = <T>(probe: Probe<T> | undefined): T | undefined =>
  probe?.state === 'known' ? probe.value : undefined

function compareProcesses(before: Report, after: Report): Change[] {
  const later = new Map(after.processes.map((process) => [process.id, process]))
  return before.processes.flatMap((was) => {
    const is = later.get(was.id)
    return is === undefined ? [] : compareProcess(was, is)
  })
}

function compareProcess(was: ReportProcess, is: ReportProcess): Change[] {
  const same = { id: was.id, subject: was.imageName }
  const told = { id: was.id, subject: is.imageName }
  if (was.status === 'cannot-tell' || is.status === 'cannot-tell') return []
  const [older, newer] = [byPath(was.instances), byPath(is.instances)]
  const gone = [...older].filter(([path]) => !newer.has(path)).map(([, one]) => one)
  const come = [...newer].filter(([path]) => !older.has(path)).map(([, one]) => one)
  const changes = [...older].flatMap(([path, one]) => {
    const other = newer.get(path)
    return other === undefined ? [] : compareInstance(one, other, same)
  })
  // Where a path is not known, nobody can tell one from another.
  if (older.has('') !== newer.has('') && older.size > 0 && newer.size > 0) return changes
  const [left] = gone
  const [right] = come
  if (gone.length === 1 && come.length === 1 && left !== undefined && right !== undefined) {
    const path = { before: pathOf(left), after: pathOf(right) }
    return [
      ...changes,
      { kind: 'path', ...told, path: path.after, ...path },
      ...compareInstance(left, right, same),
    ]
  }
  return [
    ...changes,
    ...gone.map((one): Change => ({
      ...{ kind: 'ended', ...same, path: pathOf(one), before: one.trust, after: null },
    })),
    ...come.map((one): Change => ({
      ...{ kind: 'started', ...told, path: pathOf(one), before: null, after: one.trust },
    })),
  ]
}

function byPath(instances: readonly ReportInstance[]): ReadonlyMap<string, ReportInstance> {
  return new Map(instances.map((one) => [pathKey(pathOf(one) ?? ''), one]))
}

const pathOf = ({ imagePath }: Pick<ReportInstance, 'imagePath'>): string | null =>
  valueOf(imagePath) ?? null

function compareInstance(
  was: ReportInstance,
  is: ReportInstance,
  about: Pick<Change, 'id' | 'subject'>,
): Change[] {
  const path = pathOf(is)
  const pairs: readonly (readonly [ChangeKind, string | undefined, string | undefined])[] = [
    ['signer', signerOf(was), signerOf(is)],
    ['version', versionOf(was), versionOf(is)],
    ['verdict', trustOf(was), trustOf(is)],
  ]
  return pairs.flatMap(([kind, before, after]) =>
    before === undefined || after === undefined || before === after
      ? []
      : [{ kind, ...about, path, before, after }],
  )
}

/** Who could not be judged is not judged otherwise. */
const trustOf = ({ trust }: ReportInstance) => (trust === 'cannot-tell' ? undefined : trust)

function signerOf({ signature }: ReportInstance): string | undefined {
  const value = valueOf(signature)
  if (value === undefined || value.verdict === 'cannot-tell') return undefined
  return value.signer?.commonName ?? 'none'
}

function versionOf({ version }: ReportInstance): string | undefined {
  const value = valueOf(version)
  return value?.fixedFileVersion ?? value?.fileVersion ?? undefined
}

function compareLookAlikes(before: Report, after: Report): Change[] {
  const keyed = ({ lookAlikes = [] }: Report) =>
    new Map(lookAlikes.map((one) => [`${one.name} ${pathKey(pathOf(one) ?? '')}`, one]))
  const isWhole = ({ processes }: Report) =>
    processes.every(({ status }) => status !== 'cannot-tell')
  if (!isWhole(before) || !isWhole(after)) return []
  const [older, newer] = [keyed(before), keyed(after)]
  const gone = [...older].filter(([key]) => !newer.has(key))
  const come = [...newer].filter(([key]) => !older.has(key))
  return [
    ...gone.map(([, one]): Change => ({
      ...{ kind: 'ended', id: null, path: pathOf(one), before: one.trust, after: null },
      subject: one.name,
    })),
    ...come.map(([, one]): Change => ({
      ...{ kind: 'started', id: null, path: pathOf(one), before: null, after: one.trust },
      subject: one.name,
    })),
  ]
}

type ReportService = NonNullable<Report['services']>[number]

function compareServices(before: Report, after: Report): Change[] {
  const later = new Map((after.services ?? []).map((one) => [one.keyName, one]))
  return (before.services ?? []).flatMap((was): Change[] => {
    const is = later.get(was.keyName)
    if (is === undefined) return []
    const told = [serviceWord(was, is), serviceWord(is, was)]
    const [from, to] = told
    if (from === undefined || to === undefined || from === to) return []
    const about = { id: was.processId, path: null, subject: was.keyName }
    return [{ kind: 'service', ...about, before: from, after: to }]
  })
}

/** Only what both know: `running automatic LocalSystem`. @returns undefined where nobody looked. */
function serviceWord(one: ReportService, other: ReportService): string | undefined {
  const isThere = valueOf(one.isInstalled)
  if (isThere === undefined || valueOf(other.isInstalled) === undefined) return undefined
  if (!isThere) return 'not-installed'
  const listed = valueOf(one.listed)
  const set = valueOf(one.configuration)
  const isComparable =
    valueOf(other.configuration) !== undefined || valueOf(other.isInstalled) === false
  return [listed?.state, ...(isComparable ? [set?.startType, set?.account] : [])]
    .filter((word) => word !== undefined)
    .join(' ')
}

function compareAutostart(before: Report, after: Report): Change[] {
  const later = new Map((after.autostart ?? []).map((one) => [one.processId, one.state]))
  return (before.autostart ?? []).flatMap(({ processId, state }): Change[] => {
    const is = later.get(processId)
    if (is === undefined || is === state || is === 'cannot-tell' || state === 'cannot-tell')
      return []
    const about = { id: processId, path: null, subject: nameOf(after, processId) }
    return [{ kind: 'autostart', ...about, before: state, after: is }]
  })
}

function nameOf({ processes }: Report, processId: string): string {
  return processes.find(({ id }) => id === processId)?.imageName ?? processId
}

function compareDrivers(before: Report, after: Report): Change[] {
  const [older, newer] = [valueOf(before.pc?.drivers), valueOf(after.pc?.drivers)]
  if (older === undefined || newer === undefined) return []
  const words = (all: typeof older) =>
    new Map(
      all.map(({ name, version, isInStore, isService }) => {
        const places = [isInStore ? 'store' : undefined, isService ? 'service' : undefined]
        return [name, [version ?? '?', ...places].filter((one) => one !== undefined).join(' ')]
      }),
    )
  const [was, is] = [words(older), words(newer)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((subject): Change[] => {
    const [from = null, to = null] = [was.get(subject), is.get(subject)]
    return from === to
      ? []
      : [{ kind: 'driver', id: null, path: null, subject, before: from, after: to }]
  })
}

type ReportFinding = Report['findings'][number]

function compareFindings(before: Report, after: Report): Change[] {
  const keyed = ({ findings }: Report) =>
    new Map(findings.map((one) => [JSON.stringify([one.code, one.subject, one.path ?? '']), one]))
  const [older, newer] = [keyed(before), keyed(after)]
  const about = (one: ReportFinding) => ({
    ...{ id: one.processId ?? null, path: one.path ?? null, subject: one.subject },
  })
  const gone = [...older].filter(([key, one]) => !newer.has(key) && couldLook(one, after))
  const come = [...newer].filter(([key, one]) => !older.has(key) && couldLook(one, before))
  return [
    ...gone.map(([, one]): Change => ({
      ...{ kind: 'finding', ...about(one), before: one.code, after: null },
    })),
    ...come.map(([, one]): Change => ({
      ...{ kind: 'finding', ...about(one), before: null, after: one.code },
    })),
  ]
}

/** Whether the report would tell such a finding, were it there. */
function couldLook({ code, processId, pid }: ReportFinding, report: Report): boolean {
  if (code.startsWith('hosts-')) return report.hostsFile?.state === 'known'
  if (code.startsWith('firewall-rule')) return report.firewall?.state === 'known'
  if (code.startsWith('port-')) {
    return (report.ports ?? []).some(({ verdict }) => verdict !== 'cannot-tell')
  }
  if (code === 'connections') return report.connectionCheck !== undefined
  if (code.startsWith('service-')) {
    return (report.services ?? []).some(({ isInstalled }) => isInstalled.state === 'known')
  }
  if (code.startsWith('autostart-')) {
    return (report.autostart ?? []).some(({ state }) => state !== 'cannot-tell')
  }
  if (processId === undefined && pid === undefined) return true
  const process = report.processes.find(({ id }) => id === processId)
  if (process === undefined) return report.processes.every(({ status }) => status !== 'cannot-tell')
  return (
    process.status !== 'cannot-tell' &&
    process.instances.every(({ trust }) => trust !== 'cannot-tell')
  )
}
