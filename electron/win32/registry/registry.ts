/** Reading the registry. Reads keys and values of the 64-bit view; writes nothing. */
import type { Probe } from '../../../shared/model/probe.ts'
import { known } from '../../../shared/model/probe.ts'
import {
  advapi32,
  HKEY_CURRENT_USER,
  HKEY_LOCAL_MACHINE,
  KEY_ENUMERATE_SUB_KEYS,
  KEY_QUERY_VALUE,
  KEY_WOW64_64KEY,
} from '../bridge/advapi32.ts'
import type { Advapi32 } from '../bridge/advapi32.ts'
import type { Pointer } from '../bridge/load-koffi.ts'
import { readRegistryBytes } from '../bytes/read-registry-value.ts'
import type { RegistryValue } from '../bytes/read-registry-value.ts'
import { readTerminatedString } from '../bridge/read-strings.ts'
import {
  ERROR_FILE_NOT_FOUND,
  ERROR_MORE_DATA,
  ERROR_NO_MORE_ITEMS,
  ERROR_PATH_NOT_FOUND,
  failedFor,
  probeForError,
  skippedFor,
  unavailable,
} from '../bridge/reasons.ts'
import { takeTurns } from '../../async/turns.ts'

export type Hive = 'HKCU' | 'HKLM'

const hives: Readonly<Record<Hive, Pointer>> = {
  HKCU: HKEY_CURRENT_USER,
  HKLM: HKEY_LOCAL_MACHINE,
}

/** Limits of Windows, in characters. */
const longestKeyName = 255
const longestValueName = 16_383
/** PCs with more than 100,000 firewall rules have been seen; each rule is a value. */
const mostValues = 1_048_576
const mostValueBytes = 1024 * 1024

/** Null when there is no such key or value: that is an answer, not a failure. An empty name is the key's default value. */
export function readRegistryValue(
  hive: Hive,
  key: string,
  name: string,
): Probe<RegistryValue | null> {
  return withKey<RegistryValue | null>(hive, key, KEY_QUERY_VALUE, null, (api, handle) =>
    readValue(api, handle, name),
  )
}

/** Many values of one key, in the order of their names. Null when there is no such key. */
export function readRegistryValues(
  hive: Hive,
  key: string,
  names: readonly string[],
): Probe<readonly Probe<RegistryValue | null>[] | null> {
  return withKey<readonly Probe<RegistryValue | null>[] | null>(
    ...([hive, key, KEY_QUERY_VALUE, null] as const),
    (api, handle) => known(names.map((name) => readValue(api, handle, name))),
  )
}

function readValue(api: Advapi32, handle: Pointer, name: string): Probe<RegistryValue | null> {
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
}

export function hasRegistryKey(hive: Hive, key: string): Probe<boolean> {
  return withKey(hive, key, KEY_QUERY_VALUE, false, () => known(true))
}

/** The names of the first keys below; empty when the key does not exist. For many see `keysBelow`. */
export function listRegistryKeys(hive: Hive, key: string, first: number): Probe<readonly string[]> {
  return withKey<readonly string[]>(hive, key, KEY_ENUMERATE_SUB_KEYS, [], (api, handle) => {
    const names: string[] = []
    const name = Buffer.alloc(2 * (longestKeyName + 1))
    const chars = Buffer.alloc(4)
    for (let index = 0; index < first; index += 1) {
      chars.writeUInt32LE(longestKeyName + 1)
      const code = api.RegEnumKeyExW(handle, index, name, chars, null, null, null, null)
      if (code === ERROR_NO_MORE_ITEMS) return known(names)
      if (code !== 0) return probeForError(code)
      names.push(readTerminatedString(name))
    }
    return known(names)
  })
}

/**
 * Shows the name of one key below after the other, with pauses for whatever else has to be done.
 * @param most what comes behind so many is not shown
 * @returns whether all were shown
 */
export async function visitRegistryKeys(
  hive: Hive,
  key: string,
  visit: (name: string) => void,
  most: number,
  signal?: AbortSignal,
): Promise<Probe<boolean>> {
  const opened = openKey(hive, key, KEY_ENUMERATE_SUB_KEYS)
  if (opened.state !== 'known') return opened
  if (opened.value === null) return known(true)
  const { api, handle } = opened.value
  try {
    const name = Buffer.alloc(2 * (longestKeyName + 1))
    const chars = Buffer.alloc(4)
    const rest = takeTurns()
    for (let index = 0; ; index += 1) {
      await rest()
      if (signal?.aborted === true) return skippedFor('cancelled')
      chars.writeUInt32LE(longestKeyName + 1)
      const code = api.RegEnumKeyExW(handle, index, name, chars, null, null, null, null)
      if (code === ERROR_NO_MORE_ITEMS) return known(true)
      if (code !== 0) return probeForError(code)
      if (index === most) return known(false)
      visit(readTerminatedString(name))
    }
  } finally {
    api.RegCloseKey(handle)
  }
}

