/** Processes of the catalogue that start with Windows. Entries of the Run keys in, an answer for each process out. */
import { imageNameKey } from '../catalogue/match.ts'
import type { Catalogue, CatalogueProcess } from '../catalogue/schemas/catalogue-schema.ts'
import type {
  Autostart,
  AutostartEntry,
  AutostartPlace,
  ProcessAutostart,
  RunEntry,
} from '../model/autostart.ts'
import type { RunKeyContent } from '../model/run-keys.ts'
import type { Places } from '../model/places.ts'
import { known, skipped, type Probe } from '../model/probe.ts'
import type { Signature } from '../model/signature.ts'
import { locateProgram } from './trust/expected-folders.ts'
import { folderAccess } from './folder-access.ts'
import { storeFiles } from './program-files.ts'
import {
  beginsUnknown,
  expandFolders,
  fileNameOf,
  hasVariable,
  isLauncher,
  startedBy,
} from './read-command.ts'
import { whyShared } from './trust/trust-rules.ts'
import { pathKey, readPath } from './windows-path.ts'

export interface AutostartQuestion {
  readonly runKeys: readonly RunKeyContent[]
  readonly places: Places
  /** Signatures of `programsElsewhere`, by path. */
  readonly startedFiles?: ReadonlyMap<string, Probe<Signature>>
}

/** The other entries of the keys are nobody's business here, and are not kept. */
export function judgeAutostart(
  { processes }: Pick<Catalogue, 'processes'>,
  { runKeys: keys, places, startedFiles = new Map() }: AutostartQuestion,
): Autostart {
  const entries = readEntries(keys, places)
  return {
    keys: keys.map(({ hive, view, entries: content }) => ({
      hive,
      view,
      read: content.state === 'known' ? known(true) : content,
    })),
    processes: processes.flatMap((process) => {
      const own = entries.flatMap((entry) => concerning(process, entry, places, startedFiles))
      return own.length === 0 && process.autostart === undefined
        ? []
        : [judgeProcess(process, own, keys, places)]
    }),
  }
}

/** Full paths of what entries with one of Apple's names start from another folder than Apple's: their signature matters. */
export function programsElsewhere(
  { processes }: Pick<Catalogue, 'processes'>,
  { runKeys: keys, places }: Pick<AutostartQuestion, 'runKeys' | 'places'>,
): readonly string[] {
  const paths = readEntries(keys, places).flatMap((entry) =>
    processes.flatMap((process) =>
      concerning(process, entry, places, new Map()).flatMap(({ place, program }) =>
        place === 'elsewhere' && program !== null && isWholePath(program, places) ? [program] : [],
      ),
    ),
  )
  return [...new Set(paths)].slice(0, mostExamined)
}

/** Each costs a look at a file; nobody has more than one or two. */
const mostExamined = 8

const isWholePath = (program: string, places: Places): boolean =>
  typeof readPath(program) !== 'string' && !beginsUnknown(program, places)

interface Started {
  readonly entry: RunEntry
  readonly program: string | null
  /** Null when nobody can tell: the command was not read, or a variable stands where the name should. */
  readonly name: string | null
  /** As they are compared: the value's name, and the file's without its ending. */
  readonly valueKey: string
  readonly stemKey: string | null
}

function readEntries(keys: readonly RunKeyContent[], places: Places): readonly Started[] {
  return keys.flatMap(({ entries }) =>
    entries.state === 'known' ? entries.value.map((entry) => withProgram(entry, places)) : [],
  )
}

function withProgram(entry: RunEntry, places: Places): Started {
  const { command } = entry
  const written = command.state === 'known' ? command.value : ''
  const program = startedBy(expandFolders(written, places))
  const fileName = program === null ? null : fileNameOf(program)
  const name = fileName === null || hasVariable(fileName) ? null : fileName
  const ending = name === null ? -1 : name.lastIndexOf('.')
  return {
    entry,
    program,
    name,
    valueKey: pathKey(entry.valueName.trim()),
    stemKey: name !== null && ending > 0 ? pathKey(name.slice(0, ending)) : null,
  }
}

function concerning(
  process: CatalogueProcess,
  started: Started,
  places: Places,
  startedFiles: ReadonlyMap<string, Probe<Signature>>,
): AutostartEntry[] {
  const { entry, program, name } = started
  const keys = keysOf(process)
  const startsIt = name === null ? null : imageNameKey(name) === keys.image
  if (startsIt !== true && !isNamedLike(keys, started)) return []
  const place = placeOf(process, program, places)
  const signature = program === null ? undefined : startedFiles.get(program)
  return [
    Object.assign({}, entry, {
      startsIt,
      program,
      place,
      access: program === null ? ('unknown' as const) : folderAccess(program, places),
      signature: signature ?? skipped('not-checked'),
    }),
  ]
}

