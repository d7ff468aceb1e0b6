/** Entries of the Run keys, as rows of osquery and this program's question tell them. */
import { runKeys, neverSwitched, type RunKeyContent } from '../model/run-keys.ts'
import type { RunEntry } from '../model/autostart.ts'
import { known, skipped, type Probe } from '../model/probe.ts'
import { arrayOf, isRow, textOf } from './cells.ts'
import { signatureOf } from './engine-words.ts'
import type { FleetFacts } from './facts.ts'

const mostEntries = 500
const notChecked: Probe<never> = Object.freeze(skipped('not-checked'))

/** [value name, registry key, command, whether it is on, …]: `HKEY_USERS\…` is the user's own. */
export function runKeysOf(cells: readonly unknown[] | null): readonly RunKeyContent[] {
  if (cells === null) return runKeys.map((key) => ({ ...key, entries: notChecked }))
  const entries = cells.slice(0, mostEntries).flatMap((cell): RunEntry[] => {
    const parts = isRow(cell)
      ? [cell['name'], cell['source'], cell['path'], cell['status']]
      : arrayOf(cell)
    if (parts === null) return []
    const [valueName, source, command, status] = parts
    const key = runKeyOf(textOf(source))
    if (key === null) return []
    return [
      {
        hive: key.hive,
        view: key.view,
        valueName: textOf(valueName),
        command: known(textOf(command)),
        startupSwitch:
          textOf(status) === 'disabled' ? known({ isOn: false, offSinceUtc: null }) : neverSwitched,
      },
    ]
  })
  return runKeys.map((key) => ({
    hive: key.hive,
    view: key.view,
    entries: known(entries.filter(({ hive, view }) => hive === key.hive && view === key.view)),
  }))
}

/** Where an entry names a program and nothing else, the question asked for its signature: the three cells behind the switch. */
export function startedFilesOf(cells: readonly unknown[]): FleetFacts['startedFiles'] {
  return cells.slice(0, mostEntries).flatMap((cell) => {
    const parts = arrayOf(cell) ?? []
    const [, , command, , result, subject, issuer] = parts.map(textOf)
    if (command === undefined || result === undefined || result === '') return []
    const path = command.replace(/^"+|"+$/g, '')
    return [[path, signatureOf(result, subject ?? '', issuer ?? '')] as const]
  })
}

function runKeyOf(source: string): (typeof runKeys)[number] | null {
  const path = source.toUpperCase()
  if (!path.endsWith('\\CURRENTVERSION\\RUN')) return null
  const hive = /^(?:HKEY_LOCAL_MACHINE|HKLM)\\/.test(path)
    ? 'HKLM'
    : /^(?:HKEY_USERS|HKEY_CURRENT_USER|HKCU|HKU)\\/.test(path)
      ? 'HKCU'
      : null
  if (hive === null) return null
  const view = hive === 'HKLM' && path.includes('\\WOW6432NODE\\') ? '32-bit' : '64-bit'
  return runKeys.find((key) => key.hive === hive && key.view === view) ?? null
}
