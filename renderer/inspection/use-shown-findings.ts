/** The findings that the window shows: the same list as in reports and behind the command line's exit code. */
import { useMemo } from 'react'
import type { Endpoint } from '../../shared/catalogue/endpoints.ts'
import { allFindings } from '../../shared/judge/connection-findings.ts'
import type { ConnectionsLook } from '../../shared/connections/connections-look.ts'
import type { ConnectionCheck } from '../../shared/model/connection.ts'
import type { Finding } from '../../shared/model/finding.ts'
import type { Inspection } from '../../shared/model/inspection.ts'
import type { PcFacts } from '../../shared/model/pc-facts.ts'

/** A check, with the servers of the catalogue that say how much each result matters. */
export interface Checked {
  readonly check: ConnectionCheck
  readonly endpoints: readonly Endpoint[]
}

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
