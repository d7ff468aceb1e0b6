/**
 * Failed starts and early ends of services out of the System event log, the newest first. On a worker thread, and given
 * up at once when the log takes its time.
 */
import { failed, known, skipped, type Probe } from '../../../shared/model/probe.ts'
import { readTerminatedString } from '../bridge/read-strings.ts'
import { callAsync } from '../bridge/call-async.ts'
import {
  EvtQueryChannelPath,
  EvtQueryReverseDirection,
  EvtRenderEventXml,
  wevtapi,
  type Wevtapi,
} from '../bridge/wevtapi.ts'
import type { Pointer } from '../bridge/load-koffi.ts'
import { unavailable } from '../bridge/reasons.ts'
import { readServiceEvent, type NamedEvent } from '../bytes/read-service-event.ts'

const query =
  "*[System[Provider[@Name='Service Control Manager'] and (EventID=7000 or EventID=7009 or EventID=7031 or EventID=7034)]]"

const atOnce = 16
/** Of all services together; older ones say little about today. */
const mostEvents = 64
const eventBytes = 16 * 1024

/** @param forMs how long it may take in all; what was found by then counts for nothing */
export async function readServiceEvents(
  forMs: number,
  signal: AbortSignal,
): Promise<Probe<readonly NamedEvent[]>> {
  const library = wevtapi()
  if (!library.ok) return unavailable(library.failure)
  const { EvtQuery, EvtNext, EvtClose } = library.value
  const endsAt = performance.now() + forMs
  const isLate = () => signal.aborted || performance.now() >= endsAt
  const flags = EvtQueryChannelPath | EvtQueryReverseDirection
  const found = await callAsync(EvtQuery, null, 'System', query, flags)
  if (found === null) return failed('cannot-read')
  try {
    const events: NamedEvent[] = []
    const handles = Buffer.alloc(8 * atOnce)
    const returned = Buffer.alloc(4)
    while (events.length < mostEvents) {
      if (isLate()) return skipped('timeout')
      const left = Math.max(1, Math.floor(endsAt - performance.now()))
      const worked = await callAsync(EvtNext, found, atOnce, handles, left, 0, returned)
      // At the end of the log it fails too; nobody can ask why after an asynchronous call.
      if (worked === 0) return isLate() ? skipped('timeout') : known(events)
      for (let at = 0; at < Math.min(returned.readUInt32LE(), atOnce); at += 1) {
        const handle = handles.readBigUInt64LE(8 * at)
        const xml = render(library.value, handle)
        EvtClose(handle)
        const event = xml === null ? null : readServiceEvent(xml)
        if (event !== null) events.push(event)
      }
    }
    return known(events.slice(0, mostEvents))
  } finally {
    EvtClose(found)
  }
}

function render({ EvtRender }: Wevtapi, event: Pointer): string | null {
  const buffer = Buffer.alloc(eventBytes)
  const worked = EvtRender(
    null,
    event,
    EvtRenderEventXml,
    buffer.length,
    ...([buffer, Buffer.alloc(4), Buffer.alloc(4)] as const),
  )
  return worked === 0 ? null : readTerminatedString(buffer)
}
