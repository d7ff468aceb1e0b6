/** The program file that the system itself names for a pid. Needs no right; the path is a native one. */
import type { Probe } from '../../../shared/model/probe.ts'
import { known } from '../../../shared/model/probe.ts'
import { loadKoffi } from '../bridge/load-koffi.ts'
import { stillMemory } from '../bridge/native-memory.ts'
import {
  ntdll,
  STATUS_ACCESS_DENIED,
  STATUS_BUFFER_TOO_SMALL,
  STATUS_INFO_LENGTH_MISMATCH,
  STATUS_INVALID_CID,
  STATUS_SUCCESS,
  SystemProcessIdInformation,
} from '../bridge/ntdll.ts'
import { deniedFor, failedFor, unavailable } from '../bridge/reasons.ts'

/** SYSTEM_PROCESS_ID_INFORMATION on 64-bit Windows: the pid, then a UNICODE_STRING that points to our text. */
const at = { processId: 0, lengthBytes: 8, maximumLengthBytes: 10, textAddress: 16 } as const
const structBytes = 24
const mostTextBytes = 0xfffe

export function askNativePath(pid: number): Probe<string> {
  const koffi = loadKoffi()
  if (!koffi.ok) return unavailable(koffi.failure)
  const library = ntdll()
  if (!library.ok) return unavailable(library.failure)

  const question = stillMemory(structBytes)
  for (const textBytes of [2 * 1024, mostTextBytes]) {
    const text = stillMemory(textBytes)
    question.writeBigUInt64LE(BigInt(pid), at.processId)
    question.writeUInt16LE(0, at.lengthBytes)
    question.writeUInt16LE(textBytes, at.maximumLengthBytes)
    question.writeBigUInt64LE(koffi.value.address(text), at.textAddress)
    const status = library.value.NtQuerySystemInformation(
      SystemProcessIdInformation,
      question,
      structBytes,
      Buffer.alloc(4),
    )
    // Read in any case: what comes after the call also keeps `text` alive during it.
    const path = text.toString('utf16le', 0, question.readUInt16LE(at.lengthBytes))
    if (status === STATUS_SUCCESS) return path === '' ? failedFor('unreadable') : known(path)
    if (status === STATUS_INVALID_CID) return failedFor('process-ended')
    if (status === STATUS_ACCESS_DENIED) return deniedFor('needs-admin')
    if (status !== STATUS_INFO_LENGTH_MISMATCH && status !== STATUS_BUFFER_TOO_SMALL) break
  }
  return failedFor('windows-error')
}
