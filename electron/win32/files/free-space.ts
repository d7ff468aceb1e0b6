/** Bytes that this user may still write to the drive of a folder. */
import { statfs } from 'node:fs/promises'
import { known, type Probe } from '../../../shared/model/probe.ts'
import { probeForNodeError } from './held-file.ts'
import { replaceSystemVariables } from './system-variables.ts'

export async function readFreeBytes(folder: string): Promise<Probe<number>> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return known(bavail * bsize)
  } catch (error) {
    return probeForNodeError(error)
  }
}

/** Of the drive that Windows is on. */
export function readSystemDriveFree(): Promise<Probe<number>> {
  return readFreeBytes(replaceSystemVariables('%SystemDrive%\\'))
}
