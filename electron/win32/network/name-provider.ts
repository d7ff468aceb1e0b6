/** Bonjour's library in Winsock's list of name providers: through it other programs resolve names in .local. */
import { win32 } from 'node:path'
import type { NameProvider } from '../../../shared/model/pc-facts.ts'
import { known, type Probe } from '../../../shared/model/probe.ts'
import { isFileThere } from '../files/is-file-there.ts'
import { replaceSystemVariables } from '../files/system-variables.ts'
import { visitRegistryKeys } from '../registry/registry.ts'
import { readText } from '../registry/typed-values.ts'

const parameters = 'SYSTEM\\CurrentControlSet\\Services\\WinSock2\\Parameters'

/** 64-bit programs read the first; on 32-bit Windows there is only the second. */
const catalogues = ['Catalog_Entries64', 'Catalog_Entries']

const libraryName = 'mdnsnsp.dll'

/** Windows has about eight. */
const mostEntries = 200

/** Null where Bonjour's entry is not in the list. */
export async function readNameProvider(signal?: AbortSignal): Promise<Probe<NameProvider | null>> {
  const current = readText('HKLM', parameters, 'Current_NameSpace_Catalog')
  if (current.state !== 'known') return current
  for (const catalogue of catalogues) {
    const key = `${parameters}\\${current.value ?? 'NameSpace_Catalog5'}\\${catalogue}`
    const names: string[] = []
    const visited = await visitRegistryKeys(
      'HKLM',
      key,
      (name) => names.push(name),
      mostEntries,
      signal,
    )
    if (visited.state !== 'known') return visited
    for (const name of names) {
      const library = readText('HKLM', `${key}\\${name}`, 'LibraryPath')
      // An entry that nobody can read is not Bonjour's: Windows could not load it either.
      if (library.state !== 'known' || library.value === null) continue
      const path = replaceSystemVariables(library.value)
      if (win32.basename(path).toLowerCase() !== libraryName) continue
      return known({ path, isThere: await isFileThere(path) })
    }
  }
  return known(null)
}
