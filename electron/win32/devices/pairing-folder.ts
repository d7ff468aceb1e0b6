/**
 * The folder of the pairing records: with which devices this PC may speak. Its files are counted and dated, never opened,
 * and their names, which are the devices' ids, are never handed on.
 */
import { lstat, opendir } from 'node:fs/promises'
import { win32 } from 'node:path'
import type { PairingFolder } from '../../../shared/model/pc-facts.ts'
import { failed, known, skipped, type Probe } from '../../../shared/model/probe.ts'
import { advapi32, DACL_SECURITY_INFORMATION } from '../bridge/advapi32.ts'
import { callAsyncOrError } from '../bridge/call-async.ts'
import { kernel32 } from '../bridge/kernel32.ts'
import { probeForError, unavailable } from '../bridge/reasons.ts'
import { pathForWindows, probeForNodeError } from '../files/held-file.ts'
import { isFolderThere } from '../files/is-file-there.ts'
import { maySystemAdd } from '../bytes/read-folder-access.ts'
import { replaceSystemVariables } from '../files/system-variables.ts'

/** Beside the records lies the PC's own identity. */
const notRecord = 'systemconfiguration.plist'

/** A repair shop has some thousand. */
const mostFiles = 20_000
const mostDated = 2_000

/** Each of Apple's editions keeps them here. */
const folderOfRecords = '%ProgramData%\\Apple\\Lockdown'

export async function readPairingFolder(
  signal?: AbortSignal,
  folder = replaceSystemVariables(folderOfRecords),
): Promise<Probe<PairingFolder>> {
  const isThere = await isFolderThere(folder)
  if (isThere.state !== 'known') return isThere
  const nothing = { records: null, oldest: null, newest: null }
  if (!isThere.value) {
    return known({
      isThere: false,
      isReadable: false,
      isWritable: failed('file-missing'),
      ...nothing,
    })
  }
  const isWritable = await readWritable(folder)
  const records = await readRecords(folder, signal)
  if (records.state === 'skipped') return records
  return known(
    records.state === 'known'
      ? { isThere: true, isReadable: true, isWritable, ...records.value }
      : { isThere: true, isReadable: false, isWritable, ...nothing },
  )
}

async function readRecords(
  folder: string,
  signal: AbortSignal | undefined,
): Promise<Probe<Pick<PairingFolder, 'records' | 'oldest' | 'newest'>>> {
  const names: string[] = []
  try {
    for await (const entry of await opendir(pathForWindows(folder), { bufferSize: 256 })) {
      if (signal?.aborted === true) return skipped('cancelled')
      const name = entry.name.toLowerCase()
      if (entry.isFile() && name.endsWith('.plist') && name !== notRecord) names.push(entry.name)
      if (names.length > mostFiles) return known({ records: null, oldest: null, newest: null })
    }
  } catch (error) {
    return probeForNodeError(error)
  }
  const days: string[] = []
  for (const name of names.length > mostDated ? [] : names) {
    if (signal?.aborted === true) return skipped('cancelled')
    try {
      days.push((await lstat(win32.join(folder, name))).mtime.toISOString().slice(0, 10))
    } catch {
      // Gone meanwhile, or a time that no calendar holds.
    }
  }
  days.sort()
  return known({ records: names.length, oldest: days[0] ?? null, newest: days.at(-1) ?? null })
}

async function readWritable(folder: string): Promise<Probe<boolean>> {
  const api = advapi32()
  if (!api.ok) return unavailable(api.failure)
  const base = kernel32()
  if (!base.ok) return unavailable(base.failure)
  // A list of rights has at most 64 KB.
  const descriptor = Buffer.alloc(66 * 1024)
  const asked = await callAsyncOrError(
    api.value.GetFileSecurityW,
    base.value.GetLastError,
    pathForWindows(folder),
    DACL_SECURITY_INFORMATION,
    descriptor,
    descriptor.length,
    Buffer.alloc(4),
  )
  if (!asked.ok) return probeForError(asked.code)
  const may = maySystemAdd(descriptor)
  return may === null ? failed('unreadable') : known(may)
}
