/** The list of many PCs in the window: what was read, how far reading is, and the rows that are in sight. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { InspectorBridge } from '../../../shared/ipc/channels.ts'
import type { FleetProgress, FleetRow, FleetSummary } from '../../../shared/model/fleet.ts'

type Bridge = Pick<InspectorBridge, 'openFleet' | 'cancelFleet' | 'pageOfFleet' | 'onFleetProgress'>

export interface FleetReading {
  readonly summary: FleetSummary | undefined
  /** Null while nothing is being read; undefined before the first news. */
  readonly progress: FleetProgress | null | undefined
  /** What went wrong, for "Copy details". */
  readonly problem: string | undefined
  readonly read: (what: 'files' | 'folder') => void
  readonly cancel: () => void
  /** Counts what was read: rows of an earlier list are no use. */
  readonly revision: number
}

/** @param opened what was read otherwise: it takes the place of what was read before. */
export function useFleetReading(bridge: Bridge, opened?: FleetSummary): FleetReading {
  const [summary, setSummary] = useState<FleetSummary>()
  const [progress, setProgress] = useState<FleetProgress | null | undefined>(null)
  const [problem, setProblem] = useState<string>()
  const [revision, setRevision] = useState(0)
  const [seen, setSeen] = useState<FleetSummary>()
  if (opened !== seen) {
    setSeen(opened)
    setSummary(opened)
    setRevision(revision + 1)
  }

  useEffect(
    () =>
      bridge.onFleetProgress((told) => {
        setProgress((before) => (before === null ? null : told))
      }),
    [bridge],
  )
  const read = useCallback(
    (what: 'files' | 'folder') => {
      setProgress(undefined)
      setProblem(undefined)
      void bridge.openFleet(what).then((answer) => {
        setProgress(null)
        if (!answer.ok) setProblem(answer.failure.detail)
        else if (answer.value !== null) {
          setSummary(answer.value)
          setRevision((last) => last + 1)
        }
      })
    },
    [bridge],
  )
  const cancel = useCallback(() => {
    void bridge.cancelFleet()
  }, [bridge])
  return { summary, progress, problem, read, cancel, revision }
}

const pageSize = 100

export interface FleetRows {
  readonly total: number
  readonly rowAt: (index: number) => FleetRow | undefined
  /** Asks for the pages that these rows and those around them are on, unless they are there. */
  readonly want: (from: number, to: number) => void
}

/** Pages of the list as they come into sight; only those are ever in the window. */
export function useFleetRows(
  bridge: Bridge,
  filter: string,
  finding: string | null,
  revision: number,
): FleetRows {
  const [state, setState] = useState<{
    readonly key: string
    readonly total: number
    readonly pages: ReadonlyMap<number, readonly FleetRow[]>
  }>({ key: '', total: 0, pages: new Map() })
  const key = JSON.stringify([filter, finding, revision])
  const asked = useRef(new Set<string>())

  const ask = useCallback(
    (page: number) => {
      const name = `${key} ${page}`
      if (asked.current.has(name)) return
      asked.current.add(name)
      void bridge
        .pageOfFleet({ filter, finding, from: page * pageSize, count: pageSize })
        .then((answer) => {
          if (!answer.ok || answer.value === null) return
          const { total, rows } = answer.value
          setState((before) => ({
            key,
            total,
            pages: new Map(before.key === key ? before.pages : []).set(page, rows),
          }))
        })
    },
    [bridge, filter, finding, key],
  )
  useEffect(() => {
    asked.current = new Set()
    if (revision > 0) ask(0)
  }, [ask, revision])
  const isOfKey = state.key === key
  return {
    // The earlier list stays in sight until the next one is there.
    total: state.total,
    rowAt: (index) => state.pages.get(Math.floor(index / pageSize))?.[index % pageSize],
    want: (from, to) => {
      if (!isOfKey) return
      const first = Math.max(0, Math.floor(from / pageSize) - 1)
      const last = Math.min(Math.floor(to / pageSize) + 1, Math.floor((state.total - 1) / pageSize))
      for (let page = first; page <= last; page += 1) ask(page)
    },
  }
}
