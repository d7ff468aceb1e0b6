/** The command line of a running process, as the system keeps it. Needs the right to query a little, and nothing else. */
import type { Probe } from '../../../shared/model/probe.ts'
import { known } from '../../../shared/model/probe.ts'
import { takeTurns } from '../../async/turns.ts'
import { kernel32 } from '../bridge/kernel32.ts'
import { loadKoffi } from '../bridge/load-koffi.ts'
import type { Pointer } from '../bridge/load-koffi.ts'
import { stillMemory } from '../bridge/native-memory.ts'
import {
  ntdll,
  ProcessCommandLineInformation,
  STATUS_ACCESS_DENIED,
  STATUS_BUFFER_OVERFLOW,
  STATUS_BUFFER_TOO_SMALL,
  STATUS_INFO_LENGTH_MISMATCH,
  STATUS_INVALID_INFO_CLASS,
  STATUS_SUCCESS,
} from '../bridge/ntdll.ts'
import type { Ntdll } from '../bridge/ntdll.ts'
import { readPointedText } from '../bridge/read-strings.ts'
import { deniedFor, failedFor, skippedFor, unavailable } from '../bridge/reasons.ts'
import { withProcess } from './open-process.ts'
import type { ProcessIdentity } from './open-process.ts'

/** A UNICODE_STRING of 64-bit Windows, and the text that it points to behind it. */
const headBytes = 16
/** A command line has at most 32,767 characters. */
const sizes = [headBytes + 2 * 1024, headBytes + 2 * 0x8000]

/** One answer for each process, in their order. */
export async function readCommandLines(
  processes: readonly ProcessIdentity[],
  signal?: AbortSignal,
): Promise<readonly Probe<string>[]> {
  const koffi = loadKoffi()
  if (!koffi.ok) return processes.map(() => unavailable(koffi.failure))
  const api = kernel32()
  if (!api.ok) return processes.map(() => unavailable(api.failure))
  const library = ntdll()
  if (!library.ok) return processes.map(() => unavailable(library.failure))
  const rest = takeTurns()
  const buffers = sizes.map(stillMemory)
  const ask = (process: Pointer) => askCommandLine(library.value, process, buffers, koffi.value)
  const answers: Probe<string>[] = []
  for (const identity of processes) {
    await rest()
    if (signal?.aborted === true) answers.push(skippedFor('cancelled'))
    else if (identity.pid === 0) answers.push(failedFor('no-program-file'))
    else answers.push(withProcess(api.value, identity, ask))
  }
  return answers
}

function askCommandLine(
  { NtQueryInformationProcess }: Ntdll,
  process: Pointer,
  buffers: readonly Buffer[],
  koffi: { readonly address: (of: Buffer) => bigint },
): Probe<string> {
  for (const bytes of buffers) {
    const status = NtQueryInformationProcess(
      process,
      ProcessCommandLineInformation,
      bytes,
      bytes.length,
      Buffer.alloc(4),
    )
    if (status === STATUS_SUCCESS) return readCommandLine(bytes, koffi.address(bytes))
    if (status === STATUS_ACCESS_DENIED) return deniedFor('needs-admin')
    if (status === STATUS_INVALID_INFO_CLASS) return failedFor('missing-function')
    const isTooSmall =
      status === STATUS_INFO_LENGTH_MISMATCH ||
      status === STATUS_BUFFER_TOO_SMALL ||
      status === STATUS_BUFFER_OVERFLOW
    if (!isTooSmall) break
  }
  return failedFor('windows-error')
}

/** @param baseAddress where `bytes` lay during the call: the text is given by its absolute address. */
export function readCommandLine(bytes: Buffer, baseAddress: bigint): Probe<string> {
  const lengthBytes = bytes.readUInt16LE(0)
  if (lengthBytes === 0) return known('')
  const text = readPointedText(bytes, baseAddress, bytes.readBigUInt64LE(8), lengthBytes)
  return text === undefined ? failedFor('unreadable') : known(text)
}
