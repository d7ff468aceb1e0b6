/** Ctrl+Plus, Ctrl+Minus, Ctrl+0 and Ctrl+wheel: the size of the window's content. */
import { useCallback, useEffect, useState } from 'react'
import type { InspectorBridge, ZoomStep } from '../../shared/ipc/channels.ts'

export interface Zoom {
  /** In per cent, once it is known. */
  readonly percent: number | undefined
  readonly zoom: (step: ZoomStep) => void
}

const stepOfKey: Readonly<Record<string, ZoomStep>> = {
  '+': 'in',
  '=': 'in',
  '-': 'out',
  '0': 'reset',
}

export function useZoom(bridge: InspectorBridge): Zoom {
  const [percent, setPercent] = useState<number>()
  const zoom = useCallback(
    (step: ZoomStep) => {
      bridge.zoom(step).then(
        (answer) => {
          if (answer.ok) setPercent(answer.value)
        },
        () => {},
      )
    },
    [bridge],
  )
  return { percent, zoom }
}

export function useZoomKeys(zoom: Zoom['zoom']): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.altKey || event.metaKey) return
      const step = stepOfKey[event.key]
      if (step === undefined) return
      event.preventDefault()
      zoom(step)
    }
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey || event.deltaY === 0) return
      event.preventDefault()
      zoom(event.deltaY < 0 ? 'in' : 'out')
    }
    window.addEventListener('keydown', onKeyDown)
    window.addEventListener('wheel', onWheel, { passive: false })
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      window.removeEventListener('wheel', onWheel)
    }
  }, [zoom])
}
