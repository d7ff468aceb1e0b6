/** The time, to the minute. For "3 hours ago", which must not stand still while the window does. */
import { useEffect, useState } from 'react'

const minuteMs = 60_000

/** Milliseconds since 1970, renewed once a minute. */
export function useMinute(): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => {
      setNowMs(Date.now())
    }, minuteMs)
    return () => {
      clearInterval(timer)
    }
  }, [])
  return nowMs
}
