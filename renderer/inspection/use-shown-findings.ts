/** The findings that the window shows: the same list as in reports and behind the command line's exit code. */
import { useMemo } from 'react'
import { allFindings } from '../../shared/judge/connection-findings.ts'
import type { ConnectionsLook } from '../../shared/connections/connections-look.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { Inspection } from '../../shared/model/inspection.ts'
import type { PcFacts } from '../../shared/model/pc-facts.ts'
import type { Checked } from '../connections/use-connections.ts'

const none: readonly Finding[] = []

export function useShownFindings(
  inspection: Inspection | undefined,
  look: ConnectionsLook | undefined,
  checked: Checked | undefined,
  pc?: PcFacts,
): readonly Finding[] {
  return useMemo(() => {
    if (inspection === undefined) return none
    const connections = {
      pc,
      ...(look !== undefined && { look }),
      ...(checked !== undefined && { check: checked.check }),
    }
    return allFindings(inspection, connections, checked?.endpoints ?? [])
  }, [inspection, look, checked, pc])
}
