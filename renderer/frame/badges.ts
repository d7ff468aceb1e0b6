/** The counts beside the entries: findings that need attention, where they are dealt with. */
import type { Finding, FindingCode } from '../../shared/model/finding.ts'
import type { Badge } from './Pane.tsx'
import type { ViewId } from './view-ids.ts'

/** Where a finding is dealt with. */
export function viewOfFinding(code: FindingCode): ViewId {
  if (code.startsWith('service-') || code.startsWith('autostart-')) return 'services'
  if (/^(?:hosts|firewall|port|connections)/.test(code)) return 'connections'
  return code === 'not-windows' || code === 'list-incomplete' ? 'overview' : 'processes'
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
