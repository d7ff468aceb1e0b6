/** Dear calls on koffi's worker threads: few at once, and given up when nobody waits, or when they take too long. */
import type { Probe } from '../../../shared/model/probe.ts'
import { createGate } from '../../async/gate.ts'
import type { Native } from './load-koffi.ts'
import { failedFor, skippedFor } from './reasons.ts'

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

/**
 * The same for functions that tell by 0 or null that they failed, and only by `GetLastError` why: a call that
 * failed is made once more here and now, which is quick, because what fails does nothing.
 */
export async function callAsyncOrError<A extends readonly unknown[], R>(
  native: Native<A, R>,
  GetLastError: () => number,
  ...args: A
): Promise<Answered<R>> {
  const first = await callAsync(native, ...args)
  if (first !== 0 && first !== null) return { ok: true, value: first as Exclude<R, null> }
  const second = native(...args)
  if (second !== 0 && second !== null) return { ok: true, value: second as Exclude<R, null> }
  return { ok: false, code: GetLastError() }
}

/** How long one dear call, or one look into a file, may take: a drive that hangs must not keep the others waiting. */
const dearDeadlineMs = 8000

/**
 * One for all dear calls and looks into files of the process. Node and koffi share four threads: what hangs on two of
 * them leaves two for the window's own files.
 */
export const dearCalls = createGate(2, dearDeadlineMs)

/** Why a gate gave nothing. */
export function notRun(signal?: AbortSignal): Probe<never> {
  return signal?.aborted === true ? skippedFor('cancelled') : failedFor('timeout')
}
