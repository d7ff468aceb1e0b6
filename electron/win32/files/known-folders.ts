/**
 * This PC's program folders. Asked of the registry: environment variables are inherited, and whoever started the
 * program may have changed them.
 */
import type { KnownFolderName } from '../../../shared/model/places.ts'
import type { Probe } from '../../../shared/model/probe.ts'
import { known } from '../../../shared/model/probe.ts'
import { readRegistryValue } from '../registry/registry.ts'
import { failedFor } from '../bridge/reasons.ts'

const valueNames: Readonly<Record<KnownFolderName, string>> = {
  ProgramFiles: 'ProgramFilesDir',
  'ProgramFiles(x86)': 'ProgramFilesDir (x86)',
  CommonProgramFiles: 'CommonFilesDir',
  'CommonProgramFiles(x86)': 'CommonFilesDir (x86)',
}

/** Null for a folder that this PC does not have: 32-bit Windows has no `(x86)` ones. */
export function readKnownFolder(folder: KnownFolderName): Probe<string | null> {
  const key = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion'
  const value = readRegistryValue('HKLM', key, valueNames[folder])
  if (value.state !== 'known') return value
  if (value.value === null) return known(null)
  return value.value.kind === 'text' && value.value.text !== ''
    ? known(value.value.text)
    : failedFor('unreadable')
}
