/** The portable program around a small payload (`build-portable.ts`), run under Wine: the payload says how it was started. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { projectRoot } from '../../scripts/project.mjs'
import {
  compileWindowsProgram,
  portablePrefix,
  windowsPath,
  wineEnvironment,
} from '../../scripts/machine/wine.mjs'

export interface Start {
  readonly program: string
  readonly folder: string
  readonly arguments: readonly string[]
  readonly dir: string
  readonly file: string
}

export interface Running {
  readonly wrapper: ChildProcess
  /** The exit code of the wrapper. */
  readonly ended: Promise<number | null>
  /** What the payload said; rejects when the wrapper ends without it. */
  readonly started: () => Promise<Start>
  /** Lets the payload end. */
  readonly letEnd: () => Promise<void>
  /** Lets the wrapper go on, whose files are written. */
  readonly letGoOn: () => Promise<void>
}

/** A folder of this machine that stands for `%TEMP%`, and where payloads say what they have to say. */
export interface Place {
  readonly temp: string
  readonly notes: string
}

/** With a display: the splash is a window, and the first program of a prefix decides whether there can be any. */
const environment = () => ({
  ...wineEnvironment(portablePrefix),
  DISPLAY: process.env['DISPLAY'],
})

/** Makes the folders, and lets everything that is started from here on have this `%TEMP%`. */
export async function openPlace(place: Place): Promise<void> {
  for (const each of Object.values<string>({ ...place })) await mkdir(each, { recursive: true })
  for (const name of ['TEMP', 'TMP']) {
    // Wine takes them from its registry, whatever its own environment says.
    await setInRegistry('HKCU\\Environment', name, windowsPath(place.temp))
  }
}

async function setInRegistry(key: string, name: string, value: string): Promise<void> {
  const args = ['reg', 'add', key, '/v', name, '/d', value, '/f']
  const asked = spawn('wine', args, { env: environment(), stdio: 'ignore' })
  const [code] = (await once(asked, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`wine reg ended with ${code}`)
}

export interface Recorded {
  readonly start: Start
  readonly exitCode: number | null
  /** What Wine wrote down, in its order: for whom, which rights, of which folder, and what Windows answered. */
  readonly rights: readonly string[]
}

/** Starts it, lets it end, and has Wine write down the calls that give rights; all calls would be millions. */
export async function recordRights(program: string, place: Place): Promise<Recorded> {
  const calls = ['ConvertStringSidToSidW', 'SetEntriesInAclW', 'SetNamedSecurityInfoW']
  const include = calls.map((name) => `advapi32.${name}`).join(';')
  await setInRegistry('HKCU\\Software\\Wine\\Debug', 'RelayInclude', include)
  const records = join(place.notes, 'records')
  const running = startPortable(program, [], place, { exitCode: 9, records })
  const start = await running.started()
  const exitCode = await running.ended
  const said = readFileSync(records, 'utf8').replaceAll('\\\\', '\\')
  const words =
    /Call advapi32\.(\w+)\(\w+ L"([^"]*)",(?:(\w+,\w+),)?|Ret {2}advapi32\.(\w+)\(\) retval=(\w+)|(grf\w+) = (\w+)/g
  const rights = [...said.matchAll(words)].map((found) => found.slice(1).filter(Boolean).join(' '))
  return { start, exitCode, rights }
}

let count = 0

interface Wanted {
  readonly exitCode?: number
  /** The payload waits until it is let go. */
  readonly waits?: boolean
  /** The wrapper waits before it starts the payload, its picture in sight. */
  readonly showsPicture?: boolean
  /** No file may get longer: a write fails as on a full drive. */
  readonly mostFileBytes?: number
  /** Where Wine writes down the calls that its registry names. */
  readonly records?: string
}

