/** Folder of Windows, and the variables in a command line of the registry that Windows replaces for a service. */
import { expandFolders } from '../../shared/judge/read-command.ts'
import type { Places } from '../../shared/model/places.ts'

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
