/** The focus when the row that had it has gone. To the row that is chosen now, not out of the list. */
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'

export function useKeptFocus(
  listRef: RefObject<HTMLElement | null>,
  selectedId: string | undefined,
): void {
  const lastRef = useRef<Element>(null)

  useEffect(() => {
    const list = listRef.current
    if (list === null) return
    const note = ({ target }: FocusEvent) => {
      lastRef.current = target as Element
    }
    // A row that is taken out of the page may say so while it is still there: asked a moment later, it tells which it was.
    const forget = ({ target }: FocusEvent) => {
      queueMicrotask(() => {
        if (lastRef.current === target && (target as Element).isConnected) lastRef.current = null
      })
    }
    list.addEventListener('focusin', note)
    list.addEventListener('focusout', forget)
    return () => {
      list.removeEventListener('focusin', note)
      list.removeEventListener('focusout', forget)
    }
  }, [listRef])

  useLayoutEffect(() => {
    if (lastRef.current === null || lastRef.current.isConnected) return
    lastRef.current = null
    if (document.activeElement !== document.body) return
    const row = listRef.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')
    // The list stays where it was scrolled to.
    row?.focus({ preventScroll: true })
  }, [listRef, selectedId])
}
