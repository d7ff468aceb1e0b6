/**
 * Whether Windows Installer is at work: it holds a mutex while it changes anything, and notes what it does in the
 * registry. Nothing is waited for and nothing is taken.
 *
 * https://learn.microsoft.com/windows/win32/msi/-msiexecute-mutex
 */
import { known, type Probe } from '../../../shared/model/probe.ts'
import { kernel32, MUTANT_QUERY_STATE } from '../bridge/kernel32.ts'
import { MutantBasicInformation, ntdll, STATUS_SUCCESS } from '../bridge/ntdll.ts'
import {
  ERROR_ACCESS_DENIED,
  ERROR_FILE_NOT_FOUND,
  probeForError,
  unavailable,
} from '../bridge/reasons.ts'
import { hasRegistryKey } from '../registry/registry.ts'

const mutexName = 'Global\\_MSIExecute'
const inProgress = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\InProgress'

export function readIsInstalling(name = mutexName): Probe<boolean> {
  const base = kernel32()
  if (!base.ok) return unavailable(base.failure)
  const native = ntdll()
  if (!native.ok) return unavailable(native.failure)
  const mutex = base.value.OpenMutexW(MUTANT_QUERY_STATE, 0, name)
  if (mutex === null) {
    const code = base.value.GetLastError()
    // What an interrupted installation left in the registry is no installation.
    if (code === ERROR_FILE_NOT_FOUND) return known(false)
    // It is there, and may have been let go: the note decides.
    return code === ERROR_ACCESS_DENIED ? hasRegistryKey('HKLM', inProgress) : probeForError(code)
  }
  try {
    const state = Buffer.alloc(8)
    const asked = native.value.NtQueryMutant(mutex, MutantBasicInformation, state, 8, null)
    // 1 while nobody has it.
    return asked === STATUS_SUCCESS
      ? known(state.readInt32LE() < 1)
      : hasRegistryKey('HKLM', inProgress)
  } finally {
    base.value.CloseHandle(mutex)
  }
}
