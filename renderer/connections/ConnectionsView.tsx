/** The Connections view. The whole view, with what it asks for. */
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import { ConnectionsPage } from './ConnectionsPage.tsx'
import { useConnections } from './use-connections.ts'

interface Props {
  readonly bridge: InspectorBridge
  readonly onOpenSource: (sourceKey: string) => void
}

/** Who wants to keep the answer while another view is shown calls `useConnections` above and draws `ConnectionsPage`. */
export function ConnectionsView({ bridge, onOpenSource }: Props) {
  const controls = useConnections(bridge)
  return <ConnectionsPage bridge={bridge} controls={controls} onOpenSource={onOpenSource} />
}
