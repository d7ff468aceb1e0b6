/** What lies behind one row: asked when it is chosen, and told only for the very process that was asked about. */
import { useCallback, useEffect, useState } from 'react'
import type { Answer, InspectorBridge, RequestFailure } from '../../shared/ipc/channels.ts'
import type { ExaminedProcess } from '../../shared/model/inspection.ts'
import { describeThrown } from '../inspection/describe-thrown.ts'
import type { Row } from './process-rows.ts'

/** Somebody who walks through the list with the arrow keys does not want every file looked at. */
const askDelayMs = 150

export type Examined =
  | { readonly state: 'looking' }
  | { readonly state: 'known'; readonly process: ExaminedProcess }
  | { readonly state: 'ended' }
  | { readonly state: 'failed'; readonly failure: RequestFailure }

const looking: Examined = { state: 'looking' }

async function ask(bridge: InspectorBridge, row: Row): Promise<Examined> {
  try {
    return readAnswer(await bridge.examineProcess(row.process.pid), row)
  } catch (thrown) {
    return { state: 'failed', failure: { code: 'internal', detail: describeThrown(thrown) } }
  }
}

function readAnswer(answer: Answer<'examineProcess'>, { process }: Row): Examined {
  if (!answer.ok) return { state: 'failed', failure: answer.failure }
  const { value } = answer
  // The pid may have gone to another process since the row was drawn.
  if (value?.name !== process.name) return { state: 'ended' }
  const [from, to] = [process.startedAtUtc, value.startedAtUtc]
  const isOther =
    process.counts.state === 'known' &&
    from.state === 'known' &&
    to.state === 'known' &&
    from.value !== to.value
  return isOther ? { state: 'ended' } : { state: 'known', process: value }
}

interface Answered {
  readonly key: string
  readonly attempt: number
  readonly examined: Examined
}

/** @param isOff nobody is asked, as about a saved report. */
export function useExamined(bridge: InspectorBridge, row: Row, isOff = false) {
  const [answered, setAnswered] = useState<Answered>()
  const [attempt, setAttempt] = useState(0)
  const { key } = row

  useEffect(() => {
    if (isOff) return
    let isWanted = true
    const timer = setTimeout(() => {
      void ask(bridge, row).then((examined) => {
        if (isWanted) setAnswered({ key, attempt, examined })
      })
    }, askDelayMs)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- its memory changes with every look; only another process is asked about anew
  }, [bridge, key, attempt, isOff])

  const again = useCallback(() => {
    setAttempt((last) => last + 1)
  }, [])
  const isCurrent = answered?.key === key && answered.attempt === attempt
  return { examined: isCurrent ? answered.examined : looking, again }
}
