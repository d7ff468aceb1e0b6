/** Where iPhone backups lie: the folders of both editions, links on the way, their size, and the room that is left there. */
import { lstat, opendir, readlink, realpath } from 'node:fs/promises'
import { win32 } from 'node:path'
import { withDeadline } from '../../async/deadline.ts'
import type { BackupEdition, BackupFolder } from '../../../shared/model/pc-facts.ts'
import { failed, known, skipped, type Probe } from '../../../shared/model/probe.ts'
import { readFolderSize } from './folder-size.ts'
import { readFreeBytes } from '../files/free-space.ts'
import { pathForWindows, probeForNodeError } from '../files/held-file.ts'
import { isThere } from '../files/is-file-there.ts'
import { lookIntoFile } from '../files/look-into-file.ts'
import { leadsToNetwork } from '../files/network-path.ts'

/** One look waits so long for a sum; the next one finds it. */
const sizeWaitMs = 20
/** A link to a drive that hangs. */
const folderDeadlineMs = 1_500
const mostBackups = 10_000

/** https://support.apple.com/108809 */
const places: readonly {
  readonly edition: BackupEdition
  readonly variable: string
  readonly parts: readonly string[]
}[] = [
  { edition: 'desktop', variable: 'APPDATA', parts: ['Apple Computer', 'MobileSync', 'Backup'] },
  { edition: 'store', variable: 'USERPROFILE', parts: ['Apple', 'MobileSync', 'Backup'] },
]

/** @param variables the signed-in user's environment */
export async function readBackupFolders(
  variables: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Probe<readonly BackupFolder[]>> {
  const folders = await Promise.all(
    places.flatMap(({ edition, variable, parts }) => {
      const root = variables[variable]
      if (root === undefined || !win32.isAbsolute(root)) return []
      const path = win32.join(root, ...parts)
      const unknown = (why: Probe<never>) => unknownFolder(edition, path, why)
      // Companies move the profile's folders to a server.
      const looked = lookIntoFile(path, async () =>
        known(await readFolder(edition, path, root, parts)),
      )
      const folder = looked.then((one) => (one.state === 'known' ? one.value : unknown(one)))
      return [withDeadline(folder, folderDeadlineMs, unknown(failed('timeout')))]
    }),
  )
  return folders.length === 0 ? failed('no-known-folder') : known(folders)
}

async function readFolder(
  edition: BackupEdition,
  path: string,
  root: string,
  parts: readonly string[],
): Promise<BackupFolder> {
  const link = await firstLink(root, parts)
  if (link !== null && leadsToNetwork(link.to)) {
    const elsewhere = unknownFolder(edition, path, skipped('network-path'))
    return { ...elsewhere, isJunction: true, target: targetOf(link) }
  }
  const isTargetThere = await isThere(path, 'folder')
  if (isTargetThere.state !== 'known') return unknownFolder(edition, path, isTargetThere)
  const isJunction = link !== null
  const target = isJunction ? await whereItLeads(path, link) : null
  if (!isTargetThere.value) {
    const missing = failed('file-missing')
    return {
      ...{ edition, path, isThere: isJunction, isJunction, target, isTargetThere },
      size: isJunction ? missing : known(0),
      backups: isJunction ? null : 0,
      // Without a folder backups would be made on the drive of the profile.
      freeBytes: isJunction ? missing : await readFreeBytes(root),
    }
  }
  const [size, backups, freeBytes] = await Promise.all([
    readFolderSize(path, sizeWaitMs),
    countBackups(path),
    readFreeBytes(path),
  ])
  return {
    ...{ edition, path, isThere: true, isJunction, target, isTargetThere },
    ...{ size, backups, freeBytes },
  }
}

function unknownFolder(edition: BackupEdition, path: string, why: Probe<never>): BackupFolder {
  return {
    ...{ edition, path, isThere: true, isJunction: false, target: null, backups: null },
    ...{ isTargetThere: why, size: why, freeBytes: why },
  }
}

interface Link {
  /** As it is written. */
  readonly to: string
  /** What follows behind it. */
  readonly rest: readonly string[]
}

/** People put the link at any level: for `Backup`, for `MobileSync`, for `Apple`. */
async function firstLink(root: string, parts: readonly string[]): Promise<Link | null> {
  for (let count = 1; count <= parts.length; count += 1) {
    const path = win32.join(root, ...parts.slice(0, count))
    try {
      // Node calls a junction a symbolic link.
      if ((await lstat(pathForWindows(path))).isSymbolicLink()) {
        return { to: await readlink(pathForWindows(path)), rest: parts.slice(count) }
      }
    } catch (error) {
      const why = probeForNodeError(error)
      if (why.state === 'failed' && why.reason === 'file-missing') return null
    }
  }
  return null
}

async function whereItLeads(path: string, link: Link): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    return targetOf(link)
  }
}

function targetOf({ to, rest }: Link): string {
  return win32.join(to.replace(/^\\\\\?\\(?=[A-Za-z]:)/, ''), ...rest)
}

/** One folder for each: the device's id, perhaps with the day behind it. */
const backupName = /^(?:[0-9a-f]{40}|[0-9a-f]{8}-[0-9a-f]{16})(?:-\d{8}-\d{6})?$/i

async function countBackups(folder: string): Promise<number | null> {
  try {
    let count = 0
    for await (const entry of await opendir(pathForWindows(folder), { bufferSize: 64 })) {
      if (backupName.test(entry.name) && !entry.isFile()) count += 1
      if (count > mostBackups) return null
    }
    return count
  } catch {
    return null
  }
}
