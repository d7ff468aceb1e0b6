/** What did one look at this PC find? The one value that the window, the command line and every report draw from. */
import type { ProcessGroup } from '../catalogue/schema.ts'
import type { Finding } from './finding.ts'
import type { ListingFailure, Lister, ListedProcess } from './process.ts'

/** Where the inspection ran (or, for a saved report, where it had run). */
export interface Machine {
  /** Node's `process.platform`: `win32`, `linux`, `darwin` … */
  readonly platform: string
  /** The system's own version, for example `10.0.22631`. */
  readonly release: string
  /** `x64`, `arm64` … */
  readonly arch: string
  /** The user interface's language as a BCP 47 tag, for example `sv-SE`. */
  readonly language: string
}

/** `cannot-tell`: the list was incomplete, and this process was not in the part that could be read. */
export type ProcessStatus = 'running' | 'not-running' | 'cannot-tell'

/** Is this instance the real one? A name proves nothing, so without evidence the answer is `cannot-tell`. */
export type Trust =
  'genuine' | 'wrong-folder' | 'wrong-signer' | 'unsigned' | 'tampered' | 'cannot-tell'

/** One running process that bears a catalogue process's exact image name. */
export interface Instance extends ListedProcess {
  readonly trust: Trust
}

/** One catalogue entry on this PC. */
export interface InspectedProcess {
  readonly id: string
  readonly imageName: string
  readonly group: ProcessGroup
  readonly status: ProcessStatus
  /** In pid order. Empty unless running. */
  readonly instances: readonly Instance[]
}

export interface Inspection {
  /** ISO 8601, UTC: when the process list was taken. */
  readonly takenAtUtc: string
  readonly machine: Machine
  readonly lister: Lister
  readonly processesSeen: number
  /** One for every catalogue entry, in catalogue order. */
  readonly processes: readonly InspectedProcess[]
  readonly findings: readonly Finding[]
}

export type InspectionStage = 'listing' | 'matching' | 'judging'

export interface InspectionProgress {
  readonly stage: InspectionStage
}

/** Why there is no inspection. So far only the list itself can fail; details are Probes. */
export type InspectionFailure = ListingFailure
