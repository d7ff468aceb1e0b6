/** A list of many PCs, asked piece by piece: which PCs match, and on how many a finding is. */
import { worstPcsFirst, headOf } from './order.ts'
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
  const pcs = worstPcsFirst(fleet.pcs)
  const order = new Map(pcs.map((pc, index) => [pc, index]))
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
        rows: found.slice(query.from, query.from + query.count).map((pc) => ({
          index: order.get(pc) ?? -1,
          name: pc.name,
          verdict: pc.verdict,
          at: pc.at,
          canOpen: pc.kind === 'report' || pc.kind === 'facts',
        })),
      }
    },
    summary: (files) => ({
      ...headOf(fleet),
      messages: fleet.unreadable.slice(0, mostMessages),
      groups: groupsOf(pcs),
      versions: versionsOf(pcs),
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

function groupsOf(pcs: readonly FleetPc[]): readonly FleetGroup[] {
  const groups = new Map<string, FleetGroup>()
  for (const { verdict } of pcs) {
    for (const code of new Set(verdict.findings.map((finding) => finding.code))) {
      const before = groups.get(code)
      const first = verdict.findings.find((finding) => finding.code === code)
      if (first === undefined) continue
      const { severity, subject } = before ?? first
      groups.set(code, { code, severity, subject, count: (before?.count ?? 0) + 1 })
    }
  }
  return [...groups.values()].sort(
    (a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.count - a.count,
  )
}

function versionsOf(pcs: readonly FleetPc[]): FleetSummary['versions'] {
  const counts = new Map<string, number>()
  for (const { verdict } of pcs) {
    for (const version of verdict.versions) counts.set(version, (counts.get(version) ?? 0) + 1)
  }
  return [...counts]
    .map(([version, count]) => ({ version, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, mostVersions)
}
