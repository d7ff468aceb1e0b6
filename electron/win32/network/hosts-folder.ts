/**
 * The folder of the hosts file, which a value of the registry may move.
 * https://learn.microsoft.com/troubleshoot/windows-server/networking/tcpip-and-nbt-configuration-parameters
 */
import { join } from 'node:path/win32'
import type { Probe } from '../../../shared/model/probe.ts'
import { known } from '../../../shared/model/probe.ts'
import { failedFor } from '../bridge/reasons.ts'
import type { RegistryValue } from '../bytes/read-registry-value.ts'
import { readRegistryValue } from '../registry/registry.ts'

const parameters = 'SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters'

/** @param windowsFolder for example `C:\Windows` */
export function readHostsFolder(
  windowsFolder: string,
  read: typeof readRegistryValue = readRegistryValue,
): Probe<string> {
  const value = read('HKLM', parameters, 'DataBasePath')
  return value.state === 'known' ? folderOf(value.value, windowsFolder) : value
}

function folderOf(value: RegistryValue | null, windowsFolder: string): Probe<string> {
  if (value === null) return known(join(windowsFolder, 'System32', 'drivers', 'etc'))
  if (value.kind !== 'text' && value.kind !== 'expandable-text') return failedFor('unreadable')
  const folder = value.text.trim().replace(/^%(?:SystemRoot|windir)%/i, () => windowsFolder)
  // Another variable is nobody's to guess.
  return folder === '' || folder.includes('%') ? failedFor('unreadable') : known(folder)
}
