/** Which process does a row of Task Manager, tasklist, PowerShell, wmic, sc or reg speak of? */

export interface ReadRow {
  /** What may be the name, a path or a command line, best first. */
  readonly cells: readonly string[]
  /** tasklist leaves only the first 25 letters of a longer name. */
  readonly isCut: boolean
}

/** What is longer is no row that somebody copied. */
const longestRow = 2_000
const tasklistWidth = 25

/** Names of values, small and without blanks, dashes or underlines. */
const keys = new Set(
  'name processname imagename image caption servicename displayname path executablepath binarypathname imagepath commandline'.split(
    ' ',
  ),
)

const tasklist =
  /^(\S.{0,300}?)\s+\d{1,10}\s+\S.{0,24}?\s+\d{1,10}\s+\d[\d.,'’\s]{0,16}\s?[KM]B?(?:\s|$)/iu
const nameAndPid = /^(\S.{0,300}?)(\s{2,}|(?<=\.exe)\s)\d{1,10}(?:\s|$)/iu
const powerShellProcess = /^(?:[\d.,]+\s+){5,8}([^\d\s].*)$/u
const powerShellService =
  /^(?:Running|Stopped|StartPending|StopPending|Paused)\s{2,}(\S.{0,300}?)(\s{2,}|\.{3}\s)(\S.*)$/u
const registryValue = /^(\S.{0,200}?)\s{2,}REG_(?:EXPAND_)?SZ\s+(\S.*)$/u
const keyAndValue = /^([\p{L}_ -]{2,40}?)\s{0,60}[:=]\s{0,60}(\S.*)$/u

/** @param line one line, trimmed. Undefined when it is no row of a tool that we know. */
export function readRow(line: string): ReadRow | undefined {
  if (line.length > longestRow) return undefined
  return (
    readCells(line) ??
    readTasklist(line) ??
    readRegistryValue(line) ??
    readPowerShell(line) ??
    readNameAndPid(line) ??
    readKeyAndValue(line)
  )
}

/** Separated by tabs, as Task Manager and most other windows copy, or by commas, in quotes or without. */
function readCells(line: string): ReadRow | undefined {
  const parts = partsOf(line)
  if (parts === undefined) return undefined
  const cells = parts
    .slice(0, 40)
    .map((cell) => cell.trim())
    .filter((cell) => /\p{L}/u.test(cell))
  const programs = cells.filter((cell) => /\.exe\b/i.test(cell))
  const first = cells[0]
  if (first === undefined) return undefined
  return whole([...new Set([...programs.slice(0, 2), first])])
}

function partsOf(line: string): readonly string[] | undefined {
  if (line.includes('\t')) return line.split('\t')
  if (line.startsWith('"') && line.includes('","')) {
    return line.replace(/^"|"\s*$/g, '').split('","')
  }
  // A sentence has blanks behind its commas.
  const isBare = /\.exe(?:,|$)/i.test(line) && !/["\\/]|,\s/.test(line) && line.includes(',')
  return isBare ? line.split(',') : undefined
}

function readTasklist(line: string): ReadRow | undefined {
  const name = tasklist.exec(line)?.[1]
  if (name === undefined) return undefined
  return { cells: [name], isCut: name.length === tasklistWidth && !/\.exe$/i.test(name) }
}

function readNameAndPid(line: string): ReadRow | undefined {
  const name = nameAndPid.exec(line)?.[1]
  if (name === undefined || !/\p{L}/u.test(name)) return undefined
  return { cells: [name], isCut: name.length === tasklistWidth && !/\.exe$/i.test(name) }
}

function readRegistryValue(line: string): ReadRow | undefined {
  const [, value, data] = registryValue.exec(line) ?? []
  return value === undefined || data === undefined ? undefined : whole([data, value])
}

function readPowerShell(line: string): ReadRow | undefined {
  const process = powerShellProcess.exec(line)?.[1]
  if (process !== undefined) return whole([process])
  const [, key, gap, display] = powerShellService.exec(line) ?? []
  if (key === undefined || display === undefined) return undefined
  // PowerShell ends what it cuts with three dots.
  return whole(gap?.startsWith('.') === true ? [display] : [key, display])
}

function readKeyAndValue(line: string): ReadRow | undefined {
  const [, key, value] = keyAndValue.exec(line) ?? []
  if (key === undefined || value === undefined) return undefined
  return keys.has(key.toLowerCase().replace(/[\s_-]+/g, '')) ? whole([value]) : undefined
}

const whole = (cells: readonly string[]): ReadRow => ({ cells, isCut: false })

const rule = /^[=\-\s]{3,}$/
const headings =
  /^"?(?:image ?name|name|caption|node|handles|npm\(k\)|processname|processid|status|id)"?(?:\s{2,}|\t|,|$)/i

/** The rows without headings and the lines drawn beneath them. @param lines trimmed, none empty. */
export function withoutHeadings(lines: readonly string[]): readonly string[] {
  const rows = lines.filter(
    (line, at) => !rule.test(line) && !isRuled(lines[at + 1]) && !headings.test(line),
  )
  return rows.length === 0 ? lines : rows
}

const isRuled = (next: string | undefined): boolean => next !== undefined && rule.test(next)
