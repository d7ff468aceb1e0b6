/** Loading koffi on first use, and why it cannot be: the program runs on without it. The only file that loads koffi. */
import { createRequire } from 'node:module'
import { failure, success } from '../../../shared/model/result.ts'
import type { Result } from '../../../shared/model/result.ts'

/** A native address or handle. koffi gives null for the null pointer. */
export type Pointer = bigint

/** A C function as koffi wraps it. Buffers stand for every pointer that the function reads or fills. */
export type Native<A extends readonly unknown[], R> = ((...args: A) => R) & {
  readonly async: (...args: [...A, (error: unknown, result: R) => void]) => void
}

/** The parts of koffi that are used here. https://koffi.dev */
export interface Koffi {
  readonly config: (settings: Readonly<Record<string, number>>) => void
  readonly load: (path: string) => {
    /** A `Native` of the types that were declared. */
    readonly func: (name: string, result: string, parameters: readonly string[]) => unknown
  }
  readonly address: (memory: Buffer) => Pointer
  readonly decode: (at: Pointer, type: string, length: number) => unknown
}

/**
 * Why Windows cannot be called from here.
 * - `not-windows`: there is no Windows to call.
 * - `no-koffi`: the bridge did not load, for example for want of the C++ runtime or by a policy.
 * - `missing-function`: this Windows has no such library or function.
 */
export interface Unavailable {
  readonly code: 'not-windows' | 'no-koffi' | 'missing-function'
  /** What the loader said, for "Copy details". */
  readonly detail: string
}

/**
 * Of the threads on which koffi calls. Its own 128 KiB cannot grow, and a signature check that runs through a scanner
 * may need more: the program would end without a word.
 */
export const asyncStackBytes = 1 << 20

let loaded: Result<Koffi, Unavailable> | undefined

/** Answers at once after the first time, with success or with the same failure. */
export function loadKoffi(): Result<Koffi, Unavailable> {
  loaded ??= tryToLoad()
  return loaded
}

function tryToLoad(): Result<Koffi, Unavailable> {
  if (process.platform !== 'win32') {
    return failure({ code: 'not-windows', detail: process.platform })
  }
  try {
    // Not an import: a bundler would pull it in, and a failing one would end the program. The library itself, not the
    // scripts of koffi around it: they look for it in many places and add what is deprecated.
    const name = `@koromix/koffi-win32-${process.arch}`
    const koffi = createRequire(import.meta.url)(name) as Koffi
    koffi.config({ async_stack_size: asyncStackBytes })
    return success(koffi)
  } catch (error) {
    // The lines behind the first are paths of this PC.
    const [detail = ''] = String(error).split('\n', 1)
    return failure({ code: 'no-koffi', detail })
  }
}
