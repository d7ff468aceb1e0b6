/** The Run keys of the registry, and what one of them holds. */
import type { RunEntry, RunKey, StartupSwitch } from './autostart.ts'
import { known, type Probe } from './probe.ts'

/** The Run keys that Windows obeys at logon: the user's own, this PC's, and this PC's for 32-bit programs. */
export const runKeys = [
  { hive: 'HKCU', view: '64-bit' },
  { hive: 'HKLM', view: '64-bit' },
  { hive: 'HKLM', view: '32-bit' },
] as const satisfies readonly RunKey[]

/** In signs: more than Windows takes as a command line. */
export const longestCommand = 32_767

/** What holds where nobody ever touched the switch. */
export const neverSwitched: Probe<StartupSwitch> = known({ isOn: true, offSinceUtc: null })

export interface RunKeyContent extends RunKey {
  readonly entries: Probe<readonly RunEntry[]>
}

/** Nothing could be looked at, for one reason. */
export function unknownRunKeys(reason: Probe<never>): readonly RunKeyContent[] {
  return runKeys.map((key) => ({ ...key, entries: reason }))
}
