/**
 * What Windows would start for a service's ImagePath. Unquoted paths with blanks are tried piece by piece, so that
 * `C:\Program.exe` comes before `C:\Program Files\…`.
 *
 * https://learn.microsoft.com/windows/win32/api/processthreadsapi/nf-processthreadsapi-createprocessw
 */
import { programOfCommand } from '../../../shared/judge/read-command.ts'

export interface ServiceCommand {
  /** Full paths in the order in which Windows tries them; never empty. */
  readonly tried: readonly string[]
  /** Which of them is meant: the one with the first `.exe`. Null where nobody can tell. */
  readonly meantAt: number | null
}

/** A command with more blanks than this is nobody's path. */
const mostTried = 64

/**
 * @param command with its variables replaced
 * @param windowsFolder for example `C:\Windows`
 * @returns null when no program can be read out of it
 */
export function readServiceCommand(command: string, windowsFolder: string): ServiceCommand | null {
  const text = command
    .trim()
    .replace(/^("?)\\\?\?\\/, '$1')
    .replace(/^("?)\\SystemRoot(?=\\)/i, (_, quote: string) => quote + windowsFolder)
  const named = programOfCommand(text)
  const meant = named === null ? null : fullPath(named, windowsFolder)
  if (text.startsWith('"')) return meant === null ? null : { tried: [meant], meantAt: 0 }
  const tried = [...endsOfWords(text)]
    .map((end) => fullPath(text.slice(0, end), windowsFolder))
    .filter((path) => path !== null)
  if (meant !== null && !tried.includes(meant)) tried.push(meant)
  if (tried.length === 0) return null
  return { tried, meantAt: meant === null ? null : tried.indexOf(meant) }
}

function* endsOfWords(text: string): Generator<number> {
  let count = 0
  for (let at = 1; at < text.length && count < mostTried; at += 1) {
    if (!/[ \t]/.test(text.charAt(at)) || /[ \t]/.test(text.charAt(at - 1))) continue
    count += 1
    yield at
  }
  if (count < mostTried) yield text.length
}

/** With the ending that Windows adds, and the folder that it looks in first. Null for what is no path of this PC. */
function fullPath(program: string, windowsFolder: string): string | null {
  const file = program.slice(Math.max(program.lastIndexOf('\\'), program.lastIndexOf('/')) + 1)
  if (file === '' || /[<>"|?*\0]/.test(file)) return null
  const named = file.includes('.') ? program : `${program}.exe`
  if (/^[A-Za-z]:[\\/]/.test(named) || /^\\\\[^\\?.]/.test(named)) return named
  if (/^system32[\\/]/i.test(named)) return `${windowsFolder}\\${named}`
  return /[\\/:%]/.test(named) ? null : `${windowsFolder}\\System32\\${named}`
}
