/** Settings. A small JSON file; a damaged one is kept aside, never lost. */
import { mkdir, readFile, rename, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { withDeadline } from '../async/deadline.ts'
import { logError } from '../log.ts'
import { systemCode, writeReport } from '../report/write-report.ts'
import type { Settings } from './settings-schema.ts'

export type { Settings }

export interface ReadSettings {
  readonly settings: Settings
  /** The file could not be understood; it was kept aside, and the window says so once. */
  readonly wasDamaged: boolean
  /** It is there and could not be read, or not be put aside: what is in it must not be lost. */
  readonly isUnread: boolean
}

/** More than this in a row are no accidents; only the last is overwritten then. */
const mostAside = 9

/** Names and columns of lists take a few thousand bytes. */
const mostBytes = 1_000_000

/** A share that does not answer, or a drive that sleeps: the window shows nothing before it has its settings. */
const deadlineMs = 3_000

const unread: ReadSettings = { settings: {}, wasDamaged: false, isUnread: true }

/** Never fails: without a readable file the defaults hold. */
export function readSettings(file: string, lateAfterMs = deadlineMs): Promise<ReadSettings> {
  return withDeadline(readInTime(file), lateAfterMs, unread)
}

async function readInTime(file: string): Promise<ReadSettings> {
  try {
    const found = await stat(file)
    // To open a pipe would wait for whoever writes to it.
    if (!found.isFile()) return unread
    // Ours or not, nothing of it would be understood.
    const text = found.size > mostBytes ? '' : await readFile(file, 'utf8')
    // Most people have none, and what checks it takes long to load.
    const { settingsSchema } = await import('./settings-schema.ts')
    try {
      return {
        settings: settingsSchema.parse(JSON.parse(text)),
        wasDamaged: false,
        isUnread: false,
      }
    } catch {
      await keepAside(file)
      return { settings: {}, wasDamaged: true, isUnread: false }
    }
  } catch (error) {
    const isUnread = systemCode(error) !== 'ENOENT'
    if (isUnread) logError('settings', error)
    return { ...unread, isUnread }
  }
}

/** Under a name of its own: what was damaged before may be what somebody wants back. */
async function keepAside(file: string): Promise<void> {
  const names = Array.from({ length: mostAside }, (_, index) =>
    index === 0 ? `${file}.damaged` : `${file}.damaged-${index + 1}`,
  )
  const taken = await Promise.all(
    names.map((name) =>
      stat(name).then(
        () => true,
        () => false,
      ),
    ),
  )
  await rename(file, names[taken.indexOf(false)] ?? `${file}.damaged-${mostAside}`)
}

/** @returns whether it was written. */
export async function writeSettings(file: string, settings: Settings): Promise<boolean> {
  await mkdir(dirname(file), { recursive: true }).catch(() => {})
  const written = await writeReport(file, `${JSON.stringify(settings, null, 2)}\n`)
  if (!written.ok) logError('settings', `could not be saved: ${written.failure}`)
  return written.ok
}

export interface SettingsKeeper {
  readonly wasDamaged: boolean
  readonly current: () => Settings
  /** Holds at once, written or not; resolves to whether it was written. */
  readonly change: (part: Partial<Settings>) => Promise<boolean>
}

/** One change is written after the other: the file ends up as the last one said. */
export async function keepSettings(file: string): Promise<SettingsKeeper> {
  const { settings, wasDamaged, ...read } = await readSettings(file)
  let current = settings
  let { isUnread } = read
  let written = Promise.resolve(true)
  const write = async (): Promise<boolean> => {
    if (isUnread) {
      const again = await readSettings(file)
      if (again.isUnread) return false
      isUnread = false
      current = { ...again.settings, ...current }
    }
    return writeSettings(file, current)
  }
  return {
    wasDamaged,
    current: () => current,
    change: (part) => {
      current = { ...current, ...part }
      written = written.then(write)
      return written
    },
  }
}
