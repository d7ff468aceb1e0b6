/** Dear calls on koffi's worker threads. On koffi's worker threads, few at once, and given up when nobody waits. */
import type { Native } from './load-koffi.ts'

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

export interface Gate {
  /** Waits for a place, then runs. Null when the signal was aborted before the turn came. */
  readonly run: <T>(task: () => Promise<T>, signal?: AbortSignal) => Promise<T | null>
}

/** Lets at most `places` tasks run at once; the others wait in the order in which they came. */
export function createGate(places: number): Gate {
  let free = places
  const waiting: (() => void)[] = []
  const enter = async (): Promise<void> => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }
  const leave = (): void => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
  return {
    run: async (task, signal) => {
      if (isAborted(signal)) return null
      await enter()
      try {
        return isAborted(signal) ? null : await task()
      } finally {
        leave()
      }
    },
  }
}

/** A call, because the answer changes while one waits. */
function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true
}

/** One for all dear calls of the process: the disk and the certificate store do not get faster with more. */
export const dearCalls = createGate(4)
