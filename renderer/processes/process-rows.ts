/** Rows of a process list. A row that did not change keeps its very object, so React need not draw it again. */
import { imageNameKey } from '../../shared/catalogue/match.ts'
import type { CatalogueProcess } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { CpuShares } from '../../shared/judge/cpu-share.ts'
import { notToldByLister, type Probe } from '../../shared/model/probe.ts'
import type { ListedProcess, Lister, Listing, ProcessCounts } from '../../shared/model/process.ts'
import { shortText } from '../../shared/text/visible-text.ts'

export interface Row {
  /** The same for one process as long as it lives, and never for a later one of its pid. */
  readonly key: string
  readonly process: ListedProcess
  /** With nothing hidden in it; empty when the process has no name. */
  readonly name: string
  /** For the filter: the name in small letters. */
  readonly folded: string
  /** Milliseconds since 1970; null when not known. */
  readonly startedMs: number | null
  /** The catalogue's entry of this name. */
  readonly entry: CatalogueProcess | undefined
  /** Of the whole PC's processors, in tenths of a percent; null while nobody knows. */
  readonly cpu: number | null
  /** It stands for what does not run: of its process only the name is true. */
  readonly isAbsent: boolean
}

export type FindEntry = (name: string) => CatalogueProcess | undefined

/** Names repeat, and folding is slow: each is looked up once. */
export function entryFinder(catalogue: readonly CatalogueProcess[]): FindEntry {
  const byKey = new Map(catalogue.map((entry) => [imageNameKey(entry.imageName), entry]))
  const longest = Math.max(...catalogue.map(({ imageName }) => imageName.length))
  return (name) => (name.length > longest ? undefined : byKey.get(imageNameKey(name)))
}

/** Outside Windows start times are known to the second, and may be off by one between two lists. */
const startToleranceMs = 2000

/** @returns `before` itself when nothing changed but the order. */
export function rowsOf(
  { lister, processes }: Pick<Listing, 'lister' | 'processes'>,
  before: readonly Row[],
  findEntry: FindEntry,
  shares?: CpuShares,
): readonly Row[] {
  const old = new Map(before.map((row) => [row.process.pid, row]))
  const keys = new Set<string>()
  let isUnchanged = processes.length === before.length
  const rows = processes.map((process) => {
    const last = old.get(process.pid)
    if (last !== undefined && isSameProcess(last.process, process, lister) && !keys.has(last.key)) {
      keys.add(last.key)
      const cpu = shares === undefined ? last.cpu : (shares.get(process.pid) ?? null)
      if (cpu === last.cpu && isSameData(last.process, process)) return last
      isUnchanged = false
      // What a tolerance has passed over is no news.
      return { ...last, cpu, process: { ...process, startedAtUtc: last.process.startedAtUtc } }
    }
    isUnchanged = false
    return newRow(process, keys, findEntry)
  })
  return isUnchanged ? before : rows
}

/** @param keys that are taken. */
export function newRow(process: ListedProcess, keys: Set<string>, findEntry: FindEntry): Row {
  const { pid, startedAtUtc } = process
  const name = nameOf(process)
  const startedMs = startedAtUtc.state === 'known' ? Date.parse(startedAtUtc.value) : NaN
  let key = `${pid} ${startedAtUtc.state === 'known' ? startedAtUtc.value : name}`
  // A list that names a process twice is broken; its rows still need a key each.
  while (keys.has(key)) key += '+'
  keys.add(key)
  return {
    key,
    process,
    name,
    folded: name.toLowerCase(),
    startedMs: Number.isNaN(startedMs) ? null : startedMs,
    entry: findEntry(process.name),
    cpu: null,
    isAbsent: false,
  }
}

/** The idle process has no name; this is what Windows's own tools call it, in every language. */
function nameOf({ pid, name, counts }: ListedProcess): string {
  if (pid === 0 && name === '' && counts.state === 'known') return 'System Idle Process'
  return shortText(name)
}

/** The row of a process of the catalogue that does not run. */
export function absentRow(entry: CatalogueProcess): Row {
  return {
    key: `entry:${entry.id}`,
    process: {
      pid: -1,
      parentPid: -1,
      name: entry.imageName,
      imagePath: notToldByLister,
      startedAtUtc: notToldByLister,
      workingSetBytes: notToldByLister,
      counts: notToldByLister,
    },
    name: entry.imageName,
    folded: entry.imageName.toLowerCase(),
    startedMs: null,
    entry,
    cpu: null,
    isAbsent: true,
  }
}

function isSameProcess(a: ListedProcess, b: ListedProcess, lister: Lister): boolean {
  if (a.name !== b.name) return false
  const [from, to] = [a.startedAtUtc, b.startedAtUtc]
  if (from.state !== 'known' || to.state !== 'known') return from.state === to.state
  if (from.value === to.value) return true
  return (
    lister === 'ps-list' &&
    Math.abs(Date.parse(from.value) - Date.parse(to.value)) <= startToleranceMs
  )
}

/** Of two answers about one process: name and start are the same already. */
function isSameData(a: ListedProcess, b: ListedProcess): boolean {
  return (
    a.parentPid === b.parentPid &&
    isSameProbe(a.workingSetBytes, b.workingSetBytes, Object.is) &&
    isSameProbe(a.privateBytes, b.privateBytes, Object.is) &&
    isSameProbe(a.counts, b.counts, isSameCounts) &&
    isSameProbe(a.imagePath, b.imagePath, Object.is)
  )
}

function isSameProbe<T>(
  a: Probe<T> | undefined,
  b: Probe<T> | undefined,
  isSame: (a: T, b: T) => boolean,
): boolean {
  if (a === b) return true
  if (a === undefined || b === undefined) return false
  if (a.state === 'known') return b.state === 'known' && isSame(a.value, b.value)
  return b.state === a.state && b.reason === a.reason
}

function isSameCounts(a: ProcessCounts, b: ProcessCounts): boolean {
  return a.sessionId === b.sessionId && a.threads === b.threads && a.handles === b.handles
}
