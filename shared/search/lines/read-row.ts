/** Cells of a row of Task Manager, tasklist, PowerShell, wmic, sc, reg and their like: by its shape, in any language. */

export interface ReadRow {
  /** What may be the name, a path or a command line, best first. */
  readonly cells: readonly string[]
  /** The tool has left only the beginning of a longer name. */
  readonly isCut: boolean
}

/** tasklist leaves the first 25 letters of a longer name. */
const tasklistWidth = 25

/** Names of values, small and without blanks, dashes or underlines. */
const nameKeys = new Set(
  `name processname imagename image caption servicename displayname path executablepath binarypathname imagepath
  commandline process program application taskname entry file filename description service product abbildname
  nomdelimage nombredeimagen avbildning avbildningsnamn имяобраза`.split(/\s+/),
)

/** Name, process number, session, its number, memory with any grouping and any unit. */
const tasklist =
  /^(\S.{0,300}?)\s{1,60}\d{1,10}\s{1,30}\S.{0,24}?\s{1,30}\d{1,10}\s{1,30}\d[\d.,'’\s]{0,16}\s?\p{L}{1,4}(?:\s|$)/u
const nameAndPid = /^(\S.{0,300}?)(\s{2,}|(?<=\.exe)\s)\d{1,10}(?:\s|$)/iu
const nameThenNumbers = /^([^\s"\\/:=]{1,80})(?:\s{1,40}[\d.,:]{1,20}){1,12}$/u
const numbersThenName = /^((?:[\d.,]{1,20}\s{1,40}){1,8})([^\d\s].{0,300})$/u
const powerShellService =
  /^(?:Running|Stopped|StartPending|StopPending|Paused)\s{1,30}(\S.{0,300}?)(\s{2,}|(?:\.{3}|…)\s{1,30}|\s(?=\S{1,300}$))(\S.*)$/u
const registryValue = /^(\S.{0,200}?)\s{2,}REG_(?:EXPAND_)?SZ\s{1,30}(\S.*)$/u
const keyAndValue = /^["']?([\p{L}\p{N}_ \-()]{2,40}?)["']?\s{0,60}[:=]\s{0,60}(.*)$/u

/** @param line one line, trimmed, at most 2,000 letters. Undefined when it is no row of a tool that we know. */
export function readRow(line: string): ReadRow | undefined {
  return (
    readCells(line) ??
    readTasklist(line) ??
    readRegistryValue(line) ??
    readPowerShell(line) ??
    readNameAndPid(line) ??
    readKeyAndValue(line)
  )
}

/** Separated by tabs, as Task Manager and most other windows copy, by strokes as in a drawn table, or by commas. */
function readCells(line: string): ReadRow | undefined {
  const parts = partsOf(line)
  if (parts === undefined) return undefined
  const cells = parts
    .slice(0, 40)
    .map(bare)
    .filter((cell) => /\p{L}/u.test(cell))
  const programs = cells.filter((cell) => /\.exe\b/i.test(cell))
  if (cells[0] === undefined) return undefined
  return whole([...new Set([...programs.slice(0, 2), ...cells.slice(0, 4)])])
}

/** Without the signs that Markdown and JSON put round a value. */
const bare = (cell: string): string =>
  cell
    .trim()
    .replace(/^[`*~"']{1,3}/u, '')
    .replace(/[`*~"']{1,3},?$/u, '')
    .trim()

function partsOf(line: string): readonly string[] | undefined {
  if (line.includes('\t')) return line.split('\t')
  if (/^\|.*\|/u.test(line)) return line.split('|')
  for (const comma of ['","', '";"']) {
    if (line.startsWith('"') && line.includes(comma)) {
      return line.replace(/^"|"$/gu, '').split(comma)
    }
  }
  // A sentence has blanks behind its commas.
  const isBare = /\.exe(?:,|$)/i.test(line) && !/["/]|,\s/.test(line) && line.includes(',')
  return isBare ? line.split(',') : undefined
}

function readTasklist(line: string): ReadRow | undefined {
  const name = tasklist.exec(line)?.[1]
  if (name === undefined || !/\p{L}/u.test(name)) return undefined
  return { cells: [name], isCut: isCutOff(name) }
}

function readNameAndPid(line: string): ReadRow | undefined {
  const name = nameAndPid.exec(line)?.[1] ?? nameThenNumbers.exec(line)?.[1]
  if (name === undefined || !/\p{L}/u.test(name) || /^[\w()-]+:\\/u.test(name)) return undefined
  return { cells: [name], isCut: isCutOff(name) }
}

const isCutOff = (name: string): boolean => name.length === tasklistWidth && !/\.exe$/i.test(name)

function readRegistryValue(line: string): ReadRow | undefined {
  const [, value, data] = registryValue.exec(line) ?? []
  return value === undefined || data === undefined ? undefined : whole([data, value])
}

function readPowerShell(line: string): ReadRow | undefined {
  const [, numbers = '', name] = numbersThenName.exec(line) ?? []
  const count = numbers.trim().split(/\s+/u).length
  // `29 items could not be synced` is a sentence, `4312 chrome` a row.
  if (name !== undefined && (count >= 5 || !/\s/u.test(name))) return whole([name])
  const [, key, between = '', display] = powerShellService.exec(line) ?? []
  if (key === undefined || display === undefined) return undefined
  return whole(/[.…]/u.test(between) ? [display] : [key, display])
}

function readKeyAndValue(line: string): ReadRow | undefined {
  const [, key, value] = keyAndValue.exec(line) ?? []
  if (key === undefined || value === undefined) return undefined
  if (!nameKeys.has(key.toLowerCase().replace(/[\s_\-()’']+/gu, ''))) return undefined
  const cell = bare(value)
  return cell === '' ? undefined : whole([cell])
}

const whole = (cells: readonly string[]): ReadRow => ({ cells, isCut: false })

const onlySigns = /^[^\p{L}]*$/u
const headings =
  /^"?(?:#type|image ?name|name|caption|node|handles|npm\(k\)|processname|processid|pid|status|id|state|proto)"?(?!\s{0,60}[:=])(?:\s{1,60}[\p{Lu}(]|\t|,|$)/iu
/** Keys of lists that tell of a program, and do not name it. */
const otherKey =
  /^["']?[\p{Lu}_][\p{L}\p{N}_()#%/ .-]{0,38}["']?(?:\s{1,60}:|:\s{2,60}|\s{0,60}=|"\s{0,4}:)/u
const flags = /^\(?[A-Z_]{4,40}(?:, ?[A-Z_]{4,40}){0,20}\)?$/u

/** Headings, drawn lines, numbers and values that name no program: nobody asks about them. */
export function isFurniture(line: string, next: string | undefined): boolean {
  if (onlySigns.test(line) || headings.test(line) || flags.test(line)) return true
  if (isHeading(line) || isAboveRow(line, next) || handle.test(line)) return true
  if (next !== undefined && isRule(next)) return true
  return otherKey.test(line) && readKeyAndValue(line) === undefined
}

/** A handle that a process holds, as Process Explorer and handle.exe list them. */
const handle =
  /^(?:[0-9a-f]{1,8}:\s{1,9})?(?:ALPC Port|Desktop|Directory|EtwRegistration|Event|File|IoCompletion|Key|Mutant|Section|Semaphore|Thread|Timer|Token|WindowStation)(?:\t|\s{2,60}\([RWD-]{3}\)\s)/iu

const columns = new Set(
  `pid processid id type name image imagename imagepath path command commandline process processname status state username
  program location displayname startmode user time entry category company companyname description handlecount priority
  threadcount cpu memory node executablepath verified signer publisher date product productversion fileversion version
  machinetype md5 sha1 sha256`.split(/\s+/),
)

/** At least two names of columns, and nothing else but words. */
function isHeading(line: string): boolean {
  if (line.length > 500 || /\d/.test(line) || isProgram.test(line)) return false
  const cells = line.split(/\t|\s{2,60}|[";,|]{1,3}/u).filter((cell) => cell.trim() !== '')
  const known = cells.filter((cell) => columns.has(cell.toLowerCase().replace(/[\s_]+/gu, '')))
  if (cells.length > 1 && cells.some((cell) => cell.trim() === 'PID')) return true
  return known.length > 1 && known.length * 3 >= cells.length
}

/** In any language: words in as many cells as the row below has, which holds a program or numbers. */
function isAboveRow(line: string, next: string | undefined): boolean {
  if (next === undefined || line.length > 500 || /\d{2}/.test(line) || isProgram.test(line))
    return false
  const cells = partsOf(line) ?? []
  const below = partsOf(next) ?? []
  const isData = (cell: string) =>
    isProgram.test(cell) || /^[\s"']*\d[\d.,:/ APM]*[\s"']*$/.test(cell)
  return cells.length > 2 && cells.length <= below.length && below.some(isData)
}

const isProgram = /\.(?:exe|dll|sys)\b/i

const isRule = (line: string): boolean => /^[=\-+|\s]{3,}$/u.test(line)
