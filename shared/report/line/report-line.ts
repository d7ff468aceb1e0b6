/** One PC in one line: what somebody who looks after many of them needs of a report. */

/** Raised when an older program could misread a newer line. New keys alone do not raise it. */
export const lineVersion = 1

/** What Intune keeps of a script's output. */
export const longestLine = 2_048

/** Holds no path, no account and no name of a PC: only what `--label` gave. Words of a newer version stay as they are. */
export interface ReportLine {
  /** The version of this shape. */
  readonly v: number
  /** ISO 8601, UTC: when the process list was taken. */
  readonly at: string
  /** What whoever ran it calls the PC. */
  readonly label?: string | undefined
  /** The version of the program that wrote it. */
  readonly app: string
  readonly catalogueVersion: string
  /** Platform, version and processor: `win32 10.0.22631 x64`. */
  readonly system: string
  /** The worst severity of the findings; `none` without any. */
  readonly worst: string
  readonly exitCode: number
  /** Which of Apple's installations the PC has; null where nobody told. */
  readonly stack: string | null
  /** Whether anything of Apple's is there, also iCloud or QuickTime alone; not there where nobody could tell. */
  readonly hasApple?: boolean | undefined
  readonly products: readonly LineProduct[]
  /** What runs under a name of the catalogue; what is not genuine first. */
  readonly running: readonly LineRunning[]
  /** The worst first. */
  readonly findings: readonly LineFinding[]
  /** What could not be looked at: there may be more than the line tells. */
  readonly unknown: readonly string[]
  /** How many of each had no room, and how many texts were shortened. */
  readonly cut: LineCut
}

export interface LineProduct {
  readonly id: string
  readonly edition: string
  readonly version: string
}

export interface LineRunning {
  /** The catalogue's id. */
  readonly id: string
  readonly trust: string
  readonly version: string | null
  /** How many processes of that version and verdict. */
  readonly count: number
}

export interface LineFinding {
  readonly code: string
  readonly subject: string
  readonly severity: string
}

export const cutParts = ['products', 'running', 'findings', 'texts'] as const
export type LineCut = Readonly<Record<(typeof cutParts)[number], number>>
