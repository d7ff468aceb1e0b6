/** Settings. A small JSON file; a damaged one is kept aside, never lost. */
import { mkdir, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { logError } from '../log.ts'
import { systemCode, writeReport } from '../report/write-report.ts'
import type { Settings } from './settings-schema.ts'

export type { Settings }

export interface ReadSettings {
  readonly settings: Settings
  /** The file could not be understood; it was kept aside, and the window says so once. */
  readonly wasDamaged: boolean
}

/** Never fails: without a readable file the defaults hold. */
export async function readSettings(file: string): Promise<ReadSettings> {
  try {
    const text = await readFile(file, 'utf8')
    // Most people have none, and what checks it is dear to load.
    const { settingsSchema } = await import('./settings-schema.ts')
    try {
      return { settings: settingsSchema.parse(JSON.parse(text)), wasDamaged: false }
    } catch {
      await rename(file, `${file}.damaged`)
      return { settings: {}, wasDamaged: true }
    }
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') logError('settings', error)
  }
  return { settings: {}, wasDamaged: false }
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
  const { settings, wasDamaged } = await readSettings(file)
  let current = settings
  let written = Promise.resolve(true)
  return {
    wasDamaged,
    current: () => current,
    change: (part) => {
      current = { ...current, ...part }
      written = written.then(() => writeSettings(file, current))
      return written
    },
  }
}
