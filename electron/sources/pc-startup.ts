/** What starts with Windows and is Apple's, or is named like it: out of every place where Windows keeps such things. */
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { imageNameKey } from '../../shared/catalogue/match.ts'
import { findOtherProgram } from '../../shared/catalogue/other-programs.ts'
import { makerOf } from '../../shared/judge/trust/maker.ts'
import {
  expandFolders,
  fileNameOf,
  hasVariable,
  startedBy,
} from '../../shared/judge/read-command.ts'
import { readTrustRules } from '../../shared/judge/trust/trust-rules.ts'
import { neverSwitched } from '../../shared/model/run-keys.ts'
import type { Hive, StartupSwitch } from '../../shared/model/autostart.ts'
import type {
  StartupDecider,
  StartupFacts,
  StartupItem,
  StartupPlace,
} from '../../shared/model/pc-facts.ts'
import type { Places } from '../../shared/model/places.ts'
import { failed, known, skipped, type Probe } from '../../shared/model/probe.ts'
import { inTurns } from '../async/turns.ts'
import { readScheduledTasks } from '../win32/startup/scheduled-tasks.ts'
import { readStartupEntries } from '../win32/startup/startup-folder.ts'
import {
  isRunForbidden,
  readFolderSwitch,
  readPolicyRun,
  readStartupFolder,
  readStoreTasks,
  startupHives,
} from '../win32/startup/startup-entries.ts'
import type { Asking } from './asking.ts'
import { createNamesApple } from './names-apple.ts'
import { isFileThere } from '../win32/files/is-file-there.ts'
import { windowsFolder } from './expand-for-services.ts'
import type { SharedQuestions } from './sources.ts'

/** As it was found: whose it is shows only afterwards. */
type Found = Pick<StartupItem, 'place' | 'name' | 'command' | 'startupSwitch' | 'decidedBy'> &
  Partial<Pick<StartupItem, 'key' | 'packageFamily'>>

interface Read {
  readonly place: StartupPlace
  readonly read: Probe<true>
  readonly found: readonly Found[]
}

type Questions = Pick<SharedQuestions, 'autostart' | 'places' | 'file'>

const nameOfApple = /apple|itunes|icloud|ipod|iphone|quicktime|bonjour|mdnsresponder/i
/** Where a Startup folder lies when nobody moved it. */
const usualFolder = {
  HKCU: '%APPDATA%\\Microsoft\\Windows\\Start Menu\\Programs\\Startup',
  HKLM: '%ProgramData%\\Microsoft\\Windows\\Start Menu\\Programs\\Startup',
} as const satisfies Record<Hive, string>

export function pcStartup({ autostart, places, file }: Questions) {
  const namesApple = createNamesApple()

  return async (asking: Asking): Promise<StartupFacts> => {
    const here = await places(asking)
    const reads = await Promise.all([
      readRun(asking),
      readPolicies(asking),
      readFolders(here, asking),
      readTasks(asking),
      readStore(asking),
    ])
    const items = await inTurns(
      reads.flatMap(({ found }) => found),
      (one) => describe(one, here, asking),
    )
    return {
      read: reads.map(({ place, read }) => ({ place, read })),
      items: items.filter((one) => one !== null),
    }
  }

  async function readRun(asking: Asking): Promise<Read> {
    const keys = await autostart(asking)
    const found = keys.flatMap(({ hive, view, entries }) => {
      if (entries.state !== 'known') return []
      const isForbidden = isRunForbidden(hive)
      return entries.value.map(({ valueName, command, startupSwitch }): Found => ({
        ...{ place: 'run-key', name: valueName, key: { hive, view }, command },
        ...(isForbidden ? offByPolicy : { startupSwitch, decidedBy: deciderOf(startupSwitch) }),
      }))
    })
    return { place: 'run-key', read: readOf(keys.map(({ entries }) => entries)), found }
  }

  async function describe(found: Found, here: Places, asking: Asking): Promise<StartupItem | null> {
    const { place, name, key = null, packageFamily = null } = found
    const { command, startupSwitch, decidedBy } = found
    const target = command.state === 'known' ? targetOf(command.value, here) : null
    const isOurs = packageFamily !== null || (await isApples(name, command, target, asking))
    if (!isOurs) return null
    const isTargetThere =
      target !== null ? await isFileThere(target) : command.state === 'known' ? noTarget : command
    const isThere = target !== null && isTargetThere.state === 'known' && isTargetThere.value
    const signature = isThere ? (await file(target, asking)).signature : noTarget
    const maker = packageFamily === null ? makerOf(signature) : 'apple'
    return {
      ...{ place, name, key, packageFamily, command, target, isTargetThere, maker },
      ...{ startupSwitch, decidedBy },
    }
  }

  async function isApples(
    name: string,
    command: Probe<string>,
    target: string | null,
    { signal }: Asking,
  ): Promise<boolean> {
    const written = command.state === 'known' ? command.value : ''
    if (nameOfApple.test(name) || nameOfApple.test(written)) return true
    if (target === null) return false
    const program = fileNameOf(target)
    const key = imageNameKey(program)
    if (findOtherProgram(program) !== undefined) return true
    if (readCatalogue().processes.some(({ imageName }) => imageNameKey(imageName) === key)) {
      return true
    }
    return namesApple(target, signal)
  }
}

