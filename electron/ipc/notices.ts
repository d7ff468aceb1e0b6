/** Start-up notices. Codes only: the window has the sentences. */
import type { AppDescription } from '../../shared/ipc/channels.ts'

export interface Start {
  readonly settingsWereDamaged: boolean
  /** Whether the folder of the settings can be written. */
  readonly canKeepSettings: boolean
  /** The file that runs. */
  readonly program: string
}

export function noticesAtStart({
  settingsWereDamaged,
  canKeepSettings,
  program,
}: Start): AppDescription['notices'] {
  return [
    ...(settingsWereDamaged ? (['settings-damaged'] as const) : []),
    ...(canKeepSettings ? [] : (['settings-not-kept'] as const)),
    // Chromium's own protection does not always work from there.
    ...(isOnNetworkShare(program) ? (['network-share'] as const) : []),
  ]
}

/** By a path that names the other computer. A share under a drive's letter is not told apart from a drive. */
function isOnNetworkShare(path: string): boolean {
  if (!path.startsWith('\\\\')) return false
  // `\\?\C:\…` is a drive of this PC, in the long way of writing; `\\?\UNC\server\…` is a share.
  return !/^\\\\[?.]\\/.test(path) || /^\\\\[?.]\\UNC\\/i.test(path)
}
