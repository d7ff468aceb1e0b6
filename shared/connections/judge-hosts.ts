/** What does each line of a hosts file that touches Apple do, whose is it, which errors does it cause, and how is it undone? */
import type { Confidence, Evidence } from '../catalogue/schema.ts'
import type { Severity } from '../model/finding.ts'
import { patternCovers } from '../catalogue/endpoints.ts'
import type { AddressKind } from './host-address.ts'
import { readHostsLines } from '../catalogue/hosts-lines.ts'
import type { HostsFindingCode, HostsLines, HostsOwner } from '../catalogue/hosts-lines.ts'
import type { HostsLine, HostsName, HostsNameState, ParsedHosts } from './parse-hosts.ts'

export interface HostsFinding {
  /** The words are `connections.hosts.finding.<code>`, with `line`, `address` and `names` put in. */
  readonly code: HostsFindingCode
  readonly severity: Severity
  readonly lineNumber: number
  readonly address: string
  /** The names that the finding is about. */
  readonly names: readonly string[]
  /** Why the line does nothing, or why nobody can tell: `connections.hosts.why.<why>`. */
  readonly why:
    Exclude<HostsNameState, 'counts' | 'unreadable'> | 'odd-number' | 'not-an-address' | null
  /** The line that counts instead. */
  readonly decidedByLine: number | null
  /** Whose line it probably is: `connections.hosts.whose.<owner>`. */
  readonly whose: HostsOwner | null
  /** Ids of rows of the error table, the likeliest first. */
  readonly errors: readonly string[]
  /** The steps: `connections.hosts.undo.<undo>`. */
  readonly undo: 'switch-off-line' | 'ask-first' | 'nothing'
  readonly sources: readonly string[]
  readonly confidence: Confidence
}

type Purpose = HostsLines['purposes'][number]

/** The findings in the order of the lines. A line with names of several purposes has one finding for each. */
export function judgeHosts(parsed: ParsedHosts): readonly HostsFinding[] {
  const findings = parsed.lines.flatMap(judgeLine)
  return nameUpdateBlocker(findings)
}

function judgeLine(line: HostsLine): readonly HostsFinding[] {
  const { kind } = line
  const acting = line.names.filter(({ state }) => state === 'counts')
  if (kind === null || acting.length === 0) return [idleLine(line)]
  const byPurpose = new Map<Purpose | undefined, HostsName[]>()
  for (const name of acting) {
    const purpose = purposeOf(name.name)
    byPurpose.set(purpose, [...(byPurpose.get(purpose) ?? []), name])
  }
  return [...byPurpose].map(([purpose, names]) => actingLine(line, kind, purpose, names))
}

function purposeOf(name: string): Purpose | undefined {
  return readHostsLines().purposes.find(({ patterns }) =>
    patterns.some((pattern) => patternCovers(pattern, name)),
  )
}

function actingLine(
  line: HostsLine,
  kind: AddressKind,
  purpose: Purpose | undefined,
  acting: readonly HostsName[],
): HostsFinding {
  const data = readHostsLines()
  const names = acting.map(({ name }) => name)
  const code = codeOf(kind, purpose ?? data.otherNames)
  const known = data.lines.find(
    ({ address, name }) => address === line.address && names.includes(name),
  )
  const isPinned = code === 'apple-name-pinned'
  const errors = isPinned ? [] : (purpose?.errors ?? [])
  const evidence = isPinned ? data.appleNetworks : [purpose ?? data.otherNames]
  return {
    code,
    severity: isPinned || code === 'apple-name-blocked' ? 'info' : 'attention',
    lineNumber: line.lineNumber,
    address: line.address,
    names,
    why: null,
    decidedByLine: null,
    whose: known?.whose ?? null,
    errors: errors.map(({ error }) => error),
    // A private address may be the company's own server: whoever put it there knows.
    undo: kind === 'private' ? 'ask-first' : 'switch-off-line',
    ...together([...evidence, ...(known === undefined ? [] : [known]), ...errors, data.undo]),
    confidence: leastCertain([...evidence, ...(known === undefined ? [] : [known])]),
  }
}

function codeOf(
  kind: AddressKind,
  codes: { readonly blocked: HostsFindingCode; readonly redirected: HostsFindingCode },
): HostsFindingCode {
  if (kind === 'apple') return 'apple-name-pinned'
  return kind === 'loopback' || kind === 'nowhere' ? codes.blocked : codes.redirected
}

/** A line that Windows does not heed, or of which nobody knows. */
function idleLine(line: HostsLine): HostsFinding {
  const data = readHostsLines()
  const [first] = line.names
  const state = first?.state ?? 'comment'
  const isUnreadable = line.unreadable !== null
  const evidence = state === 'beyond-nine' ? data.namesPerLine : data.undo
  return {
    code: line.unreadable === 'odd-number' ? 'cannot-tell' : 'harmless',
    severity: 'info',
    lineNumber: line.lineNumber,
    address: line.address,
    names: line.names.map(({ name }) => name),
    why: isUnreadable ? line.unreadable : idleWhy(state),
    decidedByLine: first?.decidedByLine ?? null,
    whose: null,
    errors: [],
    undo: line.unreadable === 'odd-number' ? 'switch-off-line' : 'nothing',
    sources: evidence.sources,
    confidence: isUnreadable ? 'inferred' : evidence.confidence,
  }
}

function idleWhy(state: HostsNameState): 'comment' | 'earlier-line' | 'beyond-nine' {
  return state === 'earlier-line' || state === 'beyond-nine' ? state : 'comment'
}

/** One blocked update server may be chance; several are somebody's decision. */
function nameUpdateBlocker(findings: readonly HostsFinding[]): readonly HostsFinding[] {
  const { updateBlock } = readHostsLines()
  const isBlock = ({ code }: HostsFinding) => code === 'updates-blocked'
  const names = new Set(findings.filter(isBlock).flatMap((finding) => finding.names))
  if (names.size < updateBlock.atLeast) return findings
  return findings.map((finding) =>
    isBlock(finding)
      ? { ...finding, whose: updateBlock.whose, ...together([finding, updateBlock]) }
      : finding,
  )
}

function together(evidence: readonly Pick<HostsFinding, 'sources'>[]) {
  return { sources: [...new Set(evidence.flatMap(({ sources }) => sources))] }
}

const byCertainty: readonly Confidence[] = ['certain', '2+', '1', 'inferred']

/** A fact of several parts is as certain as its least certain part. */
function leastCertain(evidence: readonly Evidence[]): Confidence {
  const ranks = evidence.map(({ confidence }) => byCertainty.indexOf(confidence))
  return byCertainty[Math.max(0, ...ranks)] ?? 'inferred'
}
