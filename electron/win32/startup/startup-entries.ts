/** What the registry knows of start-up beside the Run keys: policies, Startup folders' switches, Store tasks. */
import { longestCommand } from '../../../shared/model/run-keys.ts'
import type { Hive, StartupSwitch } from '../../../shared/model/autostart.ts'
import type { StartupDecider } from '../../../shared/model/pc-facts.ts'
import { failed, known, type Probe } from '../../../shared/model/probe.ts'
import { isoFromFiletime } from '../bridge/filetime.ts'
import { readStartupApproved } from '../bytes/read-startup-approved.ts'
import type { RegistryValue } from '../bytes/read-registry-value.ts'
import { keysBelow } from '../registry/keys-below.ts'
import { readRegistryValue, visitRegistryValues } from '../registry/registry.ts'

const version = 'SOFTWARE\\Microsoft\\Windows\\CurrentVersion'
const policies = `${version}\\Policies\\Explorer`
const systemAppData =
  'Software\\Classes\\Local Settings\\Software\\Microsoft\\Windows\\CurrentVersion\\AppModel\\SystemAppData'

export const startupHives = ['HKCU', 'HKLM'] as const satisfies readonly Hive[]

/** Somebody who fills a key must not keep us busy. */
const mostEntries = 500
const mostTasks = 50
/** Store packages of one user. */
const mostFamilies = 5_000

export interface PolicyEntry {
  readonly hive: Hive
  readonly name: string
  readonly command: Probe<string>
}

/** Programs that a policy starts at sign-in. The key is the same for 32-bit and 64-bit programs. */
export async function readPolicyRun(
  hive: Hive,
  signal: AbortSignal,
): Promise<Probe<readonly PolicyEntry[]>> {
  const entries: PolicyEntry[] = []
  const visited = await visitRegistryValues(
    hive,
    `${policies}\\Run`,
    ({ name, value }) => {
      if (name !== '') entries.push({ hive, name: name.slice(0, 1_000), command: commandIn(value) })
    },
    signal,
    mostEntries,
  )
  return visited.state === 'known' ? known(entries) : visited
}

function commandIn(value: RegistryValue | null): Probe<string> {
  if (value === null) return failed('too-large')
  if (value.kind !== 'text' && value.kind !== 'expandable-text') return failed('unreadable')
  return value.text.length > longestCommand ? failed('too-large') : known(value.text)
}

/**
 * Whether a policy keeps Windows from obeying that hive's Run keys.
 * https://learn.microsoft.com/windows/client-management/mdm/policy-csp-admx-logon
 */
export function isRunForbidden(hive: Hive): boolean {
  const name = hive === 'HKCU' ? 'DisableCurrentUserRun' : 'DisableLocalMachineRun'
  return startupHives.some((from) => {
    const value = readRegistryValue(from, policies, name)
    return value.state === 'known' && value.value?.kind === 'number' && value.value.number === 1
  })
}

/** Where Windows looks for shortcuts at sign-in, perhaps with variables. Null where it is not recorded. */
export function readStartupFolder(hive: Hive): Probe<string | null> {
  const name = hive === 'HKCU' ? 'Startup' : 'Common Startup'
  const value = readRegistryValue(hive, `${version}\\Explorer\\User Shell Folders`, name)
  if (value.state !== 'known' || value.value === null) return value as Probe<null>
  return value.value.kind === 'text' || value.value.kind === 'expandable-text'
    ? known(value.value.text)
    : failed('unreadable')
}

/** Task Manager's note on a file in a Startup folder; null where it has none. */
export function readFolderSwitch(hive: Hive, fileName: string): Probe<StartupSwitch | null> {
  if (fileName.includes('\0')) return failed('unreadable')
  const key = `${version}\\Explorer\\StartupApproved\\StartupFolder`
  const value = readRegistryValue(hive, key, fileName)
  if (value.state !== 'known') return value
  return value.value === null ? known(null) : readStartupApproved(value.value)
}

export interface StoreTask {
  readonly packageFamily: string
  readonly taskId: string
  readonly startupSwitch: Probe<StartupSwitch>
  readonly decidedBy: StartupDecider
}

/** @param publisherId of whose packages; what is recorded stays here for a while after a package is gone. */
export async function readStoreTasks(
  publisherId: string,
  signal: AbortSignal,
): Promise<Probe<readonly StoreTask[]>> {
  const families = await keysBelow('HKCU', systemAppData, mostFamilies, signal)
  if (families.state !== 'known') return families
  const tasks: StoreTask[] = []
  for (const packageFamily of families.value) {
    if (!packageFamily.toLowerCase().endsWith(`_${publisherId}`)) continue
    const key = `${systemAppData}\\${packageFamily}`
    const ids = await keysBelow('HKCU', key, mostTasks, signal)
    if (ids.state !== 'known') return ids
    for (const taskId of ids.value) {
      const task = readStoreTask(packageFamily, taskId)
      if (task !== null) tasks.push(task)
    }
  }
  return known(tasks)
}

/** https://learn.microsoft.com/uwp/api/windows.applicationmodel.startuptaskstate */
const states = [
  { isOn: false, decidedBy: 'default' },
  { isOn: false, decidedBy: 'user' },
  { isOn: true, decidedBy: 'default' },
  { isOn: false, decidedBy: 'policy' },
  { isOn: true, decidedBy: 'policy' },
] as const satisfies readonly { isOn: boolean; decidedBy: StartupDecider }[]

/** Null for a key that is no start-up task: packages keep other things here too. */
function readStoreTask(packageFamily: string, taskId: string): StoreTask | null {
  const key = `${systemAppData}\\${packageFamily}\\${taskId}`
  const read = (name: string) => readRegistryValue('HKCU', key, name)
  const state = read('State')
  const task = { packageFamily, taskId }
  if (state.state !== 'known') return { ...task, startupSwitch: state, decidedBy: 'default' }
  if (state.value === null) return null
  const told = state.value.kind === 'number' ? states[state.value.number] : undefined
  if (told === undefined) {
    return { ...task, startupSwitch: failed('unreadable'), decidedBy: 'default' }
  }
  const { isOn, decidedBy } = told
  const off = isOn ? null : read('LastDisabledTime')
  const ticks = off?.state === 'known' && off.value?.kind === 'large-number' ? off.value.number : 0n
  const at = isoFromFiletime(ticks)
  const offSinceUtc = at !== null && /^\d{4}-/.test(at) ? at : null
  return { ...task, startupSwitch: known({ isOn, offSinceUtc }), decidedBy }
}
