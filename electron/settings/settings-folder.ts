/** The folder of the settings: beside the portable program, else in the user's profile. */
import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
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

/** Makes the folder where there is none. False where nothing can be kept in it: no rights, a locked stick, a full drive. */
export function canKeepIn(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true })
  } catch {
    return false
  }
  return isWritable(folder)
}

export interface BrowserFolderQuestion {
  readonly profileFolder: string
  readonly tempFolder: string
}

/**
 * Where Chromium keeps its own files, and the mark that the program runs already: without a place to write to it would
 * take that mark for set, and end at once without a word.
 */
export function browserFolder({ profileFolder, tempFolder }: BrowserFolderQuestion): string {
  return canKeepIn(profileFolder) ? profileFolder : join(tempFolder, 'Process Inspector for iTunes')
}

/** Rights do not tell on Windows: trying does. */
function isWritable(folder: string): boolean {
  const file = join(folder, `.process-inspector-${randomUUID()}`)
  try {
    // Not empty: a full drive still has room for a name.
    writeFileSync(file, 'x', { flag: 'wx' })
    rmSync(file, { force: true })
    return true
  } catch {
    return false
  }
}
