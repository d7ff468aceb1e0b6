/** The size of the window's content: the steps of a browser, remembered with the window's place. */
import type { WebContents } from 'electron'
import type { ZoomStep } from '../../shared/ipc/channels.ts'

/** In per cent, as browsers count. */
const sizes = [50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300] as const

/** @returns the new size, in per cent. */
export function zoomBy(contents: WebContents, step: ZoomStep): number {
  const percent = nextSize(Math.round(contents.getZoomFactor() * 100), step)
  if (step !== 'same') contents.setZoomFactor(percent / 100)
  return percent
}

export function nextSize(percent: number, step: ZoomStep): number {
  switch (step) {
    case 'in':
      return sizes.find((size) => size > percent) ?? percent
    case 'out':
      return sizes.findLast((size) => size < percent) ?? percent
    case 'reset':
      return 100
    case 'same':
      return percent
  }
}
