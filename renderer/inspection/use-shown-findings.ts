/** The findings that the window shows: the same list as in reports and behind the command line's exit code. */
import { useMemo } from 'react'
import { allFindings } from '../../shared/connections/connection-findings.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { Inspection } from '../../shared/model/inspection.ts'
import type { PcFacts } from '../../shared/model/pc-facts.ts'
import type { Checked } from '../connections/use-connections.ts'
import type { LocalConnections } from '../connections/use-local-connections.ts'

const none: readonly Finding[] = []

export function useShownFindings(
  inspection: Inspection | undefined,
  local: LocalConnections['state'],
  checked: Checked | undefined,
  pc?: PcFacts,
): readonly Finding[] {
  return useMemo(() => {
    if (inspection === undefined) return none
    const connections = {
      pc,
      ...(local.state === 'ready' && { look: local.value }),
      ...(checked !== undefined && { check: checked.check }),
    }
    return allFindings(inspection, connections, checked?.endpoints ?? [])
  }, [inspection, local, checked, pc])
}
