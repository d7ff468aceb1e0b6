/** What does the registry say? Reads keys and values of the 64-bit view; writes nothing. */
import type { Probe } from '../../shared/model/probe.ts'
import { known } from '../../shared/model/probe.ts'
import {
  advapi32,
  HKEY_CURRENT_USER,
  HKEY_LOCAL_MACHINE,
  KEY_ENUMERATE_SUB_KEYS,
  KEY_QUERY_VALUE,
  KEY_WOW64_64KEY,
} from './advapi32.ts'
import type { Advapi32 } from './advapi32.ts'
import type { Pointer } from './load-koffi.ts'
import { readRegistryBytes } from './read-registry-value.ts'
import type { RegistryValue } from './read-registry-value.ts'
import { readTerminatedString } from './read-strings.ts'
import {
  ERROR_FILE_NOT_FOUND,
  ERROR_MORE_DATA,
  ERROR_NO_MORE_ITEMS,
  ERROR_PATH_NOT_FOUND,
  failedFor,
  probeForError,
  unavailable,
} from './reasons.ts'

export type Hive = 'HKCU' | 'HKLM'

const hives: Readonly<Record<Hive, Pointer>> = {
  HKCU: HKEY_CURRENT_USER,
  HKLM: HKEY_LOCAL_MACHINE,
}

/** A limit of Windows, in characters. */
const longestKeyName = 255
const mostKeys = 65_536
const mostValueBytes = 1024 * 1024

/** Null when there is no such key or value: that is an answer, not a failure. An empty name is the key's default value. */
export function readRegistryValue(
  hive: Hive,
  key: string,
  name: string,
): Probe<RegistryValue | null> {
  return withKey<RegistryValue | null>(hive, key, KEY_QUERY_VALUE, null, (api, handle) => {
    const type = Buffer.alloc(4)
    const size = Buffer.alloc(4)
    for (let sizeBytes = 1024; sizeBytes <= mostValueBytes;) {
      const data = Buffer.alloc(sizeBytes)
      size.writeUInt32LE(sizeBytes)
      const code = api.RegQueryValueExW(handle, name, null, type, data, size)
      if (code === 0) {
        const used = Math.min(size.readUInt32LE(), sizeBytes)
        return known(readRegistryBytes(type.readUInt32LE(), data.subarray(0, used)))
      }
      if (code === ERROR_FILE_NOT_FOUND) return known(null)
      if (code !== ERROR_MORE_DATA) return probeForError(code)
      sizeBytes = Math.max(2 * sizeBytes, size.readUInt32LE())
    }
    return failedFor('unreadable')
  })
}

/** The names of the keys below; empty when the key does not exist. */
export function listRegistryKeys(hive: Hive, key: string): Probe<readonly string[]> {
  return withKey<readonly string[]>(hive, key, KEY_ENUMERATE_SUB_KEYS, [], (api, handle) => {
    const names: string[] = []
    const name = Buffer.alloc(2 * (longestKeyName + 1))
    const chars = Buffer.alloc(4)
    for (let index = 0; index < mostKeys; index += 1) {
      chars.writeUInt32LE(longestKeyName + 1)
      const code = api.RegEnumKeyExW(handle, index, name, chars, null, null, null, null)
      if (code === ERROR_NO_MORE_ITEMS) return known(names)
      if (code !== 0) return probeForError(code)
      names.push(readTerminatedString(name))
    }
    return failedFor('unreadable')
  })
}

function withKey<T>(
  hive: Hive,
  key: string,
  access: number,
  whenAbsent: T,
  use: (api: Advapi32, handle: Pointer) => Probe<T>,
): Probe<T> {
  const api = advapi32()
  if (!api.ok) return unavailable(api.failure)
  const result = Buffer.alloc(8)
  const code = api.value.RegOpenKeyExW(hives[hive], key, 0, access | KEY_WOW64_64KEY, result)
  if (code === ERROR_FILE_NOT_FOUND || code === ERROR_PATH_NOT_FOUND) return known(whenAbsent)
  if (code !== 0) return probeForError(code)
  const handle = result.readBigUInt64LE()
  try {
    return use(api.value, handle)
  } finally {
    api.value.RegCloseKey(handle)
  }
}
