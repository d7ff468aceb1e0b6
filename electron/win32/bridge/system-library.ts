/**
 * Functions of a Windows library. On first use, and only from the system folder: a `version.dll` planted beside a
 * portable program must never be loaded in the place of Windows' own.
 */
import { failure, success } from '../../../shared/model/result.ts'
import type { Result } from '../../../shared/model/result.ts'
import { loadKoffi } from './load-koffi.ts'
import type { Koffi, Native, Unavailable } from './load-koffi.ts'
import { readTerminatedString } from './read-strings.ts'

/** Names, result and parameters in koffi's words. Only types of a fixed width and `void *`, `str16`, `str`. */
export type Declare = <A extends readonly unknown[], R>(
  name: string,
  result: FixedType,
  parameters: readonly FixedType[],
) => Native<A, R>

type FixedType = 'void' | 'uint32' | 'int32' | 'uint64' | 'void *' | 'str16' | 'str'

/** @returns a function that loads the library once and keeps the answer. */
export function systemLibrary<T>(
  fileName: string,
  declareAll: (declare: Declare) => T,
): () => Result<T, Unavailable> {
  let kept: Result<T, Unavailable> | undefined
  return () => {
    kept ??= load(fileName, declareAll)
    return kept
  }
}

function load<T>(fileName: string, declareAll: (declare: Declare) => T): Result<T, Unavailable> {
  const koffi = loadKoffi()
  if (!koffi.ok) return koffi
  try {
    const library = koffi.value.load(`${systemFolder(koffi.value)}\\${fileName}`)
    const declare: Declare = <A extends readonly unknown[], R>(
      name: string,
      result: FixedType,
      parameters: readonly FixedType[],
    ) => library.func(name, result, parameters) as Native<A, R>
    return success(declareAll(declare))
  } catch (error) {
    return failure({ code: 'missing-function', detail: `${fileName}: ${String(error)}` })
  }
}

let knownSystemFolder: string | undefined

/**
 * kernel32 is in every process already, so that its bare name cannot be answered by another file.
 * https://learn.microsoft.com/windows/win32/api/sysinfoapi/nf-sysinfoapi-getsystemdirectoryw
 */
function systemFolder(koffi: Koffi): string {
  if (knownSystemFolder !== undefined) return knownSystemFolder
  const GetSystemDirectoryW = koffi
    .load('kernel32.dll')
    .func('GetSystemDirectoryW', 'uint32', ['void *', 'uint32']) as Native<[Buffer, number], number>
  const path = Buffer.alloc(2 * 260)
  const length = GetSystemDirectoryW(path, path.length / 2)
  if (length === 0 || length > path.length / 2) {
    throw new Error('GetSystemDirectoryW gave no folder')
  }
  knownSystemFolder = readTerminatedString(path)
  return knownSystemFolder
}
