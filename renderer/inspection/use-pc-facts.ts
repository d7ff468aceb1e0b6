/** What this PC has beside its processes: after the first picture, then each minute, and with every look while a view needs it. */
import { useEffect, useRef, useState } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { PcFacts } from '../../shared/model/pc-facts.ts'
import { afterFirstPicture } from '../parts/after-first-picture.ts'

export const renewPcFactsMs = 60_000

/**
 * @param inspectedAtUtc of the newest inspection: while nobody looks at this PC, nobody asks for this either.
 * @param isNeeded whether a view that shows it is in sight.
 * @returns undefined until the first answer; a failed one leaves the older.
 */
export function usePcFacts(
  bridge: Pick<InspectorBridge, 'readPcFacts'>,
  inspectedAtUtc: string | undefined,
  isNeeded: boolean,
): PcFacts | undefined {
  const [facts, setFacts] = useState<PcFacts>()
  const isAskedRef = useRef(false)
  const renewFromRef = useRef(0)

  useEffect(() => {
    if (inspectedAtUtc === undefined || isAskedRef.current) return
    const inspectedAt = Date.parse(inspectedAtUtc)
    if (!isNeeded && inspectedAt < renewFromRef.current) return
    return afterFirstPicture(() => {
      renewFromRef.current = inspectedAt + renewPcFactsMs
      isAskedRef.current = true
      bridge.readPcFacts().then(
        (answer) => {
          isAskedRef.current = false
          if (answer.ok) setFacts(answer.value)
        },
        () => {
          isAskedRef.current = false
        },
      )
    })
  }, [bridge, inspectedAtUtc, isNeeded])

  return facts
}
