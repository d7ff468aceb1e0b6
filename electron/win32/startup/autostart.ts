/** Run keys, and what somebody switched off of them. Reads the registry; changes nothing. */
import {
  longestCommand,
  neverSwitched,
  runKeys,
  type RunKeyContent,
} from '../../../shared/model/run-keys.ts'
import type { RunEntry, RunKey, StartupSwitch } from '../../../shared/model/autostart.ts'
import { failed, known, skipped, type Probe } from '../../../shared/model/probe.ts'
import { readStartupApproved } from '../bytes/read-startup-approved.ts'
import { readRegistryValue, visitRegistryValues, type RegistryEntry } from '../registry/registry.ts'
import { nextTurn, takeTurns } from '../../async/turns.ts'

const windows = 'Microsoft\\Windows\\CurrentVersion'

/**
 * Where 32-bit programs write, as a 64-bit one sees it. The user's own key has no such part.
 * https://learn.microsoft.com/windows/win32/winprog64/shared-registry-keys
 */
const software = { '64-bit': 'SOFTWARE', '32-bit': 'SOFTWARE\\WOW6432Node' } as const

/** Where Task Manager notes what was switched off. */
const approved = { '64-bit': 'Run', '32-bit': 'Run32' } as const

/** A PC starts a few dozen programs; somebody who fills a key must not keep us busy. */
const mostEntries = 500

/** Names of values may have 16,383 signs; nobody reads that many. */
const longestName = 1_000

/** One answer for each key, in the order of `runKeys`. An absent key is an empty one. */
export async function readRunKeys(signal?: AbortSignal): Promise<readonly RunKeyContent[]> {
  const contents: RunKeyContent[] = []
  for (const key of runKeys) {
    await nextTurn()
    contents.push({ ...key, entries: await readRunKey(key, signal) })
  }
  return contents
}

async function readRunKey(
  key: RunKey,
  signal: AbortSignal | undefined,
): Promise<Probe<readonly RunEntry[]>> {
  const { hive, view } = key
  const found: { readonly name: string; readonly command: Probe<string> }[] = []
  const visited = await visitRegistryValues(
    hive,
    `${software[view]}\\${windows}\\Run`,
    ({ name, value }) => {
      // The key's default value starts nothing. Commands are shortened at once: they could fill the memory.
      if (name !== '') found.push({ name, command: commandIn(value) })
    },
    signal,
    mostEntries,
  )
  if (visited.state !== 'known') return visited
  const entries: RunEntry[] = []
  const rest = takeTurns()
  for (const { name, command } of found) {
    await rest()
    if (signal?.aborted === true) return skipped('cancelled')
    const startupSwitch = readSwitch(key, name)
    entries.push({ ...key, valueName: name.slice(0, longestName), command, startupSwitch })
  }
  return known(entries)
}

/** The registry itself compares the names: it does not mind their case. */
function readSwitch({ hive, view }: RunKey, valueName: string): Probe<StartupSwitch> {
  // Windows would read such a name up to its NUL, which is the name of another value.
  if (valueName.includes('\0')) return failed('unreadable')
  const switches = `SOFTWARE\\${windows}\\Explorer\\StartupApproved\\${approved[view]}`
  const value = readRegistryValue(hive, switches, valueName)
  if (value.state !== 'known') return value
  return value.value === null ? neverSwitched : readStartupApproved(value.value)
}

function commandIn(value: RegistryEntry['value']): Probe<string> {
  if (value === null) return failed('too-large')
  if (value.kind !== 'text' && value.kind !== 'expandable-text') return failed('unreadable')
  return value.text.length > longestCommand ? failed('too-large') : known(value.text)
}
