/** The chosen row, its details, and the focus between them. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Row } from './process-rows.ts'

/** @param isAlone the details lie over the list, so that a click leads into them. */
export function useChosenRow(isAlone: boolean) {
  const [chosen, setChosen] = useState<Row>()
  const [isOpen, setIsOpen] = useState(false)
  /** What gets the focus once it is drawn. */
  const [wanted, setWanted] = useState<{ readonly on: 'heading' | 'grid' }>()
  const headingRef = useRef<HTMLHeadingElement>(null)
  const gridRef = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (wanted?.on === 'heading') headingRef.current?.focus()
    if (wanted?.on === 'grid') gridRef.current?.focus()
  }, [wanted])

  const open = useCallback(() => {
    setIsOpen(true)
    setWanted({ on: 'heading' })
  }, [])
  const close = useCallback(() => {
    setIsOpen(false)
    setWanted({ on: 'grid' })
  }, [])
  const select = useCallback(
    (row: Row, isClick: boolean) => {
      setChosen(row)
      if (!isClick) return
      // Beside each other the focus stays in the list.
      if (isAlone) open()
      else setIsOpen(true)
    },
    [isAlone, open],
  )
  return { chosen, isOpen, headingRef, gridRef, open, close, select }
}
