/** The description of the program, with its catalogue. Asked once at the start, again after a failure. */
import { useCallback, useEffect, useState } from 'react'
import type {
  Answer,
  AppDescription,
  InspectorBridge,
  RequestFailure,
} from '../../shared/ipc/channels.ts'
import { describeThrown } from './describe-thrown.ts'

export type DescriptionState =
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly description: AppDescription }
  | { readonly state: 'failed'; readonly failure: RequestFailure }

function readAnswer(answer: Answer<'describeApp'>): DescriptionState {
  return answer.ok
    ? { state: 'ready', description: answer.value }
    : { state: 'failed', failure: answer.failure }
}

async function ask(bridge: InspectorBridge): Promise<DescriptionState> {
  try {
    return readAnswer(await bridge.describeApp())
  } catch (thrown) {
    return { state: 'failed', failure: { code: 'internal', detail: describeThrown(thrown) } }
  }
}

/** @param first an answer that came in before the first drawing: then nothing is asked again until a retry. */
export function useAppDescription(bridge: InspectorBridge, first?: Answer<'describeApp'>) {
  const [state, setState] = useState<DescriptionState>(() =>
    first === undefined ? { state: 'waiting' } : readAnswer(first),
  )
  const [attempt, setAttempt] = useState(first === undefined ? 1 : 0)

  useEffect(() => {
    if (attempt === 0) return
    let isMounted = true
    void ask(bridge).then((answer) => {
      if (isMounted) setState(answer)
    })
    return () => {
      isMounted = false
    }
  }, [bridge, attempt])

  const retry = useCallback(() => {
    setState({ state: 'waiting' })
    setAttempt((last) => last + 1)
  }, [])
  return { answer: state, retry }
}
