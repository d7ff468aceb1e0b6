/** Reading a saved report. */
import { open } from 'node:fs/promises'
import { failure, success, type Result } from '../../shared/model/result.ts'
import {
  reportSchema,
  reportSchemaVersion,
  type Report,
} from '../../shared/report/schema/report-schema.ts'
import { systemCode } from './write-report.ts'

/** A report of 10,000 processes has about 3 MB; anything far beyond is another kind of file. */
export const reportSizeLimitBytes = 32_000_000

export type OpenFailure =
  | { readonly code: 'openMissing' | 'openFolder' | 'openEmpty' | 'openNotJson' }
  | { readonly code: 'openDenied' | 'openNotReport'; readonly detail: string }
  | { readonly code: 'openTooLarge'; readonly sizeBytes: number }
  | { readonly code: 'openNewer'; readonly found: number }

export async function readReport(file: string): Promise<Result<Report, OpenFailure>> {
  const text = await readText(file)
  return text.ok ? parseReport(text.value) : text
}

async function readText(file: string): Promise<Result<string, OpenFailure>> {
  try {
    const handle = await open(file, 'r')
    try {
      const stat = await handle.stat()
      if (stat.isDirectory()) return failure({ code: 'openFolder' })
      // A pipe or a device has no end that could be trusted.
      if (!stat.isFile()) return failure({ code: 'openNotJson' })
      if (stat.size === 0) return failure({ code: 'openEmpty' })
      if (stat.size > reportSizeLimitBytes) {
        return failure({ code: 'openTooLarge', sizeBytes: stat.size })
      }
      return success(await handle.readFile('utf8'))
    } finally {
      await handle.close()
    }
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return failure({ code: 'openMissing' })
    if (code === 'EISDIR') return failure({ code: 'openFolder' })
    return failure({ code: 'openDenied', detail: code })
  }
}

function parseReport(text: string): Result<Report, OpenFailure> {
  let json: unknown
  try {
    // Editors on Windows like to put a byte order mark in front.
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return failure({ code: 'openNotJson' })
  }
  const version =
    typeof json === 'object' && json !== null && 'schemaVersion' in json
      ? json.schemaVersion
      : undefined
  if (typeof version === 'number' && version > reportSchemaVersion) {
    return failure({ code: 'openNewer', found: version })
  }
  const parsed = reportSchema.safeParse(json)
  if (parsed.success) return success(parsed.data)
  const issue = parsed.error.issues[0]
  const where = issue === undefined || issue.path.length === 0 ? 'report' : issue.path.join('.')
  return failure({ code: 'openNotReport', detail: where })
}
