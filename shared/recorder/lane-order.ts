/** The order of the lanes, and how many are kept. */
import type { Lane, LaneKind } from '../model/recording.ts'
import { compareText } from './named-tracks.ts'

/** More than anybody looks at, and little enough to be told twice a second. */
export const mostLanes = 200

const kinds: readonly LaneKind[] = ['process', 'service', 'port']

/** Apple's before all others, so that they are never those that are left out; then by kind and by time. */
export function compareLanes(a: Lane, b: Lane): number {
  return (
    Number(a.id === null) - Number(b.id === null) ||
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
    Number(a.events.length === 0) - Number(b.events.length === 0) ||
    firstMs(a) - firstMs(b) ||
    compareText(a.label, b.label) ||
    (a.pid ?? 0) - (b.pid ?? 0) ||
    (a.spans[0]?.fromMs ?? 0) - (b.spans[0]?.fromMs ?? 0)
  )
}

/** When the first thing happened. */
function firstMs({ events }: Lane): number {
  return events[0]?.atMs ?? 0
}
