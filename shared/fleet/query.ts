/** A list of many PCs, asked piece by piece: which PCs match, and on how many a finding is. */
import { headOf, inOrder, type VerdictCounts } from './order.ts'
import { isoOf } from './times.ts'
import type {
  Fleet,
  FleetGroup,
  FleetPage,
  FleetPc,
  FleetQuery,
  FleetSummary,
} from '../model/fleet.ts'

export interface FleetList {
  readonly summary: (files: number) => FleetSummary
  readonly page: (query: FleetQuery) => FleetPage
  /** All that match, in the order of the list. */
  readonly matching: (query: Pick<FleetQuery, 'filter' | 'finding'>) => readonly FleetPc[]
  readonly pc: (index: number) => FleetPc | undefined
}

const mostMessages = 100
const mostVersions = 12

export function createFleetList(fleet: Fleet): FleetList {
  const { pcs, counts } = inOrder(fleet.pcs)
  /** Only a filtered list needs it. */
  let places: ReadonlyMap<FleetPc, number> | undefined
  const indexOf = (pc: FleetPc): number => {
    places ??= new Map(pcs.map((one, index) => [one, index]))
    return places.get(pc) ?? -1
  }
  let last: { readonly key: string; readonly found: readonly FleetPc[] } | undefined

  const matching: FleetList['matching'] = ({ filter, finding }) => {
    const key = JSON.stringify([filter, finding])
    if (last?.key !== key) {
      const wanted = filter.trim().toUpperCase()
      const isMatch = (pc: FleetPc) =>
        (finding === null || pc.verdict.findings.some(({ code }) => code === finding)) &&
        (wanted === '' || holds(pc, wanted))
      last = { key, found: wanted === '' && finding === null ? pcs : pcs.filter(isMatch) }
    }
    return last.found
  }
  return {
    matching,
    pc: (index) => pcs[index],
    page: (query) => {
      const found = matching(query)
      return {
        total: found.length,
        rows: found.slice(query.from, query.from + query.count).map((pc, at) => ({
          index: found === pcs ? query.from + at : indexOf(pc),
          name: pc.name,
          verdict: pc.verdict,
          at: isoOf(pc.atMs),
          canOpen: pc.kind === 'report' || pc.kind === 'facts',
        })),
      }
    },
    summary: (files) => ({
      ...headOf(fleet, counts),
      messages: fleet.unreadable.slice(0, mostMessages),
      groups: groupsOf(counts),
      versions: versionsOf(counts),
      files,
    }),
  }
}

function holds({ name, verdict }: FleetPc, wanted: string): boolean {
  return (
    name.toUpperCase().includes(wanted) ||
    verdict.findings.some(
      ({ code, subject }) =>
        subject.toUpperCase().includes(wanted) || code.toUpperCase().includes(wanted),
    ) ||
    verdict.versions.some((version) => version.toUpperCase().includes(wanted))
  )
}

const order = ['danger', 'attention', 'info']

function groupsOf(counts: VerdictCounts): readonly FleetGroup[] {
  const groups = new Map<string, FleetGroup>()
  for (const [{ findings }, count] of counts) {
    for (const code of new Set(findings.map((finding) => finding.code))) {
      const before = groups.get(code)
      const first = findings.find((finding) => finding.code === code)
      if (first === undefined) continue
      const { severity, subject } = before ?? first
      groups.set(code, { code, severity, subject, count: (before?.count ?? 0) + count })
    }
  }
  return [...groups.values()].sort(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.count - a.count,
  )
}

function versionsOf(counts: VerdictCounts): FleetSummary['versions'] {
  const versions = new Map<string, number>()
  for (const [verdict, count] of counts) {
    for (const version of verdict.versions) {
      versions.set(version, (versions.get(version) ?? 0) + count)
    }
  }
  return [...versions]
    .map(([version, count]) => ({ version, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, mostVersions)
}
