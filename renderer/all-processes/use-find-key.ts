/** Ctrl+F in the list. To their own filter: the search in the head leads to another view. */
import { useEffect, type RefObject } from 'react'

/** Wherever the focus is. */
export function useFindKey(filterRef: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { ctrlKey, altKey, shiftKey, metaKey, key } = event
      if (!ctrlKey || altKey || shiftKey || metaKey || key.toLowerCase() !== 'f') return
      event.preventDefault()
      filterRef.current?.focus()
      filterRef.current?.select()
    }
    window.addEventListener('keydown', onKeyDown, true)
    return () => {
      window.removeEventListener('keydown', onKeyDown, true)
    }
  }, [filterRef])
}
