/** Whether a file or a folder is there, as far as this user can tell. */
import { stat } from 'node:fs/promises'
import { known, type Probe } from '../../../shared/model/probe.ts'
import { pathForWindows, probeForNodeError } from './held-file.ts'

export function isFileThere(path: string): Promise<Probe<boolean>> {
  return isThere(path, 'file')
}

export function isFolderThere(path: string): Promise<Probe<boolean>> {
  return isThere(path, 'folder')
}

async function isThere(path: string, kind: 'file' | 'folder'): Promise<Probe<boolean>> {
  try {
    const status = await stat(pathForWindows(path))
    return known(kind === 'file' ? status.isFile() : status.isDirectory())
  } catch (error) {
    const why = probeForNodeError(error)
    return why.state === 'failed' && why.reason === 'file-missing' ? known(false) : why
  }
}