export interface RegistryEntry {
  /** Empty for the key's default value. */
  readonly name: string
  /** Null when it is too large to be read. */
  readonly value: RegistryValue | null
}

/** All values of the key, in the order in which Windows tells them; empty when the key does not exist. */
export async function listRegistryValues(
  hive: Hive,
  key: string,
  signal?: AbortSignal,
): Promise<Probe<readonly RegistryEntry[]>> {
  const entries: RegistryEntry[] = []
  const visited = await visitRegistryValues(hive, key, (entry) => entries.push(entry), signal)
  return visited.state === 'known' ? known(entries) : visited
}

/**
 * Shows one value after the other, with pauses for whatever else has to be done.
 * @param most a key with more values than this is `too-large`
 * @returns how many there were; what was shown counts only when this is known
 */
export async function visitRegistryValues(
  hive: Hive,
  key: string,
  visit: (entry: RegistryEntry) => void,
  signal?: AbortSignal,
  most = mostValues,
): Promise<Probe<number>> {
  const opened = openKey(hive, key, KEY_QUERY_VALUE)
  if (opened.state !== 'known') return opened
  if (opened.value === null) return known(0)
  const { api, handle } = opened.value
  try {
    const readAt = valueReader(api, handle)
    const rest = takeTurns()
    for (let index = 0; index <= most; index += 1) {
      await rest()
      if (signal?.aborted === true) return skippedFor('cancelled')
      const entry = readAt(index)
      if (entry === ERROR_NO_MORE_ITEMS) return known(index)
      if (typeof entry === 'number') return probeForError(entry)
      if (index < most) visit(entry)
    }
    return failedFor('too-large')
  } finally {
    api.RegCloseKey(handle)
  }
}

/** Reads values by their index into buffers that are used again and again; a number is an error of Windows. */
function valueReader(api: Advapi32, handle: Pointer): (index: number) => RegistryEntry | number {
  const name = Buffer.alloc(2 * (longestValueName + 1))
  const chars = Buffer.alloc(4)
  const type = Buffer.alloc(4)
  const size = Buffer.alloc(4)
  let data = Buffer.alloc(16 * 1024)
  const ask = (index: number, into: Buffer | null): number => {
    chars.writeUInt32LE(longestValueName + 1)
    size.writeUInt32LE(into?.length ?? 0)
    return api.RegEnumValueW(handle, index, name, chars, null, type, into, size)
  }
  // The name may hold anything, so that only its length tells its end.
  const nameOf = (): string => {
    return name.toString('utf16le', 0, Math.min(2 * chars.readUInt32LE(), name.length))
  }
  return (index) => {
    for (;;) {
      const code = ask(index, data)
      if (code === 0) {
        const used = data.subarray(0, Math.min(size.readUInt32LE(), data.length))
        return { name: nameOf(), value: readRegistryBytes(type.readUInt32LE(), used) }
      }
      if (code !== ERROR_MORE_DATA) return code
      const needed = size.readUInt32LE()
      if (needed > mostValueBytes || data.length >= mostValueBytes) {
        // Without room for the data Windows tells the name alone.
        const named = ask(index, null)
        return named === 0 ? { name: nameOf(), value: null } : named
      }
      data = Buffer.alloc(Math.min(Math.max(2 * data.length, needed), mostValueBytes))
    }
  }
}

interface OpenKey {
  readonly api: Advapi32
  readonly handle: Pointer
}

/** Null when there is no such key. The caller closes it. */
function openKey(hive: Hive, key: string, access: number): Probe<OpenKey | null> {
  const api = advapi32()
  if (!api.ok) return unavailable(api.failure)
  const result = Buffer.alloc(8)
  const code = api.value.RegOpenKeyExW(hives[hive], key, 0, access | KEY_WOW64_64KEY, result)
  if (code === ERROR_FILE_NOT_FOUND || code === ERROR_PATH_NOT_FOUND) return known(null)
  if (code !== 0) return probeForError(code)
  return known({ api: api.value, handle: result.readBigUInt64LE() })
}

function withKey<T>(
  hive: Hive,
  key: string,
  access: number,
  whenAbsent: T,
  use: (api: Advapi32, handle: Pointer) => Probe<T>,
): Probe<T> {
  const opened = openKey(hive, key, access)
  if (opened.state !== 'known') return opened
  if (opened.value === null) return known(whenAbsent)
  const { api, handle } = opened.value
  try {
    return use(api, handle)
  } finally {
    api.RegCloseKey(handle)
  }
}
