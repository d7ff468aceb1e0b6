/** The look-up of errors: asks a moment after the last key, and only the newest answer counts. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { FoundErrors } from '../../../shared/catalogue/errors.ts'
import type { InspectorBridge } from '../../../shared/ipc/channels.ts'

export type ErrorAnswer =
  | { readonly state: 'nothing-asked' }
  | { readonly state: 'found'; readonly found: FoundErrors }
  | { readonly state: 'failed' }

const typingPauseMs = 200
/** A longer text is somebody's clipboard by mistake. */
const longestText = 2_000

const nothingAsked: ErrorAnswer = { state: 'nothing-asked' }

export function useErrorSearch(bridge: InspectorBridge) {
  const [text, setText] = useState('')
  const [answer, setAnswer] = useState<ErrorAnswer>(nothingAsked)
  const newestRef = useRef(0)
  const timerRef = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(
    () => () => {
      newestRef.current += 1
      clearTimeout(timerRef.current)
    },
    [],
  )

  const ask = useCallback(
    async (asked: string) => {
      newestRef.current += 1
      const mine = newestRef.current
      let next: ErrorAnswer
      try {
        const found = await bridge.findErrors(asked)
        next = found.ok ? { state: 'found', found: found.value } : { state: 'failed' }
      } catch {
        next = { state: 'failed' }
      }
      if (mine === newestRef.current) setAnswer(next)
    },
    [bridge],
  )

  /** @param pauseMs 0 asks at once: for the Enter key. */
  const type = useCallback(
    (typed: string, pauseMs = typingPauseMs) => {
      const next = typed.slice(0, longestText)
      setText(next)
      clearTimeout(timerRef.current)
      if (next.trim() === '') {
        newestRef.current += 1
        setAnswer(nothingAsked)
      } else if (pauseMs === 0) {
        void ask(next)
      } else {
        timerRef.current = setTimeout(() => void ask(next), pauseMs)
      }
    },
    [ask],
  )

  return { text, type, answer }
}
