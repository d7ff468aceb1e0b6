/** Which processes of the catalogue start with Windows? Entries of the Run keys in, an answer for each process out. */
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
import { known } from '../model/probe.ts'
import { locateProgram } from './expected-folders.ts'
import { storeFiles } from './program-files.ts'
import { expandFolders, fileNameOf, hasVariable, programOfCommand } from './read-command.ts'
import { pathKey } from './windows-path.ts'

/** The other entries of the keys are nobody's business here, and are not kept. */
export function judgeAutostart(
  { processes }: Pick<Catalogue, 'processes'>,
  keys: readonly RunKeyContent[],
  places: Places,
): Autostart {
  const read = keys.flatMap(({ entries }) => (entries.state === 'known' ? entries.value : []))
  const entries = read.map((entry) => withProgram(entry, places))
  return {
    keys: keys.map(({ hive, view, entries: content }) => ({
      hive,
      view,
      read: content.state === 'known' ? known(true) : content,
    })),
    processes: processes.flatMap((process) => {
      const own = entries.flatMap((entry) => concerning(process, entry, places))
      return own.length === 0 && process.autostart === undefined
        ? []
        : [judgeProcess(process, own, keys, places)]
    }),
  }
}

interface Started {
  readonly entry: RunEntry
  readonly program: string | null
  /** Null when nobody can tell: the command was not read, or a variable stands where the name should. */
  readonly nameKey: string | null
}

function withProgram(entry: RunEntry, places: Places): Started {
  const { command } = entry
  const written = command.state === 'known' ? command.value : ''
  const program = programOfCommand(expandFolders(written, places))
  const name = program === null ? null : fileNameOf(program)
  return { entry, program, nameKey: name === null || hasVariable(name) ? null : imageNameKey(name) }
}

function concerning(
  process: CatalogueProcess,
  { entry, program, nameKey }: Started,
  places: Places,
): AutostartEntry[] {
  const { imageName, autostart } = process
  const startsIt = nameKey === null ? null : nameKey === imageNameKey(imageName)
  const isNamedSo =
    autostart !== undefined && pathKey(entry.valueName) === pathKey(autostart.valueName)
  if (startsIt !== true && !isNamedSo) return []
  return [{ ...entry, startsIt, program, place: placeOf(process, program, places) }]
}

function placeOf(
  process: CatalogueProcess,
  program: string | null,
  places: Places,
): AutostartPlace {
  if (program === null || hasVariable(program)) return 'unknown'
  const { state } = locateProgram(process, known(program), places)
  return state === 'unexpected' ? 'elsewhere' : state
}

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
