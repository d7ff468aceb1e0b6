/** The focus between list and details. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { narrowQuery } from '../../theme/layout.ts'
import { useMedia } from '../../theme/use-media.ts'

export function useDetailsFocus() {
  const isNarrow = useMedia(narrowQuery)
  const [isOpen, setIsOpen] = useState(false)
  /** What gets the focus once it is drawn. */
  const [wanted, setWanted] = useState<{ readonly on: 'heading' | 'row' }>()
  const headingRef = useRef<HTMLHeadingElement>(null)
  const listRef = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (wanted?.on === 'heading') headingRef.current?.focus()
    if (wanted?.on === 'row') {
      listRef.current?.querySelector<HTMLElement>('[role="row"][aria-selected="true"]')?.focus()
    }
  }, [wanted])

  /** Enter: go and read. */
  const open = useCallback(() => {
    setIsOpen(true)
    setWanted({ on: 'heading' })
  }, [])

  /** A click: beside each other the focus stays in the list. */
  const openByClick = useCallback(() => {
    if (isNarrow) open()
  }, [isNarrow, open])

  const close = useCallback(() => {
    setIsOpen(false)
    setWanted({ on: 'row' })
  }, [])

  /** The list comes to the front, the focus stays where it is (in the search). */
  const showList = useCallback(() => {
    setIsOpen(false)
  }, [])

  const isInDetails = useCallback(
    () => headingRef.current?.closest('article')?.contains(document.activeElement) ?? false,
    [],
  )

  return { isNarrow, isOpen, headingRef, listRef, open, openByClick, close, showList, isInDetails }
}
