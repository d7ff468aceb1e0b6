/** Error codes of Windows as reasons of a probe. */
import { denied, failed, skipped } from '../../../shared/model/probe.ts'
import type { Probe } from '../../../shared/model/probe.ts'
import type { Unavailable } from './load-koffi.ts'

export { denied as deniedFor, failed as failedFor, skipped as skippedFor }

export function unavailable(why: Unavailable): Probe<never> {
  return skipped(why.code)
}

/** https://learn.microsoft.com/windows/win32/debug/system-error-codes */
export const ERROR_FILE_NOT_FOUND = 2
export const ERROR_PATH_NOT_FOUND = 3
export const ERROR_ACCESS_DENIED = 5
const ERROR_SHARING_VIOLATION = 32
export const ERROR_INVALID_PARAMETER = 87
export const ERROR_INSUFFICIENT_BUFFER = 122
export const ERROR_MORE_DATA = 234
export const ERROR_NO_MORE_ITEMS = 259
const ERROR_SERVICE_DOES_NOT_EXIST = 1060
export const ERROR_TIMEOUT = 1460

/** Access denied is an ordinary answer: most of the system belongs to others. */
export function probeForError(code: number): Probe<never> {
  switch (code) {
    case ERROR_ACCESS_DENIED:
      return denied('needs-admin')
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
      return failed('file-missing')
    case ERROR_SHARING_VIOLATION:
      return failed('file-in-use')
    case ERROR_SERVICE_DOES_NOT_EXIST:
      return failed('no-such-service')
    case ERROR_TIMEOUT:
      return failed('timeout')
    default:
      return failed('windows-error')
  }
}
