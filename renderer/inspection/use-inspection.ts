/** How does the window keep its picture of this PC fresh? Looks once at the start, then again while it is visible. */
import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { Answer, InspectorBridge } from '../../shared/ipc/channels.ts'
import { describeThrown } from './describe-thrown.ts'
import {
  initialInspectionState,
  reduceInspection,
  type InspectionAction,
  type InspectionState,
} from './inspection-state.ts'
import { createRefreshLoop, type RefreshLoop } from './refresh-loop.ts'

export const refreshIntervalMs = 2_000

export interface InspectionControls {
  readonly state: InspectionState
  readonly refresh: () => void
  readonly pause: () => void
  readonly resume: () => void
}

function readAnswer(answer: Answer<'inspection:run'>): InspectionAction {
  return answer.ok
    ? { kind: 'looked', inspection: answer.value }
    : { kind: 'failed', failure: answer.failure }
}

async function lookOnce(bridge: InspectorBridge): Promise<InspectionAction> {
  try {
    return readAnswer(await bridge.runInspection())
  } catch (thrown) {
    return { kind: 'failed', failure: { code: 'internal', detail: describeThrown(thrown) } }
  }
}

/** @param first a look that was answered before the first drawing. */
export function useInspection(
  bridge: InspectorBridge,
  first?: Answer<'inspection:run'>,
): InspectionControls {
  const [state, dispatch] = useReducer(reduceInspection, initialInspectionState, (initial) =>
    first === undefined ? initial : reduceInspection(initial, readAnswer(first)),
  )
  const hasFirst = first !== undefined
  const loopRef = useRef<RefreshLoop>(undefined)

  useEffect(() => {
    let isMounted = true
    const look = async () => {
      const action = await lookOnce(bridge)
      if (isMounted) dispatch(action)
      return action.kind === 'looked'
    }
    const loop = createRefreshLoop(look, refreshIntervalMs, hasFirst)
    loopRef.current = loop
    // The first look does not wait for the window to be shown.
    if (!hasFirst) loop.lookNow()
    return () => {
      isMounted = false
      loop.stop()
    }
  }, [bridge, hasFirst])

  const { isPaused } = state
  useEffect(() => {
    const update = () => {
      loopRef.current?.setWanted(!isPaused && document.visibilityState === 'visible')
    }
    update()
    document.addEventListener('visibilitychange', update)
    return () => {
      document.removeEventListener('visibilitychange', update)
    }
  }, [bridge, isPaused])

  const refresh = useCallback(() => {
    dispatch({ kind: 'retried' })
    loopRef.current?.lookNow()
  }, [])
  const pause = useCallback(() => {
    dispatch({ kind: 'paused' })
  }, [])
  const resume = useCallback(() => {
    dispatch({ kind: 'resumed' })
  }, [])
  return { state, refresh, pause, resume }
}
