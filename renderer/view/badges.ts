/** The counts beside the entries: findings that need attention, where they are dealt with. */
import {
  pcFindingCodes,
  type Finding,
  type FindingCode,
  type Severity,
} from '../../shared/model/finding.ts'
import type { ViewId } from './view-ids.ts'

/** How many findings wait in an entry, and how bad the worst of them is. */
export interface Badge {
  readonly count: number
  readonly severity: Exclude<Severity, 'info'>
}

const ofTheNetwork: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'third-party-filter',
  'virtual-adapter',
])

/** Space, backups and programs of other companies have no view of their own. */
const ofNoView: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'disk-full',
  'backup-folder-broken',
  'started-by-other',
  'other-makers-program',
])

const ofTheLook: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'not-windows',
  'list-incomplete',
  'other-account',
  'windows-not-asked',
])

/** Where a finding is dealt with. */
export function viewOfFinding(code: FindingCode): ViewId {
  if (code.startsWith('service-') || code.startsWith('autostart-')) return 'services'
  if (/^(?:hosts|firewall|port|connections)/.test(code) || ofTheNetwork.has(code)) {
    return 'connections'
  }
  if (ofNoView.has(code)) return 'fix'
  // Installations, drivers, devices: what else the facts of a PC come to.
  if (pcFindingCodes.some((one) => one === code)) return 'services'
  return ofTheLook.has(code) ? 'overview' : 'processes'
}

export function badgesOf(findings: readonly Finding[]): Partial<Record<ViewId, Badge>> {
  const badges: Partial<Record<ViewId, Badge>> = {}
  for (const { code, severity } of findings) {
    if (severity === 'info') continue
    const view = viewOfFinding(code)
    if (view === 'overview') continue
    const before = badges[view]
    badges[view] = {
      count: (before?.count ?? 0) + 1,
      severity: severity === 'danger' || before?.severity === 'danger' ? 'danger' : 'attention',
    }
  }
  return badges
}
