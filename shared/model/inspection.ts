/** An inspection: the one value that window, command line and reports are made from. */
import type { Autostart } from './autostart.ts'
import type { FileEvidence, Neighbour } from './file-evidence.ts'
import type { ImagePathWay, TrustFacts } from './evidence.ts'
import type { Finding } from './finding.ts'
import type { ProcessOwner } from './owner.ts'
import type { Places } from './places.ts'
import type { Probe } from './probe.ts'
import type { ListingFailure, Lister, ListedProcess } from './process.ts'
import type { CatalogueService } from './service.ts'

/** Where the inspection ran (or, for a saved report, where it had run). */
export interface Machine {
  /** Node's `process.platform`: `win32`, `linux`, `darwin` … */
  readonly platform: string
  /** The system's own version, for example `10.0.22631`. */
  readonly release: string
  /** What Windows calls itself, for example `Windows Server 2022 Standard`: the number does not tell a server apart. */
  readonly edition?: string | undefined
  /** `x64`, `arm64` … */
  readonly arch: string
  /** The user interface's language as a BCP 47 tag, for example `sv-SE`. */
  readonly language: string
}

/** To which of Apple's lists a process of the catalogue belongs; `related`: to none, and it is often met. */
export const processGroups = ['core', 'sync', 'related'] as const
export type ProcessGroup = (typeof processGroups)[number]

/** `cannot-tell`: the list was incomplete, and this process was not in the part that could be read. */
export const processStatuses = ['running', 'not-running', 'cannot-tell'] as const
export type ProcessStatus = (typeof processStatuses)[number]

/** Is this instance the real one? A name proves nothing, so without evidence the answer is `cannot-tell`. */
export const trustVerdicts = [
  'genuine',
  'wrong-folder',
  'wrong-signer',
  'unsigned',
  'tampered',
  'cannot-tell',
] as const
export type Trust = (typeof trustVerdicts)[number]

/** A running process, with all that could be found out about it. */
export interface ExaminedProcess extends ListedProcess, FileEvidence {
  /** Null unless the path is known. */
  readonly imagePathWay: ImagePathWay | null
  readonly neighbours: readonly Neighbour[]
  readonly owner: Probe<ProcessOwner>
  /** Key names of the services that run in it. */
  readonly services: Probe<readonly string[]>
  /** Null when the parent has ended, or is a later process that got its pid. */
  readonly parentName: string | null
}

/** A process that was held against one entry of the catalogue. */
export interface Instance extends ExaminedProcess {
  readonly trust: Trust
  /** Why not more is known, a code of `reason`; null unless the trust is `cannot-tell`. */
  readonly trustReason: string | null
  readonly facts: TrustFacts
}

/**
 * Why does a process of the catalogue not run?
 * - `not-installed`: its program is not on this PC.
 * - `other-stack`: belongs to another of Apple's installations than the one on this PC.
 * - `retired`: no longer part of what Apple ships.
 * - `only-during-task`: comes for one task, such as a backup or a sync, and goes when that is done.
 * - `only-when-needed`: Windows starts it when a program asks for it.
 * - `waits-for-feature`: comes where its feature is switched on, and may end by itself.
 * - `waits-for-itunes`, `waits-for-device`: comes when iTunes is opened, or a device connected.
 * - `not-opened`: an app that the user opens.
 * - `service-stopped`, `service-disabled`: its service should run by itself, but was stopped or turned off.
 * - `service-manual`: its service is set to start only when asked, while Apple sets it to start by itself.
 * - `service-account-changed`: its service is stopped, and is set up for another account than Apple's.
 * - `service-paused`, `service-starting`, `service-stopping`: its service is between running and stopped.
 * - `service-file-gone`: the program that its service would start is not there.
 * - `service-missing`: its program is there, its service is not.
 * - `not-needed`: its service is off or gone, and none of Apple's installations that needs it is on this PC.
 * - `not-started`: it is there and starts by itself at logon, but was turned off or has ended.
 */
export const absenceCodes = [
  'not-installed',
  'other-stack',
  'retired',
  'only-during-task',
  'only-when-needed',
  'waits-for-feature',
  'waits-for-itunes',
  'waits-for-device',
  'not-opened',
  'service-stopped',
  'service-disabled',
  'service-missing',
  'service-manual',
  'service-paused',
  'service-starting',
  'service-stopping',
  'service-file-gone',
  'service-account-changed',
  'not-needed',
  'not-started',
  'cannot-tell',
] as const
export type AbsenceCode = (typeof absenceCodes)[number]

