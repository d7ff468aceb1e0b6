/** What may come one frame later, so that the first picture comes sooner? What lies below the window's edge. */
import { useEffect, useState, type ReactNode } from 'react'

/** Only the start of the program waits: whatever is opened later is drawn at once. */
let hasFirstPicture = false

export function AfterFirstPicture({ children }: { readonly children: ReactNode }) {
  const [isShown, setIsShown] = useState(hasFirstPicture)
  useEffect(() => {
    if (isShown) return
    let timer: ReturnType<typeof setTimeout> | undefined
    // A frame's callbacks run before it is painted, a timer started in them after it.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => {
        hasFirstPicture = true
        setIsShown(true)
      })
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [isShown])
  return isShown ? children : null
}
