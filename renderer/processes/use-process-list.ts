/** The process list, kept fresh. Looks at once, then every two seconds while it is seen and not paused. */
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { CatalogueProcess } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import { createCpuMeter, type CpuMeter } from '../../shared/judge/cpu-share.ts'
import type { Listing } from '../../shared/model/process.ts'
import { describeThrown } from '../inspection/describe-thrown.ts'
import { createRefreshLoop, type RefreshLoop } from '../inspection/refresh-loop.ts'
import { refreshIntervalMs } from '../inspection/use-inspection.ts'
import type { ListAction, ListState } from './list-state.ts'
import { createListStore } from './list-store.ts'
import { entryFinder, type FindEntry } from './process-rows.ts'
import { createQuietTime } from './quiet-time.ts'

async function lookOnce(
  bridge: InspectorBridge,
  findEntry: FindEntry,
  measure: CpuMeter,
): Promise<ListAction> {
  try {
    const answer = await bridge.listProcesses()
    return answer.ok
      ? {
          kind: 'looked',
          listing: answer.value,
          findEntry,
          shares: measure(answer.value),
          at: performance.now(),
        }
      : { kind: 'failed', failure: answer.failure }
  } catch (thrown) {
    return { kind: 'failed', failure: { code: 'internal', detail: describeThrown(thrown) } }
  }
}

export interface ProcessListControls {
  readonly state: ListState
  readonly lookAgain: () => void
  /** Changes wait while the list is being scrolled. */
  readonly noteScroll: () => void
}

/** @param opened the list of what was opened, null where it holds none; undefined for this PC. */
export function useProcessList(
  bridge: InspectorBridge,
  catalogue: readonly CatalogueProcess[],
  isPaused: boolean,
  opened?: Listing | null,
): ProcessListControls {
  const [{ read, dispatch, subscribe }] = useState(createListStore)
  const state = useSyncExternalStore(subscribe, read)
  const [measure] = useState(createCpuMeter)
  const [{ noteScroll, whenQuiet }] = useState(createQuietTime)
  const findEntry = useMemo(() => entryFinder(catalogue), [catalogue])
  const loopRef = useRef<RefreshLoop>(undefined)

  useEffect(() => {
    if (opened === undefined) return
    if (opened !== null) dispatch({ kind: 'looked', listing: opened, findEntry, at: 0 })
  }, [opened, findEntry, dispatch])

  const isLive = opened === undefined
  useEffect(() => {
    if (!isLive) return
    let isMounted = true
    const look = async () => {
      const action = await lookOnce(bridge, findEntry, measure)
      whenQuiet(() => {
        if (isMounted) dispatch(action)
      })
      return action.kind === 'looked'
    }
    const loop = createRefreshLoop(look, refreshIntervalMs)
    loopRef.current = loop
    // Also while paused: the view is not left empty.
    loop.lookNow()
    return () => {
      isMounted = false
      loop.stop()
    }
  }, [bridge, findEntry, measure, isLive, dispatch, whenQuiet])

  useEffect(() => {
    const update = () => {
      loopRef.current?.setWanted(!isPaused && document.visibilityState === 'visible')
    }
    update()
    document.addEventListener('visibilitychange', update)
    return () => {
      document.removeEventListener('visibilitychange', update)
    }
  }, [bridge, findEntry, isPaused])

  const { marks } = state
  useEffect(() => {
    if (marks.size === 0) return
    const first = Math.min(...[...marks.values()].map(({ until }) => until))
    const timer = setTimeout(
      () => {
        whenQuiet(() => {
          dispatch({ kind: 'passed', at: performance.now() })
        })
      },
      Math.max(0, first - performance.now()),
    )
    return () => {
      clearTimeout(timer)
    }
  }, [marks, dispatch, whenQuiet])

  const lookAgain = useCallback(() => {
    if (loopRef.current === undefined) return
    dispatch({ kind: 'retried' })
    loopRef.current.lookNow()
  }, [dispatch])
  return { state, lookAgain, noteScroll }
}
