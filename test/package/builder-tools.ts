/** What do electron-builder's own modules say: about its settings file, and about an archive that it wrote? */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { builderLibrary, requireInBuilder } from '../../scripts/machine/builder-modules.mjs'
import { projectRoot } from '../../scripts/project.mjs'

export interface BuilderSettings {
  readonly productName: string
  readonly executableName: string
  readonly electronFuses: Readonly<Record<string, boolean>>
  readonly publish: null
  readonly win: {
    readonly target: readonly { readonly target: string; readonly arch: readonly string[] }[]
    readonly icon: string
    readonly requestedExecutionLevel: string
    readonly artifactName: string
  }
  readonly portable: {
    readonly artifactName: string
    readonly buildUniversalInstaller: boolean
    readonly useZip: boolean
    readonly unpackDirName: boolean
    readonly splashImage: string
    readonly requestExecutionLevel: string
  }
}

export function readBuilderSettings(): BuilderSettings {
  const yaml = requireInBuilder('js-yaml') as { load: (text: string) => unknown }
  const text = readFileSync(join(projectRoot, 'electron-builder.yml'), 'utf8')
  return yaml.load(text) as BuilderSettings
}

/** The script that electron-builder compiles into a portable program. */
export function readPortableScript(): string {
  return readFileSync(join(dirname(builderLibrary), 'templates/nsis/portable.nsi'), 'utf8')
}

interface ArchiveTools {
  listPackage: (archive: string, options: { isPack: boolean }) => string[]
  statFile: (archive: string, path: string) => object
  extractFile: (archive: string, path: string) => Buffer
}
const archives = requireInBuilder('@electron/asar') as ArchiveTools

/** Paths of the files (not folders) in an archive, with forward slashes on every system. */
export function filesInArchive(archive: string): readonly string[] {
  return archives
    .listPackage(archive, { isPack: false })
    .map((path) => path.slice(1))
    .filter((path) => !('files' in archives.statFile(archive, path)))
    .map((path) => path.replaceAll('\\', '/'))
}

export function readFromArchive(archive: string, path: string): Buffer {
  return archives.extractFile(archive, join(path))
}
