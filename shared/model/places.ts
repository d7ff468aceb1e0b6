/** Places on a PC where programs lie. What is needed to tell a right folder from a wrong one. */
import type { Probe } from './probe.ts'

/** The names that the catalogue uses, without their percent signs. */
export const knownFolderNames = [
  'ProgramFiles',
  'ProgramFiles(x86)',
  'CommonProgramFiles',
  'CommonProgramFiles(x86)',
] as const
export type KnownFolderName = (typeof knownFolderNames)[number]

/** A package of the Microsoft Store, as the user's own registry lists it. */
export interface StorePackage {
  /** `AppleInc.iTunes_12134.4.3008.0_x64__nzyj5cx40ttqa` */
  readonly fullName: string
  /** `AppleInc.iTunes_nzyj5cx40ttqa` */
  readonly familyName: string
  readonly folder: Probe<string>
}

/** Variables of the signed-in user's environment that a start-up entry may stand on. */
export const variableNames = [
  'APPDATA',
  'LOCALAPPDATA',
  'TEMP',
  'TMP',
  'USERPROFILE',
  'HOMEDRIVE',
  'HOMEPATH',
  'PUBLIC',
  'ProgramData',
  'ALLUSERSPROFILE',
  'SystemRoot',
  'windir',
  'SystemDrive',
  'OneDrive',
] as const
type VariableName = (typeof variableNames)[number]

export interface Places {
  /** Null for a folder that this PC does not have: 32-bit Windows has no `(x86)` ones. */
  readonly knownFolders: Readonly<Record<KnownFolderName, Probe<string | null>>>
  /** The user's packages of Apple's publisher id. */
  readonly storePackages: Probe<readonly StorePackage[]>
  /** Folders that Apple's installers recorded for the whole PC: only an administrator can write there. */
  readonly installFolders: Probe<readonly string[]>
  /** Without those that the environment does not have, and absent where it is not known. */
  readonly variables?: Readonly<Partial<Record<VariableName, string>>> | undefined
}

/** Nothing could be looked at, for one reason. */
export function unknownPlaces(reason: Probe<never>): Places {
  return {
    knownFolders: {
      ProgramFiles: reason,
      'ProgramFiles(x86)': reason,
      CommonProgramFiles: reason,
      'CommonProgramFiles(x86)': reason,
    },
    storePackages: reason,
    installFolders: reason,
  }
}

/**
 * Who may write to a folder?
 * - `protected`: only administrators and installers, as in Program Files and in Windows's own folder.
 * - `user`: a user's profile, temporary folders, what all users share. Nothing that is installed for everybody lies there.
 * - `open`: any other folder of a drive, where every user may write unless somebody changed it.
 * - `unknown`: a share, a short name, a path without a drive.
 */
export const folderAccesses = ['protected', 'user', 'open', 'unknown'] as const
export type FolderAccess = (typeof folderAccesses)[number]
