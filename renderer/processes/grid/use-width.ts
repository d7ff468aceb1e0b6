/** The width of an element. Follows it live. */
import { useLayoutEffect, useState, type RefObject } from 'react'

/** @returns undefined until it has been laid out. */
export function useWidth(ref: RefObject<HTMLElement | null>): number | undefined {
  const [width, setWidth] = useState<number>()
  useLayoutEffect(() => {
    const element = ref.current
    if (element === null) return
    const measure = () => {
      setWidth(element.offsetWidth)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [ref])
  return width
}
