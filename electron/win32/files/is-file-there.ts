/** Whether a file or a folder is there, as far as this user can tell. */
import { stat } from 'node:fs/promises'
import { known, type Probe } from '../../../shared/model/probe.ts'
import { pathForWindows, probeForNodeError } from './held-file.ts'
import { lookIntoFile } from './look-into-file.ts'

/** Paths come from the registry and the environment: nothing is looked for on another computer. */
export function isFileThere(path: string): Promise<Probe<boolean>> {
  return lookIntoFile(path, () => isThere(path, 'file'))
}

export function isFolderThere(path: string): Promise<Probe<boolean>> {
  return lookIntoFile(path, () => isThere(path, 'folder'))
}

/** For whoever looks into the path already. */
export async function isThere(path: string, kind: 'file' | 'folder'): Promise<Probe<boolean>> {
  try {
    const status = await stat(pathForWindows(path))
    return known(kind === 'file' ? status.isFile() : status.isDirectory())
  } catch (error) {
    const why = probeForNodeError(error)
    return why.state === 'failed' && why.reason === 'file-missing' ? known(false) : why
  }
}
