/** Processes of the catalogue that start with Windows. Entries of the Run keys in, an answer for each process out. */
import { imageNameKey } from '../catalogue/match.ts'
import type { Catalogue, CatalogueProcess } from '../catalogue/schema.ts'
import type {
  Autostart,
  AutostartEntry,
  AutostartPlace,
  ProcessAutostart,
  RunEntry,
  RunKeyContent,
} from '../model/autostart.ts'
import type { Places } from '../model/places.ts'
import { known, skipped, type Probe } from '../model/probe.ts'
import type { Signature } from '../model/signature.ts'
import { locateProgram } from './expected-folders.ts'
import { folderAccess } from './folder-access.ts'
import { storeFiles } from './program-files.ts'
import { beginsUnknown, expandFolders, fileNameOf, hasVariable, startedBy } from './read-command.ts'
import { whyShared } from './trust-rules.ts'
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
  const name = program === null ? null : fileNameOf(program)
  return { entry, program, name: name === null || hasVariable(name) ? null : name }
}

function concerning(
  process: CatalogueProcess,
  { entry, program, name }: Started,
  places: Places,
  startedFiles: ReadonlyMap<string, Probe<Signature>>,
): AutostartEntry[] {
  const { imageName } = process
  const startsIt = name === null ? null : imageNameKey(name) === imageNameKey(imageName)
  if (startsIt !== true && !isNamedLike(process, entry.valueName, name)) return []
  const place = placeOf(process, program, places)
  const signature = program === null ? undefined : startedFiles.get(program)
  return [
    {
      ...entry,
      startsIt,
      program,
      place,
      access: program === null ? 'unknown' : folderAccess(program, places),
      signature: signature ?? skipped('not-checked'),
    },
  ]
}

/** By the name of Apple's entry, or by a name of Apple's alone: `iTunes`, or a script called `iTunesHelper.vbe`. */
function isNamedLike(
  { imageName, autostart }: CatalogueProcess,
  valueName: string,
  fileName: string | null,
): boolean {
  const value = pathKey(valueName.trim())
  if (autostart !== undefined && value === pathKey(autostart.valueName)) return true
  if (whyShared(imageName) !== undefined) return false
  const stem = pathKey(imageName.replace(/\.exe$/i, ''))
  const ending = fileName === null ? -1 : fileName.lastIndexOf('.')
  return (
    value === stem ||
    value === pathKey(imageName) ||
    (fileName !== null && ending > 0 && pathKey(fileName.slice(0, ending)) === stem)
  )
}

function placeOf(
  process: CatalogueProcess,
  program: string | null,
  places: Places,
): AutostartPlace {
  if (program === null) return 'unknown'
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
    offSinceUtc: null,
    reason: null,
    ...more,
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
