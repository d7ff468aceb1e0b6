/** Entries of "Installed apps": what an installer noted of a program, in both views and in the user's own key. */
import type { Hive, RegistryView } from '../../../shared/model/autostart.ts'
import { known, skipped, type Probe } from '../../../shared/model/probe.ts'
import { takeTurns } from '../../async/turns.ts'
import { keysBelow } from '../registry/keys-below.ts'
import { readRegistryValue, visitRegistryValues, type RegistryEntry } from '../registry/registry.ts'

export interface UninstallEntry {
  readonly hive: Hive
  readonly view: RegistryView
  /** For a package of Windows Installer its product code: `{…}`. */
  readonly keyName: string
  readonly name: string
  readonly publisher: string
  readonly version: string | null
  readonly folder: string | null
}

const uninstall = 'Microsoft\\Windows\\CurrentVersion\\Uninstall'
const roots = [
  { hive: 'HKLM', view: '64-bit', key: `SOFTWARE\\${uninstall}` },
  { hive: 'HKLM', view: '32-bit', key: `SOFTWARE\\WOW6432Node\\${uninstall}` },
  { hive: 'HKCU', view: '64-bit', key: `Software\\${uninstall}` },
] as const satisfies readonly { hive: Hive; view: RegistryView; key: string }[]

/** A PC with more programs than this is no PC. */
const mostKeys = 5_000
const longestText = 1_000
/** Of one upgrade code. */
const mostProducts = 1_000

/** @param isWanted by name, publisher and key; the rest is read of those alone. */
export async function readUninstallEntries(
  isWanted: (name: string, publisher: string, keyName: string) => boolean,
  signal: AbortSignal,
): Promise<Probe<readonly UninstallEntry[]>> {
  const entries: UninstallEntry[] = []
  const rest = takeTurns()
  for (const { hive, view, key } of roots) {
    const names = await keysBelow(hive, key, mostKeys, signal)
    if (names.state !== 'known') return names
    for (const keyName of names.value) {
      await rest()
      if (signal.aborted) return skipped('cancelled')
      const text = (name: string) => readText(hive, `${key}\\${keyName}`, name)
      const name = text('DisplayName') ?? ''
      const publisher = text('Publisher') ?? ''
      if (!isWanted(name, publisher, keyName)) continue
      const [version, folder] = [text('DisplayVersion'), text('InstallLocation')]
      entries.push({ ...{ hive, view, keyName, name, publisher }, version, folder })
    }
  }
  return known(entries)
}

function readText(hive: Hive, key: string, name: string): string | null {
  const value = readRegistryValue(hive, key, name)
  if (value.state !== 'known') return null
  if (value.value?.kind !== 'text' && value.value?.kind !== 'expandable-text') return null
  const text = value.value.text.trim()
  return text === '' || text.length > longestText ? null : text
}

/** The product codes that belong to an upgrade code, which stays the same over all versions and languages. */
export async function readProductsOf(
  upgradeCode: string,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const key = `SOFTWARE\\Classes\\Installer\\UpgradeCodes\\${packed(upgradeCode)}`
  const products: string[] = []
  const add = ({ name }: RegistryEntry) => products.push(unpacked(name))
  await visitRegistryValues('HKLM', key, add, signal, mostProducts)
  return products
}

/** Windows Installer writes a code without its signs and its pieces backwards: {0880A3FD-…} is DF3A0880…. */
const pieces = [8, 4, 4, 2, 2, 2, 2, 2, 2, 2, 2]

function packed(code: string): string {
  return turned(code.replace(/[{}-]/g, ''))
}

function unpacked(text: string): string {
  const [a = '', b = '', c = '', d = '', e = ''] =
    /^(.{8})(.{4})(.{4})(.{4})(.{12})$/.exec(turned(text))?.slice(1) ?? []
  return a === '' ? '' : `{${a}-${b}-${c}-${d}-${e}}`.toUpperCase()
}

function turned(text: string): string {
  let at = 0
  return pieces
    .map((length) => {
      const piece = text.slice(at, at + length)
      at += length
      return Buffer.from(piece, 'latin1').reverse().toString('latin1')
    })
    .join('')
}
