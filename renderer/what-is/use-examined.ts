/** Examined files of some running processes. Asked once for each process. */
import { useEffect, useState } from 'react'
import type { Answer, InspectorBridge } from '../../shared/ipc/channels.ts'
import type { ExaminedProcess } from '../../shared/model/inspection.ts'

export type Examined =
  | { readonly state: 'looking' | 'ended' | 'failed' }
  | { readonly state: 'known'; readonly process: ExaminedProcess }

/** @returns one for each pid, in their order. */
export function useExamined(
  bridge: Pick<InspectorBridge, 'examineProcess'>,
  pids: readonly number[],
): readonly Examined[] {
  const key = pids.join(' ')
  const [found, setFound] = useState<{
    readonly key: string
    readonly byPid: ReadonlyMap<number, Examined>
  }>({ key, byPid: new Map() })

  useEffect(() => {
    let isWanted = true
    const put = (pid: number, examined: Examined) => {
      if (!isWanted) return
      setFound((before) => ({
        key,
        byPid: new Map([...(before.key === key ? before.byPid : []), [pid, examined]]),
      }))
    }
    for (const pid of key === '' ? [] : key.split(' ').map(Number)) {
      bridge.examineProcess(pid).then(
        (answer) => {
          put(pid, examinedFrom(answer))
        },
        () => {
          put(pid, { state: 'failed' })
        },
      )
    }
    return () => {
      isWanted = false
    }
  }, [bridge, key])

  const known = found.key === key ? found.byPid : undefined
  return pids.map((pid) => known?.get(pid) ?? { state: 'looking' })
}

function examinedFrom(answer: Answer<'examineProcess'>): Examined {
  if (!answer.ok) return { state: 'failed' }
  return answer.value === null ? { state: 'ended' } : { state: 'known', process: answer.value }
}
