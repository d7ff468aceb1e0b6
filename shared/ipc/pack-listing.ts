/**
 * A process list in columns on its way to the window. In columns, so that what all rows have in common is sent and
 * read once: as a text of 10,000 objects it is three times as long.
 */
import { notToldByLister, type Probe } from '../model/probe.ts'
import type { ListedProcess, Lister, Listing, PcLoad, ProcessCounts } from '../model/process.ts'

/** A known value as it is, or where among the `unknowns` the reason stands. */
type Packed<T> = T | readonly [unknown: number]
type Unknown = Exclude<Probe<never>, { readonly state: 'known' }>

/** Only for `unpackListing`. */
export interface PackedListing {
  readonly lister: Lister
  readonly processesSeen: number
  readonly isComplete: boolean
  readonly unknowns: readonly Unknown[]
  readonly pids: readonly number[]
  readonly parentPids: readonly number[]
  readonly names: readonly string[]
  readonly imagePaths: readonly Packed<string>[]
  readonly startTimes: readonly Packed<string>[]
  readonly workingSets: readonly Packed<number>[]
  /** Missing where the lister tells it of no process. */
  readonly privateBytes?: readonly Packed<number>[]
  readonly cpuTimes?: readonly Packed<number>[]
  readonly load?: PcLoad | undefined
  readonly counts: readonly Packed<readonly [session: number, threads: number, handles: number]>[]
}

export function packListing({ processes, ...rest }: Listing): PackedListing {
  const unknowns: Unknown[] = []
  const indexOf = new Map<string, number>()
  const pack = <T, P>(probe: Probe<T>, show: (value: T) => P): Packed<P> => {
    if (probe.state === 'known') return show(probe.value)
    const { state, reason } = probe
    const key = `${state} ${reason}`
    let index = indexOf.get(key)
    if (index === undefined) {
      index = unknowns.push({ state, reason }) - 1
      indexOf.set(key, index)
    }
    return [index]
  }
  const same = <T>(value: T): T => value
  const column = (read: (process: ListedProcess) => Probe<number> | undefined) =>
    processes.some((process) => read(process) !== undefined)
      ? processes.map((process) => pack(read(process) ?? notToldByLister, same))
      : undefined
  const privateBytes = column((process) => process.privateBytes)
  const cpuTimes = column((process) => process.cpuMs)
  return {
    ...rest,
    ...(privateBytes && { privateBytes }),
    ...(cpuTimes && { cpuTimes }),
    unknowns,
    pids: processes.map(({ pid }) => pid),
    parentPids: processes.map(({ parentPid }) => parentPid),
    names: processes.map(({ name }) => name),
    imagePaths: processes.map(({ imagePath }) => pack(imagePath, same)),
    startTimes: processes.map(({ startedAtUtc }) => pack(startedAtUtc, same)),
    workingSets: processes.map(({ workingSetBytes }) => pack(workingSetBytes, same)),
    counts: processes.map(({ counts }) =>
      pack(counts, ({ sessionId, threads, handles }) => [sessionId, threads, handles] as const),
    ),
  }
}

export function unpackListing(columns: PackedListing): Listing {
  const { lister, processesSeen, isComplete, load, privateBytes, cpuTimes } = columns
  const { state: untold, reason: untoldWhy } = notToldByLister as Unknown
  // One shared value for each reason, as the listers make them.
  const unknowns = columns.unknowns.map((one) =>
    one.state === untold && one.reason === untoldWhy ? notToldByLister : one,
  )
  const unknown = (index: number): Probe<never> => unknowns[index] ?? notToldByLister
  const plain = <T extends string | number>(value: Packed<T> | undefined): Probe<T> => {
    if (value === undefined) return notToldByLister
    return typeof value === 'object' ? unknown(value[0]) : { state: 'known', value }
  }
  const counted = (value: PackedListing['counts'][number] | undefined): Probe<ProcessCounts> => {
    if (value === undefined) return notToldByLister
    if (value.length === 1) return unknown(value[0])
    const [sessionId, threads, handles] = value
    return { state: 'known', value: { sessionId, threads, handles } }
  }
  const processes = columns.pids.map((pid, index): ListedProcess => {
    return {
      pid,
      parentPid: columns.parentPids[index] ?? 0,
      name: columns.names[index] ?? '',
      imagePath: plain(columns.imagePaths[index]),
      startedAtUtc: plain(columns.startTimes[index]),
      workingSetBytes: plain(columns.workingSets[index]),
      counts: counted(columns.counts[index]),
      ...(privateBytes && { privateBytes: plain(privateBytes[index]) }),
      ...(cpuTimes && { cpuMs: plain(cpuTimes[index]) }),
    }
  })
  return { lister, processes, processesSeen, isComplete, ...(load && { load }) }
}
