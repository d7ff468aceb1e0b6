/** The opened rows of servers. */
import { useCallback, useEffect, useState } from 'react'
import { rowElementId } from './row-element-id.ts'

export interface OpenRows {
  readonly ids: ReadonlySet<string>
  readonly toggle: (endpointId: string) => void
  /** Opens the row, goes there, and puts the focus on it. */
  readonly show: (endpointId: string) => void
}

export function useOpenRows(): OpenRows {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  /** A new object for every wish, also for the same row once more. */
  const [wanted, setWanted] = useState<{ readonly id: string }>()

  useEffect(() => {
    if (wanted === undefined) return
    const element = document.getElementById(rowElementId(wanted.id))
    element?.focus()
    element?.scrollIntoView({ block: 'center' })
  }, [wanted])

  const toggle = useCallback((endpointId: string) => {
    setIds((last) => {
      const next = new Set(last)
      if (!next.delete(endpointId)) next.add(endpointId)
      return next
    })
  }, [])

  const show = useCallback((endpointId: string) => {
    setIds((last) => new Set(last).add(endpointId))
    setWanted({ id: endpointId })
  }, [])

  return { ids, toggle, show }
}
