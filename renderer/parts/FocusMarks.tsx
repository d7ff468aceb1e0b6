/** Focus marks of the library's parts. It marks the element in focus, which its styles ask for. */
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
