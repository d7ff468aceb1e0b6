/** Where are settings kept: beside the portable program, so that they travel with it, or in the user's profile? */
import { randomUUID } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface FolderQuestion {
  /** Folder of the portable program that the user started (PORTABLE_EXECUTABLE_DIR); undefined for an unpacked one. */
  readonly portableFolder: string | undefined
  /** Electron's folder for this program in the user's profile. */
  readonly profileFolder: string
}

/** The folder beside the program only if it can be written to: a stick may be locked, a share read-only. */
export function settingsFolder({ portableFolder, profileFolder }: FolderQuestion): string {
  return portableFolder !== undefined && portableFolder !== '' && isWritable(portableFolder)
    ? join(portableFolder, 'Process Inspector settings')
    : profileFolder
}

/** Rights do not tell on Windows: trying does. */
function isWritable(folder: string): boolean {
  const file = join(folder, `.process-inspector-${randomUUID()}`)
  try {
    writeFileSync(file, '', { flag: 'wx' })
    rmSync(file, { force: true })
    return true
  } catch {
    return false
  }
}
