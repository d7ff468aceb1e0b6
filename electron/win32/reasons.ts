/** What does a failed Windows call mean for the one detail that was asked? */
import type { Probe, ProbeReason } from '../../shared/model/probe.ts'
import type { Unavailable } from './load-koffi.ts'

/** Codes that this folder gives as a Probe's reason. */
export type Win32Reason =
  | ProbeReason
  | Unavailable['code']
  /** The file is not there (any more). */
  | 'file-missing'
  /** Another program keeps the file to itself. */
  | 'file-in-use'
  /** The program file holds no version resource. */
  | 'no-version-resource'
  | 'no-such-service'
  /** Windows answered with bytes that are not what its documentation says. */
  | 'unreadable'
  | 'cancelled'
  /** Any other error of Windows. */
  | 'windows-error'

export function deniedFor(reason: Win32Reason): Probe<never> {
  return { state: 'denied', reason }
}

export function failedFor(reason: Win32Reason): Probe<never> {
  return { state: 'failed', reason }
}

export function skippedFor(reason: Win32Reason): Probe<never> {
  return { state: 'skipped', reason }
}

export function unavailable(why: Unavailable): Probe<never> {
  return skippedFor(why.code)
}

/** https://learn.microsoft.com/windows/win32/debug/system-error-codes */
export const ERROR_FILE_NOT_FOUND = 2
export const ERROR_PATH_NOT_FOUND = 3
export const ERROR_ACCESS_DENIED = 5
export const ERROR_SHARING_VIOLATION = 32
export const ERROR_INVALID_PARAMETER = 87
export const ERROR_INSUFFICIENT_BUFFER = 122
export const ERROR_MORE_DATA = 234
export const ERROR_NO_MORE_ITEMS = 259
export const ERROR_SERVICE_DOES_NOT_EXIST = 1060

/** Access denied is an ordinary answer: most of the system belongs to others. */
export function probeForError(code: number): Probe<never> {
  switch (code) {
    case ERROR_ACCESS_DENIED:
      return deniedFor('needs-admin')
    case ERROR_FILE_NOT_FOUND:
    case ERROR_PATH_NOT_FOUND:
      return failedFor('file-missing')
    case ERROR_SHARING_VIOLATION:
      return failedFor('file-in-use')
    case ERROR_SERVICE_DOES_NOT_EXIST:
      return failedFor('no-such-service')
    default:
      return failedFor('windows-error')
  }
}
