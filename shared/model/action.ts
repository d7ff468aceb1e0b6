/** What a user can do about a finding: one step, where Windows lets one take it, and the way back. Nothing is done by this program. */

/** Windows's own tools and pages that may be opened. Where each leads is fixed in the main process. */
export const windowsTools = [
  'services',
  'startup-apps',
  'installed-apps',
  'windows-update',
  'optional-updates',
  'windows-security',
  'device-manager',
  'device-installation',
  'hosts-folder',
  'optional-features',
  'network-settings',
  'network-connections',
  'vpn',
  'proxy',
  'firewall',
  'date-time',
  'storage',
  'store',
] as const
export type WindowsTool = (typeof windowsTools)[number]

export interface Action<Id extends string = string> {
  /** The words are `action.item.<id>`: `do`, and where there is something to say `undo` and `command`. */
  readonly id: Id
  /** What is put into the words. */
  readonly values: Readonly<Record<string, string>>
  readonly opens: WindowsTool | null
  /** For a Command Prompt, in full. Nothing in it comes from a PC. */
  readonly command: string | null
  readonly needsAdmin: boolean
}
