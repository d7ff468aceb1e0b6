/** What an opened report says beyond its facts, kept beside what they come to today: nothing of it is lost. */
import { severityOf, needsAttention, worstFirst, worstOf } from '../../judge/findings/findings.ts'
import type { Words } from '../../text/texts.ts'
import type { Report } from '../schema/report-schema.ts'
import type { ReadReport } from './parse-report.ts'
import type { Unknown } from './read-shape.ts'

type ReportFinding = Report['findings'][number]

/** @param made out of the opened report's facts, judged today. */
export function keepRecorded(made: Report, read: ReadReport, words: Pick<Words, 'has'>): Report {
  const { findings, findingsThen, notKnown } = joinFindings(made.findings, read, words)
  const kept: Report = {
    ...made,
    verdict: { worst: worstOf(findings), exitCode: needsAttention(findings) ? 1 : 0 },
    findings,
    ...(findingsThen.length > 0 && { findingsThen }),
    ...(notKnown > 0 && { notKnown }),
  }
  return read.unknown.length === 0 ? kept : withUnknown(kept, read.report, read.unknown)
}

interface JoinedFindings {
  /** Today's, and those of which this version does not know what they are about. */
  readonly findings: readonly ReportFinding[]
  /** What the file says and its facts no longer come to. */
  readonly findingsThen: readonly ReportFinding[]
  /** How many things the file holds that this version does not know. */
  readonly notKnown: number
}

export function joinFindings(
  made: readonly ReportFinding[],
  { report: opened, unknownCount }: ReadReport,
  { has }: Pick<Words, 'has'>,
): JoinedFindings {
  const codes = new Set(made.map(({ code }) => code))
  const foreign = opened.findings
    .filter(({ code }) => !has(`finding.${code}`) && !codes.has(code))
    .map((finding) => ({ ...finding, severity: severityOf(finding) }))
  const findings = worstFirst([...made, ...foreign])
  const today = new Set(findings.map(keyOf))
  const gone = new Map<string, ReportFinding>()
  for (const one of [...opened.findings, ...(opened.findingsThen ?? [])]) {
    const key = keyOf(one)
    if (!today.has(key)) gone.set(key, one)
  }
  const notKnown = unknownCount + foreign.length
  return { findings, findingsThen: [...gone.values()], notKnown }
}

const keyOf = ({ code, subject, severity }: ReportFinding) =>
  JSON.stringify([code, subject, severityOf({ severity })])

type Tree = Record<string | number, unknown>

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

/** Words and keys of another version go back to where they stood, as far as the same thing stands there. */
function withUnknown(made: Report, opened: Report, unknown: readonly Unknown[]): Report {
  const copy = JSON.parse(JSON.stringify(made)) as Tree
  const named: Named = { items: new WeakMap(), names: new WeakMap() }
  for (const { path, value } of unknown) {
    const last = path.at(-1)
    const [section] = path
    // Findings are joined above, by what they are about.
    if (last === undefined || section === 'findings' || last === '__proto__') continue
    const parent = twinOf(copy, opened, path.slice(0, -1), named)
    if (parent !== undefined && !Array.isArray(parent)) {
      Object.defineProperty(parent, last, {
        ...{ value: withReason(value, parent[last]), enumerable: true },
        ...{ configurable: true, writable: true },
      })
    }
  }
  return copy as unknown as Report
}

/** Every format tells why a detail is missing: of a state of a later version, by the name of that state. */
function withReason(value: unknown, standIn: unknown): unknown {
  const isDetail = isTree(value) && isTree(standIn) && standIn['reason'] === value['state']
  return isDetail && !Object.hasOwn(value, 'reason') ? { ...value, reason: value['state'] } : value
}

/**
 * The thing in the copy that is the same as the opened report's at this path: items of lists go by what they are called.
 * One that is no longer there, because nobody can judge it by such words, is put back as it was.
 */
function twinOf(
  copy: Tree,
  opened: Tree,
  path: readonly (string | number)[],
  named: Named,
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

/** What things are called, and the items of each list by it: each found once, however much stands in it. */
interface Named {
  readonly items: WeakMap<readonly unknown[], Map<string, unknown>>
  readonly names: WeakMap<object, string>
}

function itemOf(list: unknown[], wanted: unknown, { items: known, names }: Named): unknown {
  let items = known.get(list)
  if (items === undefined) {
    items = new Map(list.map((one) => [nameOf(one), one]))
    known.set(list, items)
  }
  const isThing = isTree(wanted)
  const name = (isThing ? names.get(wanted) : undefined) ?? nameOf(wanted)
  if (isThing) names.set(wanted, name)
  const found = items.get(name)
  if (found !== undefined || !isThing) return found
  const back: unknown = JSON.parse(JSON.stringify(wanted))
  items.set(name, back)
  list.push(back)
  return back
}

const namingKeys = [
  'pid',
  'id',
  'keyName',
  'processId',
  'valueName',
  'fileName',
  'fullName',
  'part',
]

/** By its first key that names it, else by all that it holds. */
function nameOf(value: unknown): string {
  if (!isTree(value)) return JSON.stringify(value ?? null)
  const key = namingKeys.find((name) => Object.hasOwn(value, name))
  return key === undefined ? JSON.stringify(value) : `${key} ${String(value[key])}`
}
