/** A look into a file that nobody asked for: none over the network, few at once, and an answer in time. */
import type { Probe } from '../../../shared/model/probe.ts'
import { slowCalls, notRun } from '../bridge/call-async.ts'
import { failedFor, skippedFor } from '../bridge/reasons.ts'
import { leadsToNetwork } from './network-path.ts'

/** The last look at each file that is looked at now: one after the other, so that one file takes one thread at most. */
const asked = new Map<string, Promise<unknown>>()
/** Files at which a look hangs: until it ends, nobody begins another. */
const hanging = new Set<string>()

/** @param calls the tests' own gate, with a shorter time. */
export function lookIntoFile<T>(
  path: string,
  look: () => Promise<Probe<T>>,
  signal?: AbortSignal,
  calls = slowCalls,
): Promise<Probe<T>> {
  // C text ends at a NUL: what is opened would not be what was named.
  if (path === '' || path.includes('\0')) return Promise.resolve(failedFor('file-missing'))
  if (leadsToNetwork(path)) return Promise.resolve(skippedFor('network-path'))
  const before = asked.get(path)
  const answer = (async (): Promise<Probe<T>> => {
    await before
    if (hanging.has(path)) return failedFor('timeout')
    const task = { isRunning: false }
    const given = await calls.run(async () => {
      task.isRunning = true
      try {
        return await look()
      } finally {
        task.isRunning = false
        hanging.delete(path)
      }
    }, signal)
    if (task.isRunning) hanging.add(path)
    return given ?? notRun(signal)
  })()
  const over = answer
    .catch(() => {})
    .finally(() => {
      if (asked.get(path) === over) asked.delete(path)
    })
  asked.set(path, over)
  return answer
}
