/** The program that a command line starts. Reads it as Windows does, without asking the disk. */
import { longestCommand } from '../model/run-keys.ts'
import type { Places } from '../model/places.ts'
import { pathKey } from './windows-path.ts'

const blank = /[ \t]/

/**
 * - Quoted: what stands between the quotes; without a second quote, all the rest.
 * - Not quoted: up to the first `.exe` that a blank or the end follows, because folders may have blanks in their names.
 * - Neither: one word without a blank, which may lack its ending.
 *
 * @returns the program as it is written there; null when there is none, or nobody can tell where it ends.
 */
export function programOfCommand(command: string): string | null {
  if (command.length > longestCommand) return null
  const text = command.trim()
  if (text.startsWith('"')) {
    const end = text.indexOf('"', 1)
    return orNull(end < 0 ? text.slice(1) : text.slice(1, end))
  }
  const ending = /\.exe(?=[ \t]|$)/i.exec(text)
  if (ending !== null) return orNull(text.slice(0, ending.index + ending[0].length))
  // `powershell -enc …`: Windows finds its own programs without their ending.
  const [first = ''] = text.split(/[ \t]/, 1)
  if (isLauncher(first)) return first
  return blank.test(text) ? null : orNull(text)
}

/**
 * What a command line starts in the end: the script, library or program that one of Windows's own programs is told to
 * run, else the program itself.
 */
export function startedBy(command: string): string | null {
  const program = programOfCommand(command)
  if (program === null || !isLauncher(program)) return program
  const rest = command.slice(command.indexOf(program) + program.length)
  return firstPathIn(rest) ?? program
}

/** One of Windows's own programs, or an interpreter, that runs what it is given: a script, a library, an encoded text. */
export const isLauncher = (program: string): boolean => launchers.has(pathKey(fileNameOf(program)))

const launchers: ReadonlySet<string> = new Set([
  ...['CMD.EXE', 'POWERSHELL.EXE', 'PWSH.EXE', 'CONHOST.EXE', 'EXPLORER.EXE', 'FORFILES.EXE'],
  ...['WSCRIPT.EXE', 'CSCRIPT.EXE', 'MSHTA.EXE', 'RUNDLL32.EXE', 'REGSVR32.EXE', 'MSIEXEC.EXE'],
  ...['START.EXE', 'PYTHON.EXE', 'PYTHONW.EXE', 'JAVAW.EXE'],
])

/** A path with a drive or a variable at its beginning; quoted it may hold blanks, else it ends at the next one. */
function firstPathIn(text: string): string | null {
  const quoted = /"((?:[A-Za-z]:|%[^%"]{1,64}%)[\\/][^"]{1,1024})"/.exec(text)?.[1]
  const bare = /(?:^|[\s,;=(])((?:[A-Za-z]:|%[^%"\s]{1,64}%)[\\/][^\s",;]{1,1024})/.exec(text)?.[1]
  return quoted ?? bare ?? null
}

function orNull(text: string): string | null {
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}

/** Variables that name a folder which is known anyway; 64-bit programs see the first two and the last two alike. */
const folderVariables = {
  PROGRAMFILES: 'ProgramFiles',
  PROGRAMW6432: 'ProgramFiles',
  'PROGRAMFILES(X86)': 'ProgramFiles(x86)',
  COMMONPROGRAMFILES: 'CommonProgramFiles',
  COMMONPROGRAMW6432: 'CommonProgramFiles',
  'COMMONPROGRAMFILES(X86)': 'CommonProgramFiles(x86)',
} as const satisfies Record<string, keyof Places['knownFolders']>

/** Replaces the `%variables%` that are known, once and in any case, as Windows does; all others stay as they are. */
export function expandFolders(
  text: string,
  { knownFolders, variables = {} }: Pick<Places, 'knownFolders' | 'variables'>,
): string {
  const values = new Map(Object.entries(variables).map(([name, value]) => [pathKey(name), value]))
  return text.replace(/%([^%]{1,64})%/g, (whole, name: string) => {
    const key = pathKey(name)
    if (!Object.hasOwn(folderVariables, key)) return values.get(key) ?? whole
    const folder = knownFolders[folderVariables[key as keyof typeof folderVariables]]
    return folder.state === 'known' && folder.value !== null ? folder.value : whole
  })
}

/** The last part of a path, with `.exe` where it has no ending: Windows adds that itself. */
export function fileNameOf(program: string): string {
  const name = program.split(/[\\/]/).at(-1) ?? ''
  return name.includes('.') ? name : `${name}.exe`
}

/**
 * Whether a path begins with a variable that nobody could replace. In a redacted report a person's folder is its own
 * variable, and that is all there is to know of it.
 */
export function beginsUnknown(
  path: string,
  { variables = {} }: Pick<Places, 'variables'>,
): boolean {
  const [whole, name = ''] = /^%([^%]{1,64})%(?=[\\/]|$)/.exec(path) ?? []
  if (whole === undefined) return hasVariable(path)
  const stands = Object.entries(variables).some(
    ([key, value]) => pathKey(key) === pathKey(name) && value.toUpperCase() === whole.toUpperCase(),
  )
  return !stands || hasVariable(path.slice(whole.length))
}

/** Whether some variable of it could not be replaced. */
export function hasVariable(text: string): boolean {
  return /%[^%]+%/.test(text)
}
