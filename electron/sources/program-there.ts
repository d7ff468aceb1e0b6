/** Whether a program is there that a command line of the registry names, with the variables that Windows replaces. */
import { stat } from 'node:fs/promises'
import { expandFolders } from '../../shared/judge/read-command.ts'
import type { Places } from '../../shared/model/places.ts'
import { denied, failed, known, type Probe } from '../../shared/model/probe.ts'
import { pathForWindows } from '../win32/files/held-file.ts'
import { lookIntoFile } from '../win32/files/look-into-file.ts'

export function windowsFolder(): string {
  return process.env['SystemRoot'] ?? 'C:\\Windows'
}

/** The variables of the PC; a user's own stay as they are, because a service does not have them. */
export function expandForServices(text: string, { knownFolders, variables }: Places): string {
  const windows = windowsFolder()
  const { ProgramData, ALLUSERSPROFILE, PUBLIC } = variables ?? {}
  const ofPc = Object.entries({ ProgramData, ALLUSERSPROFILE, PUBLIC })
  return expandFolders(text, {
    knownFolders,
    variables: Object.fromEntries(ofPc.filter(([, value]) => value !== undefined)),
  })
    .replace(/%(?:SystemRoot|windir)%/gi, () => windows)
    .replace(/%SystemDrive%/gi, () => windows.slice(0, 2))
}

export function isFile(path: string): Promise<Probe<boolean>> {
  return lookIntoFile(path, () => lookForFile(path))
}

async function lookForFile(path: string): Promise<Probe<boolean>> {
  try {
    return known((await stat(pathForWindows(path))).isFile())
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return known(false)
    return code === 'EACCES' || code === 'EPERM' ? denied('needs-admin') : failed('windows-error')
  }
}
