/** What an opened report says beyond its facts, kept beside what they come to today: nothing of it is lost. */
import { severityOf, needsAttention, worstFirst, worstOf } from '../../judge/findings.ts'
import type { Words } from '../../text/texts.ts'
import type { Report } from '../schema/report-schema.ts'
import type { ReadReport } from './parse-report.ts'
import type { Unknown } from './read-shape.ts'

type ReportFinding = Report['findings'][number]

/** @param made out of the opened report's facts, judged today. */
export function keepRecorded(
  made: Report,
  { report: opened, unknown, unknownCount }: ReadReport,
  { has }: Pick<Words, 'has'>,
): Report {
  const isKnown = ({ code }: ReportFinding) =>
    has(`finding.${code}`) || made.findings.some((one) => one.code === code)
  const foreign = opened.findings
    .filter((finding) => !isKnown(finding))
    .map((finding) => ({ ...finding, severity: severityOf(finding) }))
  const findings = worstFirst([...made.findings, ...foreign])
  const today = new Set(findings.map(keyOf))
  const earlier = [...opened.findings, ...(opened.findingsThen ?? [])]
  const gone = new Map(
    earlier.filter((one) => !today.has(keyOf(one))).map((one) => [keyOf(one), one]),
  )
  const count = unknownCount + foreign.length
  const kept: Report = {
    ...made,
    verdict: { worst: worstOf(findings), exitCode: needsAttention(findings) ? 1 : 0 },
    findings,
    ...(gone.size > 0 && { findingsThen: [...gone.values()] }),
    ...(count > 0 && { notKnown: count }),
  }
  return unknown.length === 0 ? kept : withUnknown(kept, opened, unknown)
}

const keyOf = ({ code, subject, severity }: ReportFinding) =>
  JSON.stringify([code, subject, severityOf({ severity })])

type Tree = Record<string | number, unknown>

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

/** Words and keys of another version go back to where they stood, as far as the same thing stands there. */
function withUnknown(made: Report, opened: Report, unknown: readonly Unknown[]): Report {
  const copy = JSON.parse(JSON.stringify(made)) as Tree
  const named: NamedItems = new WeakMap()
  for (const { path, value } of unknown) {
    const last = path.at(-1)
    const [section] = path
    // Findings are joined above, by what they are about.
    if (last === undefined || section === 'findings' || last === '__proto__') continue
    const parent = twinOf(copy, opened, path.slice(0, -1), named)
    if (parent !== undefined && !Array.isArray(parent)) {
      Object.defineProperty(parent, last, {
        ...{ value, enumerable: true, configurable: true, writable: true },
      })
    }
  }
  return copy as unknown as Report
}

/**
 * The thing in the copy that is the same as the opened report's at this path: items of lists go by what they are called.
 * One that is no longer there, because nobody can judge it by such words, is put back as it was.
 */
function twinOf(
  copy: Tree,
  opened: Tree,
  path: readonly (string | number)[],
  named: NamedItems,
): Tree | undefined {
  let here: unknown = copy
  let there: unknown = opened
  for (const step of path) {
    if (!isTree(here) || !isTree(there)) return undefined
    there = Object.hasOwn(there, step) ? there[step] : undefined
    if (Array.isArray(here)) here = itemOf(here, there, named)
    else here = Object.hasOwn(here, step) ? here[step] : undefined
  }
  return isTree(here) ? here : undefined
}

/** The items of each list by what they are called, found once. */
type NamedItems = WeakMap<readonly unknown[], Map<string, unknown>>

function itemOf(list: unknown[], wanted: unknown, named: NamedItems): unknown {
  let items = named.get(list)
  if (items === undefined) {
    items = new Map(list.map((one) => [nameOf(one), one]))
    named.set(list, items)
  }
  const name = nameOf(wanted)
  const found = items.get(name)
  if (found !== undefined || !isTree(wanted)) return found
  const back: unknown = JSON.parse(JSON.stringify(wanted))
  items.set(name, back)
  list.push(back)
  return back
}

const names = ['pid', 'id', 'keyName', 'processId', 'valueName', 'fileName', 'fullName', 'part']

/** By its first key that names it, else by all that it holds. */
function nameOf(value: unknown): string {
  if (!isTree(value)) return JSON.stringify(value ?? null)
  const key = names.find((name) => Object.hasOwn(value, name))
  return key === undefined ? JSON.stringify(value) : `${key} ${String(value[key])}`
}
