/** Many PCs: what each of them answered, and what could not be read. */
import type { Severity } from './finding.ts'

/** What a PC's answer comes to, worst first; `none` where there is nothing to know. */
export const worstWords = ['danger', 'attention', 'info', 'none'] as const
export type Worst = (typeof worstWords)[number]

/** A finding of a PC, as it travels: codes of other versions are kept as they are. */
export interface FleetFinding {
  readonly code: string
  readonly severity: Severity
  /** The image name or system that it is about; empty where a line left it out. */
  readonly subject: string
}

/** What one combination of facts comes to. PCs with the same one share it. */
export interface PcVerdict {
  readonly worst: Worst
  /** Worst first. */
  readonly findings: readonly FleetFinding[]
  /** Words of other versions are kept as they are. */
  readonly stack: string
  /** For example `iTunes 12.13.4.4`. */
  readonly versions: readonly string[]
  /** Null where nobody looked for Apple's programs. */
  readonly hasApple: boolean | null
}

/** How a PC's answer travelled. `rows`: plain rows of osquery's tables. */
type AnswerKind = 'report' | 'line' | 'facts' | 'rows'

/** Where an answer stands, so that it can be opened alone. */
export interface AnswerPlace {
  /** Which of the files that were read. */
  readonly file: number
  /** Line, row or element of it, from 1; 0 for a whole file. */
  readonly at: number
  /** Which of the answers that came in one envelope. */
  readonly part?: number
}

export interface FleetPc {
  readonly name: string
  /** The engine's own id with its kind in front, such as `fleet:12`; null where there is none. */
  readonly id: string | null
  readonly verdict: PcVerdict
  /** Of the look, since 1970; null where it is not known, or where it lies in the future. */
  readonly atMs: number | null
  readonly kind: AnswerKind
  readonly place: AnswerPlace
}

/** Why something could not be read: a code, with words in `fleet.problem.<code>`. */
export type FleetProblem =
  | 'broken'
  | 'cut'
  | 'too-long'
  | 'too-large'
  | 'unknown-kind'
  | 'binary'
  | 'empty'
  | 'missing'
  | 'denied'
  | 'no-rows'
  | 'error-row'
  | 'missing-columns'
  | 'clipped'
  | 'future'
  | 'newer'
  | 'not-report'
  | 'csv-quotes'
  | 'stopped'

export interface Unreadable {
  /** The file, and the line, row or element of it where there is one: `inventory.ndjson:17`. */
  readonly source: string
  readonly problem: FleetProblem
  /** What the system or the engine said; empty where nothing helps. */
  readonly detail: string
}

/** The whole answer of a fleet. */
export interface Fleet {
  readonly pcs: readonly FleetPc[]
  readonly unreadable: readonly Unreadable[]
  /** How many more could not be read than the list holds. */
  readonly unreadableMore: number
}

/** What a list of many is asked for: so many rows from one on, of those that match. */
export interface FleetQuery {
  /** In the PC's name, a finding's program or code, or a version; empty for all. */
  readonly filter: string
  /** The code of a finding that a PC must have; null for all. */
  readonly finding: string | null
  readonly from: number
  readonly count: number
}

export interface FleetRow {
  /** By which it is opened. */
  readonly index: number
  readonly name: string
  readonly verdict: PcVerdict
  /** ISO 8601, UTC. */
  readonly at: string | null
  /** False where the answer holds no facts: a line. */
  readonly canOpen: boolean
}

export interface FleetPage {
  /** How many match. */
  readonly total: number
  readonly rows: readonly FleetRow[]
}

/** On how many PCs a finding is, the worst and most frequent first. */
export interface FleetGroup {
  readonly code: string
  readonly severity: Severity
  /** Of the first one: where there is no word for the kind, it is named by it. */
  readonly subject: string
  readonly count: number
}

export interface FleetSummary {
  readonly answered: number
  readonly withoutApple: number
  readonly unreadable: number
  /** The first of them. */
  readonly messages: readonly Unreadable[]
  readonly groups: readonly FleetGroup[]
  readonly versions: readonly { readonly version: string; readonly count: number }[]
  readonly files: number
}

export interface FleetProgress {
  readonly bytes: number
  readonly files: number
  readonly allFiles: number
  readonly pcs: number
}
