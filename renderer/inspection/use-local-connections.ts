/**
 * The look at this PC's own side of its connections: after the first picture, then each minute, with every other inspection
 * while somebody is on a walk, and whenever somebody asks.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { ConnectionsLook } from '../../shared/connections/connections-look.ts'
import { describeThrown } from './describe-thrown.ts'
import type { LookFailure } from '../text/failure-words.ts'
import { afterFirstPicture } from '../parts/after-first-picture.ts'

export type Loaded<T, F> =
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'failed'; readonly failure: F }

export const renewLocalConnectionsMs = 60_000

/** With every inspection it is what costs most of a walk: half of 2 % of a core (`test/bench/load.bench.ts`). */
export const renewWatchedMs = 4_000

export interface LocalConnections {
  readonly state: Loaded<ConnectionsLook, LookFailure>
  /** What is shown stays until the answer comes; a failure gives way at once. */
  readonly look: () => void
}

export function lookOf(state: LocalConnections['state']): ConnectionsLook | undefined {
  return state.state === 'ready' ? state.value : undefined
}

async function lookOnce(bridge: InspectorBridge): Promise<LocalConnections['state']> {
  try {
    const answer = await bridge.lookAtConnections()
    return answer.ok
      ? { state: 'ready', value: answer.value }
      : { state: 'failed', failure: answer.failure }
  } catch (thrown) {
    return { state: 'failed', failure: { code: 'internal', detail: describeThrown(thrown) } }
  }
}

/**
 * @param inspectedAtUtc of the newest inspection: while nobody looks at this PC, nobody looks at its connections.
 * @param isOpen whether the Connections view is in sight.
 * @param isWatched whether a view is in sight whose steps tick by themselves: then no look may be old.
 */
export function useLocalConnections(
  bridge: InspectorBridge,
  inspectedAtUtc: string | undefined,
  isOpen: boolean,
  isWatched = false,
): LocalConnections {
  const [state, setState] = useState<LocalConnections['state']>({ state: 'waiting' })
  const newestRef = useRef(0)
  const lookedAtRef = useRef(-Infinity)
  const underWayRef = useRef(0)

  const look = useCallback(() => {
    const mine = ++newestRef.current
    setState((last) => (last.state === 'ready' ? last : { state: 'waiting' }))
    underWayRef.current += 1
    void lookOnce(bridge).then((next) => {
      underWayRef.current -= 1
      if (mine === newestRef.current) setState(next)
    })
  }, [bridge])

  useEffect(
    () => () => {
      newestRef.current += 1
    },
    [],
  )

  useEffect(() => {
    if (isOpen) return afterFirstPicture(look)
  }, [isOpen, look])

  useEffect(() => {
    if (inspectedAtUtc === undefined) return
    const inspectedAt = Date.parse(inspectedAtUtc)
    const renewMs = isWatched ? renewWatchedMs : renewLocalConnectionsMs
    // Somebody may set the clock back: then it is time, too.
    if (Math.abs(inspectedAt - lookedAtRef.current) < renewMs) return
    return afterFirstPicture(() => {
      // A slow PC is not asked again before it has answered.
      if (isWatched && underWayRef.current > 0) return
      lookedAtRef.current = inspectedAt
      look()
    })
  }, [inspectedAtUtc, isWatched, look])

  return { state, look }
}
