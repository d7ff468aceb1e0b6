/** What does the program remember between two starts? A small JSON file; a damaged one is kept aside, never lost. */
import { mkdir, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { supportedLanguages } from '../shared/text/languages.ts'
import { logError } from './log.ts'
import { systemCode, writeReport } from './report/write-report.ts'

const settingsSchema = z.object({ language: z.enum(supportedLanguages).optional() })

export type Settings = z.infer<typeof settingsSchema>

export interface ReadSettings {
  readonly settings: Settings
  /** The file could not be understood; it was kept aside, and the window says so once. */
  readonly wasDamaged: boolean
}

/** Never fails: without a readable file the defaults hold. */
export async function readSettings(file: string): Promise<ReadSettings> {
  try {
    const text = await readFile(file, 'utf8')
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

export async function writeSettings(file: string, settings: Settings): Promise<void> {
  await mkdir(dirname(file), { recursive: true }).catch(() => {})
  const written = await writeReport(file, `${JSON.stringify(settings, null, 2)}\n`)
  if (!written.ok) logError('settings', `could not be saved: ${written.failure}`)
}
