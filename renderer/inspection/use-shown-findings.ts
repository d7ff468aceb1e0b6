/** The findings that the window shows: the same list as in reports and behind the command line's exit code. */
import { useEffect, useMemo, useState } from 'react'
import type { Endpoint } from '../../shared/catalogue/endpoints.ts'
import type { allFindings } from '../../shared/judge/findings/connection-findings.ts'
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

/** With all rules of the doctor, which the first picture has no need of: the findings of an inspection come with it. */
let judge: typeof allFindings | undefined
async function loadJudge(): Promise<typeof allFindings> {
  judge ??= (await import('../../shared/judge/findings/connection-findings.ts')).allFindings
  return judge
}

export function useShownFindings(
  inspection: Inspection | undefined,
  look: ConnectionsLook | undefined,
  checked: Checked | undefined,
  pc?: PcFacts,
): readonly Finding[] {
  const [judged, setJudged] = useState(() => judge)
  const isMore = look !== undefined || checked !== undefined || pc !== undefined
  useEffect(() => {
    if (!isMore || judged !== undefined) return
    void loadJudge().then((loaded) => {
      setJudged(() => loaded)
    })
  }, [isMore, judged])
  return useMemo(() => {
    if (inspection === undefined) return none
    if (!isMore || judged === undefined) return inspection.findings
    const connections = {
      pc,
      ...(look !== undefined && { look }),
      ...(checked !== undefined && { check: checked.check }),
    }
    return judged(inspection, connections, checked?.endpoints ?? [])
  }, [inspection, look, checked, pc, isMore, judged])
}
