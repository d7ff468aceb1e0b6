/** An inspection that takes longer than expected. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { InspectionStage } from '../../shared/model/inspection.ts'

/** A look takes a tenth of this as a rule; before it nobody wonders, and the window stays calm. */
export const patienceMs = 2_000

export interface SlowLook {
  /** What the look is at, once it has taken too long; undefined otherwise. */
  readonly slowStage: InspectionStage | undefined
  /** Wraps one look. */
  readonly watch: <T>(look: Promise<T>) => Promise<T>
}

export function useSlowLook(bridge: InspectorBridge): SlowLook {
  const [slowStage, setSlowStage] = useState<InspectionStage>()
  // Stages of an ordinary look come and go without a drawing.
  const now = useRef<{ stage: InspectionStage; isSlow: boolean }>({
    stage: 'listing',
    isSlow: false,
  })

  useEffect(
    () =>
      bridge.onInspectionProgress(({ stage }) => {
        now.current.stage = stage
        if (now.current.isSlow) setSlowStage(stage)
      }),
    [bridge],
  )

  const watch = useCallback(async <T>(look: Promise<T>): Promise<T> => {
    const timer = setTimeout(() => {
      now.current.isSlow = true
      setSlowStage(now.current.stage)
    }, patienceMs)
    try {
      return await look
    } finally {
      clearTimeout(timer)
      now.current = { stage: 'listing', isSlow: false }
      setSlowStage(undefined)
    }
  }, [])
  return { slowStage, watch }
}
