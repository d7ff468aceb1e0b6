/** What starts at logon. */
import type { FolderAccess } from './places.ts'
import { known, type Probe } from './probe.ts'
import type { Signature } from './signature.ts'

export const registryViews = ['64-bit', '32-bit'] as const
export type RegistryView = (typeof registryViews)[number]

export const hives = ['HKCU', 'HKLM'] as const
export type Hive = (typeof hives)[number]

/** The Run keys that Windows obeys at logon: the user's own, this PC's, and this PC's for 32-bit programs. */
export const runKeys = [
  { hive: 'HKCU', view: '64-bit' },
  { hive: 'HKLM', view: '64-bit' },
  { hive: 'HKLM', view: '32-bit' },
] as const satisfies readonly RunKey[]

/** In signs: more than Windows takes as a command line. */
export const longestCommand = 32_767

export interface RunKey {
  readonly hive: Hive
  /** The part of the registry that programs of this kind see. The user's own key is the same for both. */
  readonly view: RegistryView
}

/** What somebody chose for the entry in Task Manager or in Settings. */
export interface StartupSwitch {
  readonly isOn: boolean
  /** ISO 8601, UTC: when it was switched off. Null while it is on, or where no time is noted. */
  readonly offSinceUtc: string | null
}

/** What holds where nobody ever touched the switch. */
export const neverSwitched: Probe<StartupSwitch> = known({ isOn: true, offSinceUtc: null })

/** One value of a Run key. */
export interface RunEntry extends RunKey {
  readonly valueName: string
  /** The command line as it is stored: perhaps quoted, perhaps with arguments and `%variables%`. */
  readonly command: Probe<string>
  readonly startupSwitch: Probe<StartupSwitch>
}

export interface RunKeyContent extends RunKey {
  readonly entries: Probe<readonly RunEntry[]>
}

/** Nothing could be looked at, for one reason. */
export function unknownRunKeys(reason: Probe<never>): readonly RunKeyContent[] {
  return runKeys.map((key) => ({ ...key, entries: reason }))
}

/**
 * Where does the program of an entry lie?
 * - `expected`: where the catalogue's process of that entry belongs.
 * - `elsewhere`: in another folder. Some people move their programs: it is for information.
 * - `unknown`: the folder, or where it should be, is not known.
 */
export const autostartPlaces = ['expected', 'elsewhere', 'unknown'] as const
export type AutostartPlace = (typeof autostartPlaces)[number]

/** An entry that concerns a process of the catalogue. */
export interface AutostartEntry extends RunEntry {
  /** Whether it starts a program of that image name; else it bears the name of Apple's entry alone. Null when the command is not known. */
  readonly startsIt: boolean | null
  /** What its command line starts, with those variables replaced that are known; a script or library where Windows's own program runs it. */
  readonly program: string | null
  readonly place: AutostartPlace
  /** Who may write to the folder of that program. */
  readonly access: FolderAccess
  /** Of that program's file, looked at only where it lies elsewhere. */
  readonly signature: Probe<Signature>
}

/** `on`: starts at logon. `off`: switched off in Task Manager. `none`: no entry in any of the Run keys. */
export const autostartStates = ['on', 'off', 'none', 'cannot-tell'] as const
type AutostartState = (typeof autostartStates)[number]

/** Does one process of the catalogue start with Windows? */
export interface ProcessAutostart {
  readonly processId: string
  readonly state: AutostartState
  /** ISO 8601, UTC; null unless it is off and the time is noted. */
  readonly offSinceUtc: string | null
  /** Why nobody can tell, a code of `autostart.reason` or `reason`; null otherwise. */
  readonly reason: string | null
  readonly entries: readonly AutostartEntry[]
}

/** What one look at the Run keys came to. */
export interface Autostart {
  /** Whether each key could be read, and if not: why not. */
  readonly keys: readonly (RunKey & { readonly read: Probe<true> })[]
  /** For each process that Apple starts at logon, and for each that an entry starts, in catalogue order. */
  readonly processes: readonly ProcessAutostart[]
}
