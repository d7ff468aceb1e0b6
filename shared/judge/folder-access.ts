/** Who may write to the folder of a file, by Windows's own defaults: read off its path, never asked of the disk. */
import type { FolderAccess, Places } from '../model/places.ts'
import {
  folderOf,
  hasShortName,
  isInOrBelow,
  readPath,
  readRecordedFolder,
} from './windows-path.ts'
import type { ComparablePath } from './windows-path.ts'

type Knowledge = Pick<Places, 'knownFolders' | 'variables'>

/** Whether everybody who uses the PC may put a file there, as far as the path tells. */
export function isWritableByUsers(access: FolderAccess): boolean {
  return access === 'user' || access === 'open'
}

/** @param path of a file, perhaps with a variable at its beginning that nobody could replace. */
export function folderAccess(
  path: string,
  { knownFolders, variables = {} }: Knowledge,
): FolderAccess {
  const variable = /^%([^%]{1,64})%/.exec(path)?.[1]
  if (variable !== undefined) return accessOfVariable(variable.toUpperCase())
  const file = readPath(path)
  if (typeof file === 'string' || file.root.startsWith('\\\\')) return 'unknown'
  const folder = folderOf(file)
  for (const known of Object.values(knownFolders)) {
    if (known.state === 'known' && known.value !== null && isBelow(folder, known.value)) {
      return 'protected'
    }
  }
  for (const [name, value] of Object.entries(variables)) {
    if (userVariables.has(name.toUpperCase()) && isBelow(folder, value)) return 'user'
  }
  return accessByName(folder)
}

/** `%TEMP%` is a folder of the user's wherever it leads. */
const userVariables: ReadonlySet<string> = new Set([
  ...['APPDATA', 'LOCALAPPDATA', 'TEMP', 'TMP', 'USERPROFILE', 'HOMEPATH', 'PUBLIC'],
  ...['PROGRAMDATA', 'ALLUSERSPROFILE', 'ONEDRIVE'],
])
const protectedVariables: ReadonlySet<string> = new Set([
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'PROGRAMW6432'],
  ...['COMMONPROGRAMFILES', 'COMMONPROGRAMFILES(X86)', 'COMMONPROGRAMW6432'],
])

function accessOfVariable(name: string): FolderAccess {
  if (userVariables.has(name)) return 'user'
  return protectedVariables.has(name) ? 'protected' : 'unknown'
}

const isBelow = (folder: ComparablePath, recorded: string): boolean => {
  const outer = readRecordedFolder(recorded)
  return typeof outer !== 'string' && outer.parts.length > 0 && isInOrBelow(folder, outer)
}

/** At the root of a drive. `Users` and the others bear these names on a Windows of any language. */
const userRoots: ReadonlySet<string> = new Set([
  ...['USERS', 'DOCUMENTS AND SETTINGS', 'DOCUME~1', 'PROGRAMDATA'],
  ...['TEMP', 'TMP', 'PERFLOGS', '$RECYCLE.BIN', 'RECYCLER'],
])
const programRoots: ReadonlySet<string> = new Set(['PROGRAM FILES', 'PROGRAM FILES (X86)'])

/** Below Windows's own folder, where users may write all the same. */
const openInWindows: readonly string[] = [
  'TEMP',
  'TASKS',
  'TRACING',
  'DEBUG\\WIA',
  'REGISTRATION\\CRMLOG',
  'SYSTEM32\\TASKS',
  'SYSTEM32\\SPOOL\\DRIVERS\\COLOR',
  'SYSTEM32\\SPOOL\\PRINTERS',
  'SYSTEM32\\MICROSOFT\\CRYPTO\\RSA\\MACHINEKEYS',
  'SYSWOW64\\TASKS',
]

function accessByName(folder: ComparablePath): FolderAccess {
  const [first, ...below] = folder.parts
  if (first === undefined) return 'open'
  if (userRoots.has(first)) return 'user'
  if (programRoots.has(first)) return 'protected'
  if (first === 'WINDOWS' || first === 'WINNT') {
    const rest = `${below.join('\\')}\\`
    return openInWindows.some((open) => rest.startsWith(`${open}\\`)) ? 'user' : 'protected'
  }
  return hasShortName(folder) ? 'unknown' : 'open'
}
