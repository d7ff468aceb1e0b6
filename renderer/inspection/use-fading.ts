/** The end of the marks. Each look's own, some time after it, also while no further look comes. */
import { useEffect, useRef } from 'react'
import { markMs } from './live-marks.ts'

/** @param look that brought the newest marks. @param onFaded keep this function the same. */
export function useFading(look: string | undefined, onFaded: (look: string) => void): void {
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>())
  useEffect(() => {
    if (look === undefined) return
    const { current } = timers
    const timer = setTimeout(() => {
      current.delete(timer)
      onFaded(look)
    }, markMs)
    current.add(timer)
  }, [look, onFaded])
  useEffect(() => {
    const { current } = timers
    return () => {
      for (const timer of current) clearTimeout(timer)
      current.clear()
    }
  }, [])
}
