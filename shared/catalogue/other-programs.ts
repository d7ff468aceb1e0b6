/**
 * Apple's programs, libraries, drivers and packages that people meet beside the processes of the catalogue. Reads
 * `assets/catalogue/other-programs.json`. None of them is judged: a name here is neither a warning nor an all-clear.
 *
 * The words are `otherProgram.item.<id>`, `otherProgram.kind.<kind>`, `.product.<product>` and `.missing.<missing>`.
 */
import data from '../../assets/catalogue/other-programs.json' with { type: 'json' }
import { imageNameKey } from './match.ts'
import type { OtherProgram } from './schemas/other-programs-schema.ts'

export type { OtherProgram } from './schemas/other-programs-schema.ts'

export const readOtherPrograms = (): readonly OtherProgram[] => data as readonly OtherProgram[]

let byName: ReadonlyMap<string, OtherProgram> | undefined

/** The program of exactly this file name, package name or other name, in any ASCII case; with or without `.exe`. */
export function findOtherProgram(name: string): OtherProgram | undefined {
  byName ??= new Map(
    readOtherPrograms()
      .flatMap((program) => namesOf(program).map((one) => [imageNameKey(one), program] as const))
      // Of two that share a name the first one counts.
      .reverse(),
  )
  const key = imageNameKey(name)
  return byName.get(key) ?? byName.get(`${key}.EXE`)
}

/** The package that an installer lists under this name. Its shortest name may be that of a program too: `iCloud`. */
export function findPackage(name: string): OtherProgram | undefined {
  const key = imageNameKey(name.trim())
  return readOtherPrograms().find(
    (program) =>
      program.kind === 'package' && namesOf(program).some((one) => imageNameKey(one) === key),
  )
}

/** Everything that it is called: file names, packages, services, entries among the programs that start with Windows. */
export function namesOf(program: OtherProgram): readonly string[] {
  const { names, alsoCalled, service, autostart } = program
  const all = [...names, ...(alsoCalled ?? []), ...(service?.keyNames ?? []), autostart?.valueName]
  return [...new Set(all.filter((name) => name !== undefined))]
}