/** What Windows calls the program's service. Apple has no start-up entry of that name. */
export function serviceNames({
  service,
  displayNames,
}: Pick<CatalogueProcess, 'service' | 'displayNames'>): readonly string[] {
  const names = service === undefined ? [] : [...service.keyNames, ...(displayNames?.names ?? [])]
  return names.filter((name) => /apple|ipod/i.test(name))
}

/** The names of one program as they are compared. */
interface ProgramKeys {
  readonly image: string
  readonly stem: string
  readonly valueName: string | null
  readonly services: ReadonlySet<string>
  /** Whether others have programs of this name, too. */
  readonly isShared: boolean
}
const keptKeys = new WeakMap<CatalogueProcess, ProgramKeys>()

/** Each entry is held against each program. */
function keysOf(process: CatalogueProcess): ProgramKeys {
  const before = keptKeys.get(process)
  if (before !== undefined) return before
  const { imageName, autostart } = process
  const keys = {
    image: imageNameKey(imageName),
    stem: pathKey(imageName.replace(/\.exe$/i, '')),
    valueName: autostart === undefined ? null : pathKey(autostart.valueName),
    services: new Set(serviceNames(process).map(pathKey)),
    isShared: whyShared(imageName) !== undefined,
  }
  keptKeys.set(process, keys)
  return keys
}

/** By the name of Apple's entry, or by a name of Apple's alone: `iTunes`, or a script called `iTunesHelper.vbe`. */
function isNamedLike(
  { image, stem, valueName, services, isShared }: ProgramKeys,
  { valueKey, stemKey }: Started,
): boolean {
  if (valueKey === valueName) return true
  if (isShared) return false
  return valueKey === stem || valueKey === image || stemKey === stem || services.has(valueKey)
}

function placeOf(
  process: CatalogueProcess,
  program: string | null,
  places: Places,
): AutostartPlace {
  if (program === null) return 'unknown'
  // `powershell.exe -enc …`: whatever that runs, it is none of Apple's programs.
  if (isLauncher(program)) return 'elsewhere'
  // Wherever `%TEMP%` leads, it is none of the folders that an installer of Apple's writes to.
  if (beginsUnknown(program, places))
    return folderAccess(program, places) === 'user' ? 'elsewhere' : 'unknown'
  const { state } = locateProgram(process, known(program), places)
  if (state === 'expected') return 'expected'
  return state === 'unexpected' || isForeignTo(process, program, places) ? 'elsewhere' : 'unknown'
}

/** No source says where some programs belong, but never in a user's own folders. */
const isForeignTo = (process: CatalogueProcess, program: string, places: Places): boolean =>
  process.folders.length === 0 && folderAccess(program, places) === 'user'

function judgeProcess(
  process: CatalogueProcess,
  entries: readonly AutostartEntry[],
  keys: readonly RunKeyContent[],
  places: Places,
): ProcessAutostart {
  const answer = (
    state: ProcessAutostart['state'],
    more: Partial<Pick<ProcessAutostart, 'offSinceUtc' | 'reason'>> = {},
  ): ProcessAutostart => ({
    processId: process.id,
    state,
    offSinceUtc: more.offSinceUtc ?? null,
    reason: more.reason ?? null,
    entries,
  })
  const starting = entries.filter(({ startsIt }) => startsIt === true)
  const switches = starting.map(({ startupSwitch }) => startupSwitch)
  // One entry that is on is enough, whatever else there is.
  if (switches.some((one) => one.state === 'known' && one.value.isOn)) return answer('on')
  const reason = whyUnknown(process, entries, keys, places)
  if (reason !== null) return answer('cannot-tell', { reason })
  if (switches.length === 0) return answer('none')
  const times = switches.flatMap((one) =>
    one.state === 'known' && one.value.offSinceUtc !== null ? [one.value.offSinceUtc] : [],
  )
  // It has been off altogether since the last of them was switched off.
  return answer('off', {
    offSinceUtc: times.length === switches.length ? (times.sort().at(-1) ?? null) : null,
  })
}

/** What could still start it, and was not seen. */
function whyUnknown(
  process: CatalogueProcess,
  entries: readonly AutostartEntry[],
  keys: readonly RunKeyContent[],
  places: Places,
): string | null {
  for (const { startsIt, startupSwitch } of entries) {
    if (startsIt === true && startupSwitch.state !== 'known') return startupSwitch.reason
  }
  for (const { entries: content } of keys) {
    if (content.state !== 'known') return content.reason
  }
  for (const { startsIt, command, startupSwitch } of entries) {
    const isOff = startupSwitch.state === 'known' && !startupSwitch.value.isOn
    if (startsIt !== null || isOff) continue
    return command.state === 'known' ? 'command-unclear' : command.reason
  }
  const isFromStore = storeFiles(process, places).files.length > 0
  return isFromStore ? 'store-edition' : null
}
