/** A report out of a text: JSON, or a saved page that holds its JSON. */
import { failure, success, type Result } from '../../model/result.ts'
import { reportJsonSchema } from '../schema/report-json-schema.ts'
import { reportSchemaVersion, type Report } from '../schema/report-schema.ts'
import { jsonInPage } from './json-in-page.ts'
import { measureJson, type Excess } from './measure-json.ts'
import { createShapeReader, type ShapeRead, type Unknown } from './read-shape.ts'

export interface ReadReport {
  readonly report: Report
  /** Words and keys of another version, to be written back. */
  readonly unknown: readonly Unknown[]
  readonly unknownCount: number
}

export type ParseFailure =
  | { readonly code: 'openNotJson' | 'openNoReportInPage' }
  | { readonly code: 'openNotReport'; readonly detail: string }
  | { readonly code: 'openBeyond'; readonly excess: Excess | 'processes' }
  | { readonly code: 'openNewer'; readonly found: number }

/** Of processes of which a report tells more than their name. */
export const mostInstances = 2_000

let reader: ((data: unknown) => ShapeRead | string) | undefined

export function parseReport(text: string): Result<ReadReport, ParseFailure> {
  const json = isPage(text) ? jsonInPage(text) : text
  if (json === undefined) return failure({ code: 'openNoReportInPage' })
  const excess = measureJson(json)
  if (excess !== undefined) return failure({ code: 'openBeyond', excess })
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch {
    return failure({ code: 'openNotJson' })
  }
  const version = isRecord(data) ? data['schemaVersion'] : undefined
  if (typeof version === 'number' && version > reportSchemaVersion) {
    return failure({ code: 'openNewer', found: version })
  }
  if (countInstances(data) > mostInstances) {
    return failure({ code: 'openBeyond', excess: 'processes' })
  }
  reader ??= createShapeReader(reportJsonSchema())
  const read = reader(data)
  if (typeof read === 'string') {
    return failure({ code: 'openNotReport', detail: read === '' ? 'report' : read.slice(0, 200) })
  }
  const { value, unknown, unknownCount } = read
  return success({ report: value as Report, unknown, unknownCount })
}

const isPage = (text: string) => /^\s{0,1000}</.test(text.slice(0, 1_001))

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const lengthOf = (value: unknown) => (Array.isArray(value) ? value.length : 0)

function countInstances(data: unknown): number {
  if (!isRecord(data)) return 0
  const processes = Array.isArray(data['processes']) ? (data['processes'] as unknown[]) : []
  return processes.reduce<number>(
    (sum, one) => sum + (isRecord(one) ? lengthOf(one['instances']) : 0),
    Math.max(lengthOf(data['lookAlikes']) + lengthOf(data['otherApple']), processes.length),
  )
}
