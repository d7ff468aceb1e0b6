/** What an opened report holds of its PC's connections, as it was recorded: nothing is looked at or checked again. */
import { useMemo } from 'react'
import type { ConnectionsLook } from '../../shared/connections/connections-look.ts'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { ConnectionsPage } from './ConnectionsPage.tsx'
import { reduceConnections } from './connections-state.ts'
import { useConnections } from './use-connections.ts'
import type { Checked } from '../inspection/use-shown-findings.ts'

interface Props {
  readonly bridge: InspectorBridge
  /** Undefined where the report does not hold it. */
  readonly look: ConnectionsLook | undefined
  readonly checked: Checked | undefined
  readonly findings: readonly Finding[]
  readonly onOpenSource: (sourceKey: string) => void
}

const nobody = () => undefined

export function RecordedConnections({ bridge, look, checked, findings, onOpenSource }: Props) {
  const live = useConnections(bridge, nobody)
  const check = checked?.check
  const state = useMemo(
    () =>
      check === undefined
        ? live.state
        : reduceConnections(live.state, { kind: 'check-ended', check }),
    [live.state, check],
  )
  return (
    <ConnectionsPage
      bridge={bridge}
      controls={{ ...live, state }}
      local={look && { state: { state: 'ready', value: look }, look: nobody }}
      findings={findings}
      isRecorded
      onOpenSource={onOpenSource}
    />
  )
}
