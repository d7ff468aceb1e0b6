/** A Startup folder: what lies in it, and where its shortcuts lead. */
import { open, readdir } from 'node:fs/promises'
import { win32 } from 'node:path'
import { failed, known, skipped, type Probe } from '../../../shared/model/probe.ts'
import { pathForWindows, probeForNodeError } from '../files/held-file.ts'
import { lookIntoFile } from '../files/look-into-file.ts'
import { readShellLink } from '../bytes/read-shell-link.ts'

export interface FolderEntry {
  readonly fileName: string
  /** As a command line; null for a shortcut that does not say where it leads. */
  readonly command: Probe<string | null>
}

/** A shortcut has a few kilobytes; an icon's place and blocks of others may stand in it. */
const longestLink = 64 * 1024
const mostEntries = 200

/** An absent folder is an empty one. Companies move it to a server, where nobody looks. */
export function readStartupEntries(
  folder: string,
  signal: AbortSignal,
): Promise<Probe<readonly FolderEntry[]>> {
  return lookIntoFile(folder, () => readEntries(folder, signal), signal)
}

async function readEntries(
  folder: string,
  signal: AbortSignal,
): Promise<Probe<readonly FolderEntry[]>> {
  let names: readonly string[]
  try {
    names = await readdir(pathForWindows(folder))
  } catch (error) {
    const why = probeForNodeError(error)
    return why.state === 'failed' && why.reason === 'file-missing' ? known([]) : why
  }
  if (names.length > mostEntries) return failed('too-large')
  const entries: FolderEntry[] = []
  for (const fileName of names) {
    if (signal.aborted) return skipped('cancelled')
    if (fileName.toLowerCase() === 'desktop.ini') continue
    const path = win32.join(folder, fileName)
    const command = /\.lnk$/i.test(fileName) ? await readLink(path) : known(`"${path}"`)
    entries.push({ fileName, command })
  }
  return known(entries)
}

async function readLink(path: string): Promise<Probe<string | null>> {
  const bytes = await readStart(path, longestLink)
  if (bytes.state !== 'known') return bytes
  const link = readShellLink(bytes.value)
  if (link === null) return failed('unreadable')
  if (link.target === null) return known(null)
  return known(`"${link.target}"${link.arguments === '' ? '' : ` ${link.arguments}`}`)
}

/** The first bytes of an ordinary file, and all of a shorter one. */
export async function readStart(path: string, most: number): Promise<Probe<Buffer>> {
  try {
    const file = await open(pathForWindows(path), 'r')
    try {
      if (!(await file.stat()).isFile()) return failed('not-a-file')
      const bytes = Buffer.alloc(most)
      const { bytesRead } = await file.read(bytes, 0, most, 0)
      return known(bytes.subarray(0, bytesRead))
    } finally {
      await file.close()
    }
  } catch (error) {
    return probeForNodeError(error)
  }
}
