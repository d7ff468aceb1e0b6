/** Slow calls on koffi's worker threads: few at once, and given up when nobody waits, or when they take too long. */
import type { Probe } from '../../../shared/model/probe.ts'
import { createGate } from '../../async/gate.ts'
import type { Native } from './load-koffi.ts'
import { ERROR_TIMEOUT, failedFor, skippedFor } from './reasons.ts'

/**
 * Runs the function on a worker thread. `GetLastError` afterwards belongs to no one: use only with
 * functions that tell all in their result or their buffers.
 */
export function callAsync<A extends readonly unknown[], R>(
  native: Native<A, R>,
  ...args: A
): Promise<R> {
  return new Promise((resolve, reject) => {
    const done = (error: unknown, result: R): void => {
      // The closure keeps the buffers in `kept` alive until the call is over.
      kept.length = 0
      if (error instanceof Error) reject(error)
      else resolve(result)
    }
    const kept: unknown[] = [...args]
    native.async(...([...args, done] as [...A, typeof done]))
  })
}

/** What a call gave, or the error code of Windows when it gave nothing. */
export type Answered<R> =
  | { readonly ok: true; readonly value: Exclude<R, null> }
  | { readonly ok: false; readonly code: number }

/** What fails does nothing, and is told at once; what took longer was kept waiting by somebody. */
const quickMs = 50
const mostTries = 5

/**
 * The same for functions that tell by 0 or null that they failed, and only by `GetLastError` why: a call that
 * failed quickly is made once more here and now. One that took its time would keep the window waiting for as long.
 */
export async function callAsyncOrError<A extends readonly unknown[], R>(
  native: Native<A, R>,
  GetLastError: () => number,
  ...args: A
): Promise<Answered<R>> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const startedAt = performance.now()
    const given = await callAsync(native, ...args)
    if (given !== 0 && given !== null) return { ok: true, value: given as Exclude<R, null> }
    if (performance.now() - startedAt > quickMs) continue
    const again = native(...args)
    if (again !== 0 && again !== null) return { ok: true, value: again as Exclude<R, null> }
    return { ok: false, code: GetLastError() }
  }
  return { ok: false, code: ERROR_TIMEOUT }
}

/** How long one slow call, or one look into a file, may take: a drive that hangs must not keep the others waiting. */
const slowDeadlineMs = 8000

/**
 * One for all slow calls and looks into files of the process. Node and koffi share four threads: what hangs on two of
 * them leaves two for the window's own files.
 */
export const slowCalls = createGate(2, slowDeadlineMs)

/** Why a gate gave nothing. */
export function notRun(signal?: AbortSignal): Probe<never> {
  return signal?.aborted === true ? skippedFor('cancelled') : failedFor('timeout')
}