export interface Absence {
  /** The words are `absence.<code>`. */
  readonly code: AbsenceCode
  /** Null when nobody can say. */
  readonly isNormal: boolean | null
}

/** One catalogue entry on this PC. */
export interface InspectedProcess {
  readonly id: string
  readonly imageName: string
  readonly group: ProcessGroup
  readonly status: ProcessStatus
  /** Null while it runs. */
  readonly absence: Absence | null
  /** Whether its program file lies in one of the folders where it belongs. */
  readonly isInstalled: Probe<boolean>
  /** In pid order. Empty unless running. */
  readonly instances: readonly Instance[]
}

/**
 * How could a name be taken for one of the catalogue's?
 * - `hidden-signs`: the same but for signs that take no room, or turn the writing around.
 * - `double-extension`: `.exe.exe`, `.exe.scr` …
 * - `other-extension`: another kind of program file, `.scr` for `.exe`.
 * - `confusable-letters`: other letters that look the same.
 * - `dots-or-blanks`: dots or blanks added or left out.
 * - `one-letter`: one letter added, left out, changed or swapped.
 */
export const lookAlikeReasons = [
  'hidden-signs',
  'double-extension',
  'other-extension',
  'confusable-letters',
  'dots-or-blanks',
  'one-letter',
] as const
export type LookAlikeWhy = (typeof lookAlikeReasons)[number]

/** A running process whose name could be taken for a catalogue process's; its evidence is held against that entry. */
export interface LookAlike extends Instance {
  /** Catalogue id. */
  readonly resemblesId: string
  /** The catalogue's image name. */
  readonly resembles: string
  readonly why: LookAlikeWhy
}

/** `mixed`: more than one of the three. `none`: all was looked at, and nothing found. */
export const stacks = ['desktop', 'store', 'apple-devices', 'mixed', 'none', 'cannot-tell'] as const
export type Stack = (typeof stacks)[number]

export const singleStacks = ['desktop', 'store', 'apple-devices'] as const
export type SingleStack = (typeof singleStacks)[number]

export const stackInputs = ['services', 'packages', 'folders', 'processes'] as const
export type StackInput = (typeof stackInputs)[number]

export interface StackSign {
  readonly stack: SingleStack
  readonly input: StackInput
  /** The service, package family, folder or program that shows it. */
  readonly subject: string
}

/** Which of Apple's installations does this PC have? */
export interface StackJudgement {
  readonly stack: Stack
  /** What the answer rests on; the words are `stack.sign.<input>`. */
  readonly signs: readonly StackSign[]
  /** What could not be looked at: there may be more than was found. */
  readonly unknown: readonly { readonly input: StackInput; readonly reason: string }[]
}

/** iTunes or Apple Devices as it is installed, with the version that its own file tells, or its package. */
export interface InstalledProduct {
  readonly id: 'itunes' | 'apple-devices'
  readonly edition: 'desktop' | 'store'
  readonly version: string
}

export interface Inspection {
  /** ISO 8601, UTC: when the process list was taken. */
  readonly takenAtUtc: string
  readonly machine: Machine
  /** Whether this program itself ran with admin rights. */
  readonly elevated: Probe<boolean>
  /** Whether it ran as the account that is signed in: the settings of a user are those of its own. Absent in older reports. */
  readonly isSignedIn?: Probe<boolean> | undefined
  readonly lister: Lister
  readonly processesSeen: number
  readonly stack: StackJudgement
  /** Empty where none is there, or its version could not be read. */
  readonly products: readonly InstalledProduct[]
  /** One for every catalogue entry, in catalogue order. */
  readonly processes: readonly InspectedProcess[]
  readonly lookAlikes: readonly LookAlike[]
  /** What else runs with Apple's signature and is not in the catalogue. */
  readonly otherApple: Probe<readonly ExaminedProcess[]>
  /** What runs from a folder of Apple's own, is not in the catalogue, and is not known to be Apple's. */
  readonly strangers: readonly ExaminedProcess[]
  /** One for every service key name of the catalogue, in catalogue order. */
  readonly services: readonly CatalogueService[]
  /** What starts at logon. */
  readonly autostart: Autostart
  /** What the verdicts about folders rest on. */
  readonly places: Places
  readonly findings: readonly Finding[]
}

/** `examining`: paths, services and owners, then signatures. */
export type InspectionStage = 'listing' | 'matching' | 'examining' | 'judging'

export interface InspectionProgress {
  readonly stage: InspectionStage
}

/** Why there is no inspection. So far only the list itself can fail; details are Probes. */
export type InspectionFailure = ListingFailure
