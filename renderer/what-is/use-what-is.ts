/** The answer to what stands in the field. Asked when the typing pauses; of several answers the latest counts. */
import { useCallback, useEffect, useState } from 'react'
import type { Answer, InspectorBridge } from '../../shared/ipc/channels.ts'
import type { WhatIsAnswer } from '../../shared/catalogue/what-is.ts'

/** In milliseconds: shorter than a pause for thought, longer than between two keys. */
const pauseMs = 150

type WhatIsState =
  | { readonly state: 'idle' }
  /** `answer` is the one before, so that the page does not jump while somebody types. */
  | { readonly state: 'asking'; readonly answer: WhatIsAnswer | undefined }
  | { readonly state: 'answered'; readonly answer: WhatIsAnswer }
  | { readonly state: 'failed' }

export interface WhatIs {
  readonly shown: WhatIsState
  readonly retry: () => void
}

/** @param language a new one asks anew: what processes do is searched in it. */
export function useWhatIs(
  bridge: Pick<InspectorBridge, 'askWhatIs'>,
  text: string,
  language: string,
): WhatIs {
  const [answered, setAnswered] = useState<{
    readonly text: string
    readonly answer: Answer<'askWhatIs'> | undefined
  }>()
  const [last, setLast] = useState<WhatIsAnswer>()
  const [turn, setTurn] = useState(0)
  const asked = text.trim() === '' ? '' : text

  useEffect(() => {
    if (asked === '') return
    let isLatest = true
    const take = (answer: Answer<'askWhatIs'> | undefined) => {
      if (!isLatest) return
      setAnswered({ text: asked, answer })
      setLast(answer?.ok === true ? answer.value : undefined)
    }
    const timer = setTimeout(() => {
      bridge.askWhatIs(asked).then(take, () => {
        take(undefined)
      })
    }, pauseMs)
    return () => {
      isLatest = false
      clearTimeout(timer)
    }
  }, [bridge, asked, language, turn])

  const retry = useCallback(() => {
    setAnswered(undefined)
    setTurn((before) => before + 1)
  }, [])

  return { shown: stateOf(asked, answered, last), retry }
}

function stateOf(
  asked: string,
  answered: { readonly text: string; readonly answer: Answer<'askWhatIs'> | undefined } | undefined,
  last: WhatIsAnswer | undefined,
): WhatIsState {
  if (asked === '') return { state: 'idle' }
  if (answered?.text !== asked) return { state: 'asking', answer: last }
  const { answer } = answered
  return answer?.ok === true ? { state: 'answered', answer: answer.value } : { state: 'failed' }
}
