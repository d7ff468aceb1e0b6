/** The findings that the window shows: the same list as in reports and behind the command line's exit code. */
import { useMemo } from 'react'
import { allFindings } from '../../shared/connections/connection-findings.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { Inspection } from '../../shared/model/inspection.ts'
import type { Checked } from '../connections/use-connections.ts'
import type { LocalConnections } from '../connections/use-local-connections.ts'

const none: readonly Finding[] = []

export function useShownFindings(
  inspection: Inspection | undefined,
  local: LocalConnections['state'],
  checked: Checked | undefined,
): readonly Finding[] {
  const findings = inspection?.findings
  const processes = inspection?.processes
  return useMemo(() => {
    if (findings === undefined || processes === undefined) return none
    const connections = {
      ...(local.state === 'ready' && { look: local.value }),
      ...(checked !== undefined && { check: checked.check }),
    }
    return allFindings({ findings, processes }, connections, checked?.endpoints ?? [])
  }, [findings, processes, local, checked])
}
