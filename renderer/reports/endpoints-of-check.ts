/** The catalogue's servers, which stand beside a check that an opened report holds. */
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Checked } from '../connections/use-connections.ts'

export async function readEndpointsLater(bridge: InspectorBridge): Promise<Checked['endpoints']> {
  const answer = await bridge.describeConnections()
  return answer.ok ? answer.value.endpoints : []
}
