/** Whether what was named is many PCs, and not one report. */
import { stat } from 'node:fs/promises'
import { isDevice } from '../report/device-name.ts'
import { readHead, textOfHead } from './file-bytes.ts'
import { holdsMany } from '../report/file-kind.ts'

/** What cannot be read is left to the report's reader, which says why. */
export async function isFleet(paths: readonly string[]): Promise<boolean> {
  const [path, ...others] = paths
  if (path === undefined) return false
  if (others.length > 0) return true
  if (isDevice(path)) return false
  try {
    if ((await stat(path)).isDirectory()) return true
  } catch {
    return false
  }
  const head = await readHead(path)
  return !('problem' in head) && holdsMany(textOfHead(head), head.isWhole)
}
