/**
 * Folders that Apple's installers recorded. A folder of one's own choice is allowed, and only here does it show. Read
 * from the part of the registry that an administrator alone can write.
 */
import { known } from '../../../shared/model/probe.ts'
import type { Probe } from '../../../shared/model/probe.ts'
import { keysBelow } from '../registry/keys-below.ts'
import { readRegistryValue } from '../registry/registry.ts'
import { takeTurns } from '../../async/turns.ts'

/** 64-bit programs, then 32-bit ones on 64-bit Windows. */
const roots = ['SOFTWARE', 'SOFTWARE\\WOW6432Node']

/** One key for each program, with its folder as a value. */
const vendorKeys = ['Apple Inc.', 'Apple Computer, Inc.']

/** Names of values that hold a folder. */
const folderValues = ['InstallDir', 'InstallLocation']

/** The registry's own word for who made a program; our rule for signers is stricter and decides. */
const isApple = (publisher: string | null): boolean => /^Apple\b/i.test(publisher ?? '')

/** A PC with more programs than this is no PC. */
const mostKeys = 5000

/** Not known when a part could not be read: a folder may be missing then. */
export async function readInstallFolders(signal?: AbortSignal): Promise<Probe<readonly string[]>> {
  const folders = new Set<string>()
  let missing: Probe<never> | undefined
  const rest = takeTurns()
  const text = (key: string, name: string): string | null => {
    const value = readRegistryValue('HKLM', key, name)
    if (value.state !== 'known') {
      missing ??= value
      return null
    }
    return value.value?.kind === 'text' ? value.value.text : null
  }
  const programsBelow = async (key: string): Promise<readonly string[]> => {
    const names = await keysBelow('HKLM', key, mostKeys, signal)
    await rest()
    if (names.state === 'known') return names.value
    missing ??= names
    return []
  }
  const add = (key: string) => {
    for (const name of folderValues) {
      const folder = text(key, name)?.trim() ?? ''
      if (folder !== '') folders.add(folder)
    }
  }
  for (const root of roots) {
    for (const vendor of vendorKeys) {
      for (const program of await programsBelow(`${root}\\${vendor}`)) {
        await rest()
        add(`${root}\\${vendor}\\${program}`)
      }
    }
    const uninstall = `${root}\\Microsoft\\Windows\\CurrentVersion\\Uninstall`
    for (const program of await programsBelow(uninstall)) {
      if (signal?.aborted === true) return { state: 'skipped', reason: 'cancelled' }
      await rest()
      if (isApple(text(`${uninstall}\\${program}`, 'Publisher'))) add(`${uninstall}\\${program}`)
    }
  }
  return missing ?? known([...folders])
}
