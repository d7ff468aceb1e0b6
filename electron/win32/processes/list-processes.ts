/** The process list of NtQuerySystemInformation. */
import { failure, success } from '../../../shared/model/result.ts'
import type { Result } from '../../../shared/model/result.ts'
import { callAsync } from '../bridge/call-async.ts'
import { loadKoffi } from '../bridge/load-koffi.ts'
import type { Unavailable } from '../bridge/load-koffi.ts'
import {
  ntdll,
  STATUS_INFO_LENGTH_MISMATCH,
  STATUS_SUCCESS,
  SystemProcessInformation,
} from '../bridge/ntdll.ts'
import { readProcessInformation } from '../bytes/read-process-information.ts'
import type { ProcessSnapshot } from '../bytes/read-process-information.ts'
import { nextTurn } from '../../async/turns.ts'

export interface ListProcessesFailure {
  readonly code: Unavailable['code'] | 'windows-error'
  readonly detail: string
}

/** Processes start between two calls: so much more than Windows asked for. */
const slackBytes = 64 * 1024
/** Some 500,000 processes. Windows asking for more would be a fault of its own. */
const mostBytes = 1024 * 1024 * 1024
const firstBytes = 512 * 1024

/** The last buffer, kept for the next call. A second call at the same time gets one of its own. */
let spare: Buffer | null = null

/** One call for any number of processes, on a worker thread: 10,000 of them take a while to copy. */
export async function listProcesses(): Promise<Result<ProcessSnapshot, ListProcessesFailure>> {
  // The first time each of these steps takes long, and Windows' answer needs the next one for its preparation.
  const koffi = loadKoffi()
  if (!koffi.ok) return koffi
  await nextTurn()
  const library = ntdll()
  if (!library.ok) return library
  await nextTurn()

  const returnLength = Buffer.alloc(4)
  let bytes = spare ?? Buffer.alloc(firstBytes)
  spare = null
  for (;;) {
    const sizeBytes = bytes.length
    const status = await callAsync(
      library.value.NtQuerySystemInformation,
      SystemProcessInformation,
      bytes,
      sizeBytes,
      returnLength,
    )
    const told = returnLength.readUInt32LE()
    if (status === STATUS_SUCCESS) {
      const used = told > 0 && told <= sizeBytes ? bytes.subarray(0, told) : bytes
      const snapshot = readProcessInformation(used, koffi.value.address(bytes))
      spare = bytes
      return success(snapshot)
    }
    if (status !== STATUS_INFO_LENGTH_MISMATCH) {
      return failure({
        code: 'windows-error',
        detail: `NtQuerySystemInformation: 0x${status.toString(16)}`,
      })
    }
    const nextBytes = Math.max(sizeBytes * 2, told + slackBytes)
    if (nextBytes > mostBytes) {
      return failure({
        code: 'windows-error',
        detail: 'NtQuerySystemInformation: no size is enough',
      })
    }
    bytes = Buffer.alloc(nextBytes)
  }
}