const noTarget: Probe<never> = failed('unreadable')
const offByPolicy = {
  startupSwitch: known<StartupSwitch>({ isOn: false, offSinceUtc: null }),
  decidedBy: 'policy',
} as const

function orElse<T>(probe: Probe<T | null>, otherwise: Probe<T>): Probe<T> {
  if (probe.state !== 'known') return probe
  return probe.value === null ? otherwise : known(probe.value)
}

function deciderOf(startupSwitch: Probe<StartupSwitch>): StartupDecider {
  return startupSwitch.state === 'known' && !startupSwitch.value.isOn ? 'user' : 'default'
}

/** Read when all of its parts were. */
function readOf(parts: readonly Probe<unknown>[]): Probe<true> {
  for (const part of parts) if (part.state !== 'known') return part
  return known(true)
}

/** A full path, as far as one comes out of it: what stands for itself is looked for in places that nobody records. */
function targetOf(command: string, here: Places): string | null {
  const program = startedBy(command)
  if (program === null) return null
  const path = expandFolders(program, here)
  return /^[A-Za-z]:[\\/]/.test(path) && !hasVariable(path) ? path : null
}

async function readPolicies({ signal }: Asking): Promise<Read> {
  const answers = await Promise.all(startupHives.map((hive) => readPolicyRun(hive, signal)))
  const found = answers.flatMap((entries) =>
    entries.state !== 'known'
      ? []
      : entries.value.map(({ hive, name, command }): Found => ({
          ...{ place: 'run-policy', name, key: { hive, view: '64-bit' }, command },
          ...{ startupSwitch: neverSwitched, decidedBy: 'policy' },
        })),
  )
  return { place: 'run-policy', read: readOf(answers), found }
}

async function readFolders(here: Places, { signal }: Asking): Promise<Read> {
  const answers = await Promise.all(
    startupHives.map(async (hive): Promise<Probe<readonly Found[]>> => {
      const recorded = readStartupFolder(hive)
      if (recorded.state !== 'known') return recorded
      const folder = expandFolders(recorded.value ?? usualFolder[hive], here)
      // A share that is not there would keep us waiting.
      if (!/^[A-Za-z]:[\\/]/.test(folder) || hasVariable(folder)) return failed('unreadable')
      const entries = await readStartupEntries(folder, signal)
      if (entries.state !== 'known') return entries
      return known(
        entries.value.map(({ fileName, command }): Found => {
          const startupSwitch = orElse(readFolderSwitch(hive, fileName), neverSwitched)
          return {
            ...{ place: 'startup-folder', name: fileName, command: orElse(command, noTarget) },
            ...{ startupSwitch, decidedBy: deciderOf(startupSwitch) },
          }
        }),
      )
    }),
  )
  return {
    place: 'startup-folder',
    read: readOf(answers),
    found: answers.flatMap((answer) => (answer.state === 'known' ? answer.value : [])),
  }
}

async function readTasks({ signal }: Asking): Promise<Read> {
  const tasks = await readScheduledTasks(`${windowsFolder()}\\System32\\Tasks`, signal)
  if (tasks.state !== 'known') return { place: 'scheduled-task', read: tasks, found: [] }
  const found = tasks.value.map(({ path, definition }): Found => {
    const at = { place: 'scheduled-task', name: path } as const
    if (definition.state !== 'known') {
      return { ...at, command: definition, startupSwitch: definition, decidedBy: 'default' }
    }
    const { command, isEnabled } = definition.value
    return {
      ...at,
      command: command === null ? noTarget : known(command),
      startupSwitch: known({ isOn: isEnabled, offSinceUtc: null }),
      decidedBy: isEnabled ? 'default' : 'user',
    }
  })
  return { place: 'scheduled-task', read: known(true), found }
}

async function readStore({ signal }: Asking): Promise<Read> {
  const tasks = await readStoreTasks(readTrustRules().storePublisher.publisherId, signal)
  if (tasks.state !== 'known') return { place: 'store-task', read: tasks, found: [] }
  const found = tasks.value.map(({ packageFamily, taskId, startupSwitch, decidedBy }): Found => ({
    ...{ place: 'store-task', name: taskId, packageFamily },
    // Its package's manifest would say, which only Windows reads.
    command: skipped('not-checked'),
    ...{ startupSwitch, decidedBy },
  }))
  return { place: 'store-task', read: known(true), found }
}
