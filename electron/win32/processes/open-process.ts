/** A process, opened with the least right there is. */
import type { Probe } from '../../../shared/model/probe.ts'
import { isoFromFiletime } from '../bridge/filetime.ts'
import { PROCESS_QUERY_LIMITED_INFORMATION, STILL_ACTIVE } from '../bridge/kernel32.ts'
import type { Kernel32 } from '../bridge/kernel32.ts'
import type { Pointer } from '../bridge/load-koffi.ts'
import { ERROR_INVALID_PARAMETER, failedFor, probeForError } from '../bridge/reasons.ts'

/** What tells one process from a later one with the same pid. */
export interface ProcessIdentity {
  readonly pid: number
  /** As listed. Null turns the comparison off; only pid 0 is listed so. */
  readonly startedAtUtc: string | null
}

/** Runs `use` on a handle of exactly that process and closes the handle whatever happens. */
export function withProcess<T>(
  api: Kernel32,
  identity: ProcessIdentity,
  use: (process: Pointer) => Probe<T>,
): Probe<T> {
  const process = api.OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, 0, identity.pid)
  if (process === null) {
    const code = api.GetLastError()
    return code === ERROR_INVALID_PARAMETER ? failedFor('process-ended') : probeForError(code)
  }
  try {
    const startedAtUtc = readStart(api, process)
    if (identity.startedAtUtc !== null && startedAtUtc !== identity.startedAtUtc) {
      return failedFor('process-ended')
    }
    // A process that has exited can be opened for as long as anybody holds a handle of it.
    if (hasExited(api, process)) return failedFor('process-ended')
    return use(process)
  } finally {
    api.CloseHandle(process)
  }
}

function readStart(api: Kernel32, process: Pointer): string | null {
  const creation = Buffer.alloc(8)
  const unused = Buffer.alloc(8)
  if (api.GetProcessTimes(process, creation, unused, unused, unused) === 0) return null
  return isoFromFiletime(creation.readBigInt64LE())
}

function hasExited(api: Kernel32, process: Pointer): boolean {
  const exitCode = Buffer.alloc(4)
  return api.GetExitCodeProcess(process, exitCode) !== 0 && exitCode.readUInt32LE() !== STILL_ACTIVE
}
