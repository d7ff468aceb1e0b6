/** What the window remembers: kept here while it is open, and in the settings for the next start. */
import { useCallback, useState } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { WindowChoices } from '../../shared/model/window-choices.ts'

const none: WindowChoices = {}

export function useWindowChoices(bridge: InspectorBridge, atStart: WindowChoices | null) {
  const [choices, setChoices] = useState<WindowChoices>(atStart ?? none)
  const remember = useCallback(
    (part: WindowChoices) => {
      setChoices((others) => ({ ...others, ...part }))
      // Not worth a word when it fails: the choice holds until the program is closed.
      bridge.rememberWindow(part).catch(() => {})
    },
    [bridge],
  )
  return { choices, remember }
}
