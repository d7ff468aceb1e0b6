/** Windows paths in a form that can be compared. */
import { isAscii } from '../catalogue/ascii.ts'

export interface ComparablePath {
  /** `C:`, `\\SERVER\SHARE`, or the variable that stands for a folder of a person, in upper case. */
  readonly root: string
  /** Folders and file below the root, in upper case. */
  readonly parts: readonly string[]
}

/**
 * `no-drive-path`: a path that no drive letter or share stands for, or none at all.
 * `odd-path`: relative, or with signs that no Windows path has.
 */
export type UnreadablePath = 'no-drive-path' | 'odd-path'

/**
 * Reads a path as the system gives it for a running program.
 *
 * Blanks and dots at the end of a folder's name are kept: a folder `Program Files ` (with a blank) can be made, and
 * programs in it show a path that looks like the real one.
 */
export function readPath(path: string): ComparablePath | UnreadablePath {
  if (path === '') return 'no-drive-path'
  const isLiteral = /^\\\\[?.]\\|^\\\?\?\\/.test(path)
  let rest = isLiteral ? path.slice(4) : path.replaceAll('/', '\\')
  if (isLiteral && /^GLOBALROOT\\|^Volume\{/i.test(rest)) return 'no-drive-path'
  if (isLiteral && /^UNC\\/i.test(rest)) rest = `\\\\${rest.slice(4)}`
  if (/^\\(?:Device|SystemRoot)\\/i.test(rest)) return 'no-drive-path'
  // A colon elsewhere names a second stream of a file.
  if (/[\p{Cc}<>"|?*]/u.test(rest) || rest.slice(2).includes(':')) return 'odd-path'

  // What a redacted report says instead of a person's folder; Windows itself never gives it for a program.
  const person = /^(%(?:USERPROFILE|PUBLIC)%)\\(.*)$/is.exec(rest)
  if (person !== null) return finish(person[1] ?? '', person[2] ?? '', false)
  const drive = /^([A-Za-z]:)\\(.*)$/s.exec(rest)
  if (drive !== null) return finish(drive[1] ?? '', drive[2] ?? '', isLiteral)
  const share = /^\\\\([^\\]+\\[^\\]+)\\(.*)$/s.exec(rest)
  return share === null ? 'odd-path' : finish(`\\\\${share[1] ?? ''}`, share[2] ?? '', isLiteral)
}

function finish(root: string, rest: string, isLiteral: boolean): ComparablePath {
  const parts: string[] = []
  for (const part of rest.split('\\')) {
    if (part === '' || (!isLiteral && part === '.')) continue
    if (!isLiteral && part === '..') parts.pop()
    else parts.push(pathKey(part))
  }
  return { root: pathKey(root), parts }
}

/** Of the last folders: a few dozen are asked for with each program. */
const keptFolders = new Map<string, ComparablePath | UnreadablePath>()
const mostKeptFolders = 500

/** A folder as somebody recorded it: quotes around it and blanks, dots or backslashes at its end mean nothing. */
export function readRecordedFolder(path: string): ComparablePath | UnreadablePath {
  const before = keptFolders.get(path)
  if (before !== undefined) return before
  const folder = readPath(
    path
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .replace(/[\\/. ]+$/, '') + '\\',
  )
  if (keptFolders.size >= mostKeptFolders) keptFolders.clear()
  if (path.length <= 260) keptFolders.set(path, folder)
  return folder
}

/**
 * Upper case, letter by letter and without a locale, as Windows compares file names. No letter outside ASCII is the
 * same as one in it: a dotless ı is no I.
 */
export function pathKey(text: string): string {
  // Nearly every path: the same at a fraction of the time.
  if (isAscii(text)) return text.toUpperCase()
  return text.replace(/[a-z]+|[^\0-\x7f]/gu, (found) => {
    const upper = found.toUpperCase()
    return found > '\x7f' && (upper.length !== found.length || upper <= '\x7f') ? found : upper
  })
}

/** `PROGRA~1`: the short form of a name that cannot be known without asking the disk. */
export function hasShortName({ parts }: ComparablePath): boolean {
  return parts.some((part) => /^[^.]{0,6}~\d{1,6}(?:\.[^.]{0,3})?$/.test(part))
}

/**
 * Whether Windows Installer has put the file aside: `C:\\Config.Msi\\3e1b7.rbf`, or the same below `Windows\\Installer`.
 * A program that runs while it is updated or removed lies there, under such a name, until the PC restarts.
 */
export function isSetAside({ parts }: ComparablePath): boolean {
  const [file = '', folder, ...above] = parts.toReversed()
  return (
    folder === 'CONFIG.MSI' &&
    /^[0-9A-F]+\.RBF$/.test(file) &&
    (above.length === 0 || (above.length === 2 && above[0] === 'INSTALLER'))
  )
}

export function folderOf({ root, parts }: ComparablePath): ComparablePath {
  return { root, parts: parts.slice(0, -1) }
}

export function isSameFolder(a: ComparablePath, b: ComparablePath): boolean {
  return a.parts.length === b.parts.length && isInOrBelow(a, b)
}

/** Whether the folder `inner` is `outer` or lies anywhere below it. */
export function isInOrBelow(inner: ComparablePath, outer: ComparablePath): boolean {
  return inner.root === outer.root && outer.parts.every((part, at) => part === inner.parts[at])
}
