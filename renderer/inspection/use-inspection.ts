/** The inspection, kept fresh. Looks once at the start, then again while it is visible. */
import { useCallback, useEffect, useReducer, useRef } from 'react'
import type { Answer, InspectorBridge } from '../../shared/ipc/channels.ts'
import { describeThrown } from './describe-thrown.ts'
import {
  initialInspectionState,
  reduceInspection,
  type InspectionAction,
  type InspectionState,
} from './inspection-state.ts'
import type { InspectionStage } from '../../shared/model/inspection.ts'
import { createRefreshLoop, type RefreshLoop } from './refresh-loop.ts'
import { useSlowLook } from './use-slow-look.ts'
import { markMs } from './live-marks.ts'

export const refreshIntervalMs = 2_000

export interface InspectionControls {
  readonly state: InspectionState
  /** What a look is at that takes longer than usual. */
  readonly slowStage: InspectionStage | undefined
  readonly refresh: () => void
  readonly pause: () => void
  readonly resume: () => void
  /** Gives the running look up, and pauses: the next one would be no faster. */
  readonly cancel: () => void
}

function readAnswer(answer: Answer<'runInspection'>): InspectionAction {
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

const cancelled: InspectionAction = {
  kind: 'failed',
  failure: { code: 'cancelled', detail: 'cancelled by the window' },
}

/** @param first a look that was answered before the first drawing. */
export function useInspection(
  bridge: InspectorBridge,
  first?: Answer<'runInspection'>,
): InspectionControls {
  const [state, dispatch] = useReducer(reduceInspection, initialInspectionState, (initial) =>
    first === undefined ? initial : reduceInspection(initial, readAnswer(first)),
  )
  const hasFirst = first !== undefined
  const { slowStage, watch } = useSlowLook(bridge)
  const loopRef = useRef<RefreshLoop>(undefined)
  const giveUpRef = useRef<() => void>(undefined)

  useEffect(() => {
    let isMounted = true
    const look = async () => {
      // Even an answer that never comes can be given up: what comes after all is then no longer awaited.
      const givenUp = new Promise<InspectionAction>((resolve) => {
        giveUpRef.current = () => {
          resolve(cancelled)
        }
      })
      const action = await watch(Promise.race([lookOnce(bridge), givenUp]))
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
  }, [bridge, hasFirst, watch])

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

  const fade = useCallback((look: string) => {
    dispatch({ kind: 'faded', look })
  }, [])
  useFading(state.markedLook, fade)

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
  const cancel = useCallback(() => {
    dispatch({ kind: 'paused' })
    bridge.cancelInspection().catch(() => {})
    giveUpRef.current?.()
  }, [bridge])
  return { state, slowStage, refresh, pause, resume, cancel }
}

/**
 * The end of the marks: of each look some time after it, also while no further look comes.
 * @param look that brought the newest marks. @param onFaded keep this function the same.
 */
function useFading(look: string | undefined, onFaded: (look: string) => void): void {
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())
  useEffect(() => {
    if (look === undefined) return
    const { current } = timers
    const timer = setTimeout(() => {
      current.delete(timer)
      onFaded(look)
    }, markMs)
    current.add(timer)
  }, [look, onFaded])
  useEffect(() => {
    const { current } = timers
    return () => {
      for (const timer of current) clearTimeout(timer)
      current.clear()
    }
  }, [])
}
