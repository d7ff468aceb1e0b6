/** Focus marks of Fluent's parts: the element in focus is marked, as its styles ask. */
import { useFocusVisible } from '@fluentui/react-components'
import { useLayoutEffect } from 'react'

/** Draws nothing. */
export function FocusMarks() {
  const ref = useFocusVisible()
  // Before the library's own effect, which begins to listen there.
  useLayoutEffect(() => {
    ref.current = document.body
  }, [ref])
  return null
}
