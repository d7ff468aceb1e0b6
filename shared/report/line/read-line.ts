/** Reading a line: any number of them, so it is checked by hand and nothing is kept that was not asked for. */
import { failure, success, type Result } from '../../model/result.ts'
import {
  cutParts,
  lineVersion,
  longestLine,
  type LineCut,
  type LineFinding,
  type LineProduct,
  type LineRunning,
  type ReportLine,
} from './report-line.ts'

/** `newer`: of a version of the shape that this program could misread. */
export type LineFault = 'empty' | 'too-long' | 'not-json' | 'not-a-line' | 'newer'

/** @param text one line, with or without a byte order mark, blanks and the end of the line. */
export function readLine(text: string): Result<ReportLine, LineFault> {
  // Another writer may escape less, and indent; far beyond it is something else.
  if (text.length > 8 * longestLine) return failure('too-long')
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (trimmed === '') return failure('empty')
  let json: unknown
  try {
    json = JSON.parse(trimmed)
  } catch {
    return failure('not-json')
  }
  return lineOf(json)
}

/** @param json what a line holds, perhaps out of a larger text. */
export function lineOf(json: unknown): Result<ReportLine, LineFault> {
  if (!isRecord(json)) return failure('not-a-line')
  const { v, at, label, app, catalogueVersion, system, worst, exitCode, stack, hasApple } = json
  if (!isCount(v) || v < 1) return failure('not-a-line')
  if (v > lineVersion) return failure('newer')
  const products = listOf(json['products'], productOf)
  const running = listOf(json['running'], runningOf)
  const findings = listOf(json['findings'], findingOf)
  const unknown = listOf(json['unknown'], textOf)
  const cut = cutOf(json['cut'])
  if (
    typeof at !== 'string' ||
    !isMoment(at) ||
    (label !== undefined && typeof label !== 'string') ||
    typeof app !== 'string' ||
    typeof catalogueVersion !== 'string' ||
    typeof system !== 'string' ||
    typeof worst !== 'string' ||
    !isCount(exitCode) ||
    (stack !== null && typeof stack !== 'string') ||
    (hasApple !== undefined && typeof hasApple !== 'boolean') ||
    products === undefined ||
    running === undefined ||
    findings === undefined ||
    unknown === undefined ||
    cut === undefined
  ) {
    return failure('not-a-line')
  }
  return success({
    v,
    at,
    ...(label !== undefined && { label }),
    app,
    catalogueVersion,
    system,
    worst,
    exitCode,
    stack,
    ...(hasApple !== undefined && { hasApple }),
    products,
    running,
    findings,
    unknown,
    cut,
  })
}

type Fields = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0

const isMoment = (text: string) =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z$/.test(text) &&
  !Number.isNaN(Date.parse(text))

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

function listOf<T>(value: unknown, read: (item: unknown) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined
  const items: T[] = []
  for (const one of value as unknown[]) {
    const item = read(one)
    if (item === undefined) return undefined
    items.push(item)
  }
  return items
}

function productOf(value: unknown): LineProduct | undefined {
  if (!isRecord(value)) return undefined
  const { id, edition, version } = value
  return typeof id === 'string' && typeof edition === 'string' && typeof version === 'string'
    ? { id, edition, version }
    : undefined
}

function runningOf(value: unknown): LineRunning | undefined {
  if (!isRecord(value)) return undefined
  const { id, trust, version, count } = value
  return typeof id === 'string' &&
    typeof trust === 'string' &&
    (version === null || typeof version === 'string') &&
    isCount(count)
    ? { id, trust, version, count }
    : undefined
}

function findingOf(value: unknown): LineFinding | undefined {
  if (!isRecord(value)) return undefined
  const { code, subject, severity } = value
  return typeof code === 'string' && typeof subject === 'string' && typeof severity === 'string'
    ? { code, subject, severity }
    : undefined
}

function cutOf(value: unknown): LineCut | undefined {
  if (!isRecord(value)) return undefined
  const [products, running, findings, texts] = cutParts.map((part) => value[part])
  return isCount(products) && isCount(running) && isCount(findings) && isCount(texts)
    ? { products, running, findings, texts }
    : undefined
}
