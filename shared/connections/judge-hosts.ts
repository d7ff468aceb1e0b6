/** What each line of a hosts file that touches Apple does, whose it is, which errors it causes, and how it is undone. */
import type { Evidence } from '../catalogue/schemas/catalogue-schema.ts'
import type { Confidence } from '../model/evidence.ts'
import type { Severity } from '../model/finding.ts'
import type { AddressKind } from './host-address.ts'
import { readHostsLines } from '../catalogue/hosts-lines.ts'
import type { HostsFindingCode, HostsOwner } from '../catalogue/hosts-lines.ts'
import { purposeOf, type HostsPurpose } from './hosts-purpose.ts'
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
  /** It holds for IPv6 alone: over IPv4 the names still lead to Apple. */
  readonly isIpv6Only: boolean
  /** The steps: `connections.hosts.undo.<undo>`. */
  readonly undo: 'switch-off-line' | 'ask-first' | 'nothing'
  /** What has to be switched off together: this line, and those that would stop the names once it is gone. In order. */
  readonly undoLines: readonly number[]
  readonly sources: readonly string[]
  readonly confidence: Confidence
}

/**
 * What asks for attention comes first, the gravest before, then what acts without harm, then what does nothing; each in the
 * order of the lines. A line with names of several purposes has one finding for each.
 */
export function judgeHosts(parsed: ParsedHosts): readonly HostsFinding[] {
  const findings = nameUpdateBlocker(parsed.lines.flatMap(judgeLine))
  // The sort keeps the order of the lines within each rank.
  return findings
    .map((finding) => ({ finding, rank: rankOf(finding) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ finding }) => finding)
}

const gravestFirst: readonly HostsFindingCode[] = [
  ...(['signing-redirect', 'signing-blocked', 'activation-blocked', 'sign-in-blocked'] as const),
  ...(['apple-name-redirected', 'certificates-blocked', 'updates-blocked'] as const),
  ...(['store-blocked', 'icloud-blocked', 'push-blocked', 'apple-name-blocked'] as const),
  ...(['analytics-redirected', 'analytics-blocked', 'apple-name-pinned'] as const),
  ...(['cannot-tell', 'harmless'] as const),
]

function rankOf({ code }: HostsFinding): number {
  return gravestFirst.indexOf(code)
}

function judgeLine(line: HostsLine): readonly HostsFinding[] {
  const { kind } = line
  const acting = line.names.filter(({ state }) => state === 'counts')
  if (kind === null || acting.length === 0) return [idleLine(line)]
  const byPurpose = new Map<HostsPurpose | undefined, HostsName[]>()
  for (const name of acting) {
    const purpose = purposeOf(name.name)
    const same = byPurpose.get(purpose)
    if (same === undefined) byPurpose.set(purpose, [name])
    else same.push(name)
  }
  return [...byPurpose].map(([purpose, names]) => actingLine(line, kind, purpose, names))
}

/** These act, and nothing that anybody wants stops. */
const calm: ReadonlySet<HostsFindingCode> = new Set<HostsFindingCode>([
  ...(['apple-name-pinned', 'apple-name-blocked'] as const),
  ...(['analytics-blocked', 'analytics-redirected'] as const),
])

function actingLine(
  line: HostsLine,
  kind: AddressKind,
  purpose: HostsPurpose | undefined,
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
    severity: calm.has(code) ? 'info' : 'attention',
    lineNumber: line.lineNumber,
    address: line.address,
    names,
    why: null,
    decidedByLine: null,
    whose: known?.whose ?? null,
    errors: errors.map(({ error }) => error),
    isIpv6Only: acting.every(({ isIpv6Only }) => isIpv6Only) && !isPinned,
    // A private address may be the company's own server: whoever put it there knows.
    undo: kind === 'private' ? 'ask-first' : 'switch-off-line',
    undoLines: linesOf([line.lineNumber, ...acting.flatMap(({ alsoLines }) => alsoLines)]),
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

function linesOf(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
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
    isIpv6Only: false,
    undo: line.unreadable === 'odd-number' ? 'switch-off-line' : 'nothing',
    undoLines: line.unreadable === 'odd-number' ? [line.lineNumber] : [],
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