/** @param exitCode of the payload */
export function startPortable(
  program: string,
  args: readonly string[],
  { notes }: Place,
  { exitCode = 0, waits = false, showsPicture = false, mostFileBytes, records }: Wanted = {},
): Running {
  const note = join(notes, `${(count += 1)}`)
  const until = `${note}.until`
  const goesOn = `${note}.goes-on`
  const limit =
    mostFileBytes === undefined ? '' : `trap '' XFSZ; ulimit -f ${String(mostFileBytes / 512)}; `
  const command = ['-c', `${limit}exec wine "$@"`, 'sh', windowsPath(program), ...args]
  const written = records === undefined ? undefined : openSync(records, 'w')
  const wrapper = spawn('sh', command, {
    // A drive that is the test's own: what a script does to `\app` of the current one must not meet this machine.
    cwd: join(portablePrefix, 'drive_c'),
    env: {
      ...environment(),
      PAYLOAD_OUT: windowsPath(note),
      PAYLOAD_EXIT: String(exitCode),
      ...(waits && { PAYLOAD_UNTIL: windowsPath(until) }),
      ...(showsPicture && { WRAPPER_UNTIL: windowsPath(goesOn) }),
      ...(records !== undefined && { WINEDEBUG: '+relay,+advapi' }),
    },
    stdio: ['ignore', 'ignore', written ?? 'ignore'],
  })
  if (written !== undefined) closeSync(written)
  let code: number | null | undefined
  const ended = new Promise<number | null>((resolve, reject) => {
    wrapper.on('error', reject)
    wrapper.on('exit', (given) => {
      code = given
      resolve(given)
    })
  })
  const started = async (): Promise<Start> => {
    while (!existsSync(note)) {
      if (code !== undefined) throw new Error(`ended with ${code}, and never started the payload`)
      await pause(20)
    }
    return readStart(readFileSync(note, 'utf8'))
  }
  return {
    ...{ wrapper, ended, started },
    letEnd: () => writeFile(until, ''),
    letGoOn: () => writeFile(goesOn, ''),
  }
}

export interface Sight {
  readonly kind: string
  readonly isOnScreen: boolean
  readonly size: readonly [width: number, height: number]
  /** Its title, then what stands in it. */
  readonly words: readonly string[]
}

/** Looks until the windows in sight are those that are waited for. */
export async function seen(
  folder: string,
  isIt: (sights: readonly Sight[]) => boolean,
): Promise<readonly Sight[]> {
  for (;;) {
    const sights = await lookAtScreen(folder)
    if (isIt(sights)) return sights
  }
}

/** Every window that is in sight, the frontmost first. @param closes then closes the frontmost box. */
export async function lookAtScreen(folder: string, closes = false): Promise<readonly Sight[]> {
  const program = join(folder, 'windows.exe')
  if (!existsSync(program))
    await compileWindowsProgram(join(projectRoot, 'test/fixtures/programs/windows.c'), program)
  const file = join(folder, 'windows.txt')
  const args = [windowsPath(program), windowsPath(file), ...(closes ? ['--close'] : [])]
  const look = spawn('wine', args, { env: environment(), stdio: 'ignore' })
  const [code] = (await once(look, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`the look at the screen ended with ${code}`)
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
  return lines.map((line) => {
    const [kind = '', left, top, right, bottom, ...words] = line.split('\t')
    const size = [Number(right) - Number(left), Number(bottom) - Number(top)] as const
    return { kind, isOnScreen: Number(right) > 0 && Number(bottom) > 0, size, words }
  })
}

function readStart(text: string): Start {
  const said = text.split('\n').map((line) => [line.split('=', 1)[0] ?? '', line] as const)
  const all = (name: string) =>
    said.flatMap(([key, line]) => (key === name ? [line.slice(name.length + 1)] : []))
  return {
    program: all('program')[0] ?? '',
    folder: all('folder')[0] ?? '',
    arguments: all('argument'),
    dir: all('DIR')[0] ?? '',
    file: all('FILE')[0] ?? '',
  }
}

/** What is left in `%TEMP%`; waits a moment for what Windows deletes after the end. */
export async function leftIn({ temp }: Place): Promise<readonly string[]> {
  let left: readonly string[] = []
  for (let tries = 0; tries < 100; tries += 1) {
    left = await readdir(temp)
    if (left.length === 0) return left
    await pause(50)
  }
  return left
}
