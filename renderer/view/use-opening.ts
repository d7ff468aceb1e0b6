/** Opening files: from the dialog, by a drop, as an argument or again. What is slow says so and can be given up. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answer, InspectorBridge } from '../../shared/ipc/channels.ts'
import type { FleetSummary } from '../../shared/model/fleet.ts'
import type { SourceChoice } from './sources.ts'
import type { ViewId } from './view-ids.ts'
import type { Checked } from '../inspection/use-shown-findings.ts'
import { describeThrown } from '../inspection/describe-thrown.ts'

/** In milliseconds, so that the word stands there within a second: what is done sooner needs none. */
const slowMs = 900

export interface Opening {
  readonly isSlow: boolean
  /** A sentence with the next step. */
  readonly fault: string | undefined
  readonly dismissFault: () => void
  /** Several PCs that were opened last. */
  readonly many: FleetSummary | undefined
  /** Counts what was opened: the list of recent ones has changed. */
  readonly count: number
  /** Asks for files first. */
  readonly choose: () => void
  /** What was dropped. */
  readonly openWaiting: () => void
  readonly reopen: (id: string) => void
  readonly cancel: () => void
}

/** The catalogue's servers, which stand beside a check that an opened report holds. */
async function endpointsOf(bridge: InspectorBridge): Promise<Checked['endpoints']> {
  const answer = await bridge.describeConnections()
  return answer.ok ? answer.value.endpoints : []
}

export function useOpening(
  bridge: InspectorBridge,
  { open: openSource }: Pick<SourceChoice, 'open'>,
  go: (view: ViewId) => void,
): Opening {
  const [isSlow, setSlow] = useState(false)
  const [fault, setFault] = useState<string>()
  const [many, setMany] = useState<FleetSummary>()
  const [count, setCount] = useState(0)
  const last = useRef(0)

  const take = useCallback(
    async (asked: Promise<Answer<'openFiles'>>, onOpened?: () => void) => {
      last.current += 1
      const turn = last.current
      const isLast = () => turn === last.current
      setFault(undefined)
      const timer = setTimeout(() => {
        setSlow(isLast())
      }, slowMs)
      try {
        const answer = await asked
        if (!isLast()) return
        if (!answer.ok) {
          setFault(answer.failure.detail)
          return
        }
        if (answer.value === null) return
        setCount((before) => before + 1)
        if (answer.value.kind === 'many') {
          setMany(answer.value.summary)
          go('reports')
          return
        }
        if (answer.value.kind === 'list') {
          openSource(answer.value)
          go('processes')
          return
        }
        const { id, check, ...rest } = answer.value
        const checked = check && { check, endpoints: await endpointsOf(bridge) }
        openSource({ ...rest, id, reportId: id, checked })
        onOpened?.()
      } catch (thrown) {
        if (isLast()) setFault(describeThrown(thrown))
      } finally {
        clearTimeout(timer)
        if (isLast()) setSlow(false)
      }
    },
    [bridge, openSource, go],
  )
  const openWaiting = useCallback(() => {
    void take(bridge.openFiles(), () => {
      go('overview')
    })
  }, [bridge, take, go])
  const choose = useCallback(() => {
    // The dialog is no waiting: the second begins when it is closed.
    bridge.chooseFiles().then(
      (answer) => {
        if (answer.ok && answer.value) void take(bridge.openFiles())
      },
      (thrown: unknown) => {
        setFault(describeThrown(thrown))
      },
    )
  }, [bridge, take])
  const reopen = useCallback(
    (id: string) => {
      void take(bridge.reopenReport(id))
    },
    [bridge, take],
  )
  const cancel = useCallback(() => {
    last.current += 1
    setSlow(false)
    void bridge.cancelOpening()
  }, [bridge])

  useEffect(() => {
    // After the drawing: what an earlier one said is taken back first.
    queueMicrotask(openWaiting)
    return bridge.onFilesGiven(openWaiting)
  }, [bridge, openWaiting])

  const dismissFault = useCallback(() => {
    setFault(undefined)
  }, [])
  return { isSlow, fault, dismissFault, many, count, choose, openWaiting, reopen, cancel }
}
