/** Paths under which a catalogue program could lie. */
import type { CatalogueProcess } from '../catalogue/schemas/catalogue-schema.ts'
import type { Places } from '../model/places.ts'
import { expectedFolders } from './trust/expected-folders.ts'
import { hasShortName, readRecordedFolder, type ComparablePath } from './windows-path.ts'

export interface ProgramFiles {
  /** Full paths, in no particular case: Windows does not mind. */
  readonly files: readonly string[]
  /** Of the first detail that would have been needed to know them all, or null. */
  readonly reason: string | null
}

/** The catalogue's ordinary folders and the ones that the installer recorded: where the desktop edition lies. */
export function desktopFiles(
  entry: Pick<CatalogueProcess, 'folders' | 'imageName'>,
  { knownFolders, installFolders }: Places,
): ProgramFiles {
  const ordinary = expectedFolders(entry, { knownFolders })
  const files = ordinary.folders.map((folder) => fileIn(folder, entry.imageName))
  if (installFolders.state !== 'known') {
    return { files, reason: ordinary.reason ?? installFolders.reason }
  }
  for (const recorded of installFolders.value) {
    const folder = readRecordedFolder(recorded)
    if (typeof folder !== 'string' && !hasShortName(folder)) {
      files.push(fileIn(folder, entry.imageName))
    }
  }
  return { files: [...new Set(files)], reason: ordinary.reason }
}

/** In the packages of the Microsoft Store that this user has. */
export function storeFiles(
  entry: Pick<CatalogueProcess, 'folders' | 'imageName'>,
  { storePackages }: Places,
): ProgramFiles {
  const wanted = entry.folders.flatMap(({ path }) => {
    const [, family, rest = ''] = /^%StorePackage:([^%]+)%(.*)$/.exec(path) ?? []
    return family === undefined ? [] : [{ family: family.toUpperCase(), rest }]
  })
  if (wanted.length === 0) return { files: [], reason: null }
  if (storePackages.state !== 'known') return { files: [], reason: storePackages.reason }
  const files: string[] = []
  let reason: string | null = null
  for (const { familyName, folder } of storePackages.value) {
    for (const { family, rest } of wanted) {
      if (familyName.toUpperCase() !== family) continue
      if (folder.state === 'known') files.push(`${folder.value}${rest}\\${entry.imageName}`)
      else reason ??= folder.reason
    }
  }
  return { files, reason }
}

function fileIn({ root, parts }: ComparablePath, fileName: string): string {
  return [root, ...parts, fileName].join('\\')
}
