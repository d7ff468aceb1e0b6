/** What may come one frame after the first picture. What lies below the window's edge. */
import { useEffect, useState, type ReactNode } from 'react'
import { afterFirstPicture, isAfterFirstPicture } from './after-first-picture.ts'

export function AfterFirstPicture({ children }: { readonly children: ReactNode }) {
  const [isShown, setIsShown] = useState(isAfterFirstPicture)
  useEffect(() => {
    if (isShown) return
    return afterFirstPicture(() => {
      setIsShown(true)
    })
  }, [isShown])
  return isShown ? children : null
}
