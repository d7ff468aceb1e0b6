/**
 * What this PC has beside its processes: after the first picture, then each minute, with every other look while a view needs
 * it, and whenever somebody asks.
 */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { InspectorBridge, RequestFailure } from '../../shared/ipc/channels.ts'
import type { PcFacts } from '../../shared/model/pc-facts.ts'
import { afterFirstPicture } from '../parts/after-first-picture.ts'
import { describeThrown } from './describe-thrown.ts'

const renewPcFactsMs = 60_000

/** With every look they would cost a third of what an open walk may (`test/bench/load.bench.ts`). */
const renewNeededMs = 4_000

export interface PcFactsRead {
  /** Undefined until the first answer; a failed look leaves the older. */
  readonly facts: PcFacts | undefined
  /** Set when the newest look failed; with facts beside it, those are old. */
  readonly failure: RequestFailure | undefined
  readonly retry: () => void
}

/**
 * @param inspectedAtUtc of the newest inspection: while nobody looks at this PC, nobody asks for this either.
 * @param isNeeded whether a view that shows it is in sight.
 */
export function usePcFacts(
  bridge: Pick<InspectorBridge, 'readPcFacts'>,
  inspectedAtUtc: string | undefined,
  isNeeded: boolean,
): PcFactsRead {
  const [facts, setFacts] = useState<PcFacts>()
  const [failure, setFailure] = useState<RequestFailure>()
  const isAskedRef = useRef(false)
  const askedAtRef = useRef(-Infinity)

  const ask = useCallback(() => {
    if (isAskedRef.current) return
    isAskedRef.current = true
    const fail = (why: RequestFailure) => {
      setFailure((old) => (old?.code === why.code && old.detail === why.detail ? old : why))
    }
    bridge
      .readPcFacts()
      .then(
        (answer) => {
          if (!answer.ok) {
            fail(answer.failure)
            return
          }
          setFailure(undefined)
          setFacts(answer.value)
        },
        (thrown: unknown) => {
          fail({ code: 'internal', detail: describeThrown(thrown) })
        },
      )
      .finally(() => {
        isAskedRef.current = false
      })
  }, [bridge])

  useEffect(() => {
    if (inspectedAtUtc === undefined || isAskedRef.current) return
    const inspectedAt = Date.parse(inspectedAtUtc)
    const renewMs = isNeeded ? renewNeededMs : renewPcFactsMs
    // Somebody may set the clock back: then it is time, too.
    if (Math.abs(inspectedAt - askedAtRef.current) < renewMs) return
    return afterFirstPicture(() => {
      askedAtRef.current = inspectedAt
      ask()
    })
  }, [ask, inspectedAtUtc, isNeeded])

  return { facts, failure, retry: ask }
}
