/** The last failed starts and early ends of Apple's services, as far as the event log tells them at once. */
import type { PcService, ServiceEvent } from '../../shared/model/pc-facts.ts'
import { known, skipped, type Probe } from '../../shared/model/probe.ts'
import { withDeadline } from '../async/deadline.ts'
import { readServiceEvents } from '../win32/processes/service-events.ts'
import type { Asking } from './asking.ts'

/** The log of a PC may be long, and nobody waits for it. */
const forMs = 50

export function pcServiceEvents(
  services: (asking: Asking) => Promise<Probe<readonly PcService[]>>,
) {
  return async (asking: Asking): Promise<Probe<readonly ServiceEvent[]>> => {
    const [events, ours] = await Promise.all([
      withDeadline(readServiceEvents(forMs, asking.signal), forMs, skipped('timeout')),
      services(asking),
    ])
    if (events.state !== 'known') return events
    if (ours.state !== 'known') return ours
    const keyOf = new Map(ours.value.map(({ keyName, displayName }) => [displayName, keyName]))
    return known(
      events.value.flatMap(({ displayName, ...event }) => {
        const keyName = keyOf.get(displayName)
        return keyName === undefined ? [] : [{ id: event.id, keyName, atUtc: event.atUtc }]
      }),
    )
  }
}
