/** What the background finds out about every process, gathered as it comes. */
import { useEffect, useRef, useState } from 'react'
import type { InspectorBridge } from '../../shared/ipc/channels.ts'
import type { Probe } from '../../shared/model/probe.ts'
import type { ProcessFacts, ProcessFactsAnswer } from '../../shared/model/process-facts.ts'
import type { Signature } from '../../shared/model/signature.ts'
import type { Row } from './process-rows.ts'

export interface Learned {
  readonly byPid: ReadonlyMap<number, ProcessFacts>
  readonly files: ReadonlyMap<string, Probe<Signature>>
  /** Whether more is to come: what is missing is not unknown, only not looked at yet. */
  readonly isLearning: boolean
}

export const nothingLearned: Learned = { byPid: new Map(), files: new Map(), isLearning: true }

/** Services come and go in a process that runs on. */
const askAgainMs = 10_000

function withAnswer(learned: Learned, answer: ProcessFactsAnswer, live: readonly Row[]): Learned {
  const { processes, files, pending } = answer
  const isLearning = pending > 0
  if (processes.length + files.length === 0 && isLearning === learned.isLearning) return learned
  const byPid = new Map(learned.byPid)
  for (const facts of processes) byPid.set(facts.pid, facts)
  // The pids of what has ended are not kept for ever.
  if (byPid.size > 2 * live.length + 100) {
    const running = new Set(live.map(({ process }) => process.pid))
    for (const pid of byPid.keys()) if (!running.has(pid)) byPid.delete(pid)
  }
  const known = new Map(learned.files)
  for (const { path, signature } of files) known.set(path, signature)
  return { byPid, files: known, isLearning }
}

/**
 * @param live the processes that run, after each look.
 * @param isWanted false while nobody sees it, and for a source that is not this PC.
 */
export function useProcessFacts(
  bridge: InspectorBridge,
  live: readonly Row[],
  isWanted: boolean,
): Learned {
  const [learned, setLearned] = useState(nothingLearned)
  const liveRef = useRef(live)
  const asking = useRef({ isBusy: false, revision: 0, at: -Infinity, isWanted, isMore: false })

  useEffect(() => {
    liveRef.current = live
    asking.current.isWanted = isWanted
    const ask = async () => {
      const state = asking.current
      if (state.isBusy) {
        state.isMore = true
        return
      }
      state.isBusy = true
      try {
        do {
          state.isMore = false
          state.at = performance.now()
          const answer = await bridge.learnProcesses(state.revision)
          if (!answer.ok) return
          state.revision = answer.value.revision
          setLearned((last) => withAnswer(last, answer.value, liveRef.current))
          if (answer.value.pending > 0) state.isMore = true
        } while (state.isMore && state.isWanted)
      } catch {
        // The list says what is wrong when the other side does not answer.
      } finally {
        state.isBusy = false
      }
    }
    if (!isWanted || live.length === 0) return
    const isOld = performance.now() - asking.current.at > askAgainMs
    const isNew = live.some(({ process }) => !learned.byPid.has(process.pid))
    if (isNew || isOld) void ask()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what was learned is read, not followed: each look asks by itself
  }, [bridge, live, isWanted])

  return learned
}
