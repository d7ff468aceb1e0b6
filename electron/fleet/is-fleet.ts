/** Whether what was named is many PCs, and not one report. */
import { open, stat } from 'node:fs/promises'
import { isDevice } from '../report/device-name.ts'
import { encodingOf, headBytes } from './file-bytes.ts'
import { fileKindOf } from './file-kind.ts'

/** What cannot be read is left to the report's reader, which says why. */
export async function isFleet(paths: readonly string[]): Promise<boolean> {
  const [path, ...others] = paths
  if (path === undefined) return false
  if (others.length > 0) return true
  if (isDevice(path)) return false
  try {
    const found = await stat(path)
    if (found.isDirectory()) return true
    if (!found.isFile() || found.size === 0) return false
    const handle = await open(path, 'r')
    try {
      const head = Buffer.alloc(Math.min(found.size, headBytes))
      await handle.read(head, 0, head.length, 0)
      const { encoding, markBytes } = encodingOf(head)
      if (encoding === 'utf-16be') head.swap16()
      const text = head.toString(encoding === 'utf-8' ? 'utf8' : 'utf16le', markBytes)
      return holdsMany(text, found.size <= head.length)
    } finally {
      await handle.close()
    }
  } catch {
    return false
  }
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
  /"(?:snapshot|diffResults|hostIdentifier|columns|inspector|rows|host_id|query_id|report_id|preRemediationDetectionScriptOutput|detectionState|catalogueVersion|subject_name|start_type|cmdline)"\s*:|"(?:path|name)"\s*:[^]{0,400}"(?:path|name|result)"\s*:/
