/** The whole Connections view, with the check that belongs to it. */
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Finding } from '../../shared/model/finding.ts'
import { ConnectionsPage } from './ConnectionsPage.tsx'
import { useConnections } from './use-connections.ts'
import type { Checked } from '../inspection/use-shown-findings.ts'
import type { LocalConnections } from '../inspection/use-local-connections.ts'

interface Props {
  readonly bridge: InspectorBridge
  readonly local: LocalConnections
  readonly findings: readonly Finding[]
  readonly onChecked: (checked: Checked | undefined) => void
  readonly onOpenSource: (sourceKey: string) => void
}

export function ConnectionsView({ bridge, local, findings, onChecked, onOpenSource }: Props) {
  const controls = useConnections(bridge, onChecked)
  return (
    <ConnectionsPage
      bridge={bridge}
      controls={controls}
      local={local}
      findings={findings}
      onOpenSource={onOpenSource}
    />
  )
}
