/** A listed process. */
import type { Probe } from './probe.ts'

/** One row of a process list, exactly as the lister gave it: the name is never trimmed, folded or repaired. */
export interface ListedProcess {
  readonly pid: number
  readonly parentPid: number
  /** Image name, for example `iTunesHelper.exe`. May be empty, and may hold any Unicode. */
  readonly name: string
  /** Full path of the program file. */
  readonly imagePath: Probe<string>
  /** ISO 8601, UTC. */
  readonly startedAtUtc: Probe<string>
  readonly workingSetBytes: Probe<number>
  readonly counts: Probe<ProcessCounts>
  /** The private working set: what Task Manager shows as memory. Missing where the lister does not tell. */
  readonly privateBytes?: Probe<number> | undefined
  /** Processor time in all since the start, on all processors. Missing where the lister does not tell. */
  readonly cpuMs?: Probe<number> | undefined
}

/** What Windows counts for each process. */
export interface ProcessCounts {
  /** The logon session; services run in 0. */
  readonly sessionId: number
  readonly threads: number
  readonly handles: number
}

/** The PC at the moment of a list. */
export interface PcLoad {
  /** On a clock that only runs forward; two lists of one run of the program can be compared. */
  readonly atMs: number
  readonly processors: number
  readonly memoryBytes: number
  readonly memoryInUseBytes: number
}

/** The memory that Task Manager shows, or where that is not told, all that is in memory for the process. */
export function shownMemory({
  privateBytes,
  workingSetBytes,
}: Pick<ListedProcess, 'privateBytes' | 'workingSetBytes'>): Probe<number> {
  return privateBytes?.state === 'known' ? privateBytes : workingSetBytes
}

/** Who answered: the `ps-list` package, Windows itself in this process, or a saved report. */
export const listers = ['ps-list', 'in-process', 'recorded'] as const
export type Lister = (typeof listers)[number]

export interface Listing {
  readonly lister: Lister
  readonly processes: readonly ListedProcess[]
  /** How many processes the lister saw; a recorded list holds only the ones that mattered. */
  readonly processesSeen: number
  /** False when some rows could not be read: then "not in the list" does not mean "not running". */
  readonly isComplete: boolean
  /** Missing where nobody told, as in a saved report. */
  readonly load?: PcLoad | undefined
}

/**
 * Why is there no list?
 * - `helper-missing`: the helper program that reads the list is not there.
 * - `helper-blocked`: it is there, but the system or security software did not let it start.
 * - `helper-damaged`: it is there, but it is no program that this system can run.
 * - `unsupported`: this kind of processor has no helper program.
 * - `timeout`: no answer within the deadline.
 * - `unreadable`: it answered, but with nothing that is a process list.
 * - `cancelled`: the caller gave up.
 */
export type ListingFailureCode =
  | 'helper-missing'
  | 'helper-blocked'
  | 'helper-damaged'
  | 'unsupported'
  | 'timeout'
  | 'unreadable'
  | 'cancelled'

export interface ListingFailure {
  readonly code: ListingFailureCode
  /** What the system said, for "Copy details". Never a sentence for the screen. */
  readonly detail: string
}
