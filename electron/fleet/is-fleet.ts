/** Whether what was named is many PCs, and not one report. */
import { stat } from 'node:fs/promises'
import { isDevice } from '../report/device-name.ts'
import { readHead, textOfHead } from './file-bytes.ts'
import { fileKindOf } from '../report/file-kind.ts'

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

function holdsMany(text: string, isWhole: boolean): boolean {
  const found = fileKindOf(text, isWhole)
  if (found.kind === 'csv') return true
  if (found.kind !== 'lines' && found.kind !== 'document') return false
  const isReport = /^\s*\{\s*"schemaVersion"/.test(text)
  if (!isReport) return marks.test(text)
  // Reports one a line are many.
  return found.kind === 'lines' && /^[^\n]+\n\s*\{/.test(text)
}

/** What answers of engines have, and no other JSON file is likely to. */
const marks =
  /"(?:snapshot|diffResults|hostIdentifier|columns|inspector|rows|host_id|query_id|report_id|preRemediationDetectionScriptOutput|detectionState|catalogueVersion|subject_name|start_type|cmdline)"\s*:|"(?:path|name)"\s*:[^]{0,400}"(?:path|name|result)"\s*:/i
