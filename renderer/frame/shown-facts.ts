/** The facts of the chosen source: what every view draws. */
import { useMemo } from 'react'
import { initialInspectionState, type InspectionState } from '../inspection/inspection-state.ts'
import type { Source } from '../view/sources.ts'

/** What was opened changes no more: it is drawn as one look that worked. */
export function useShownState(source: Source, live: InspectionState): InspectionState {
  const opened = useMemo<InspectionState | undefined>(
    () =>
      source.kind === 'this-pc'
        ? undefined
        : { ...initialInspectionState, inspection: source.inspection, isPaused: true },
    [source],
  )
  return opened ?? live
}
