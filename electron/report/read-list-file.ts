/** A text file that holds a list of one PC's programs, as any tool saves it: no report, no page, and no table of many PCs. */
import { stat } from 'node:fs/promises'
import { engineKeys, fileKindOf } from './file-kind.ts'
import { decodeText } from '../../shared/report/read/decode-text.ts'
import { pastedText } from './pasted-text.ts'
import { readFileBytes } from './read-report.ts'

const headBytes = 64_000

export interface ListFile {
  readonly text: string
  readonly takenAtUtc: string
}

/** @returns undefined for whatever else it is, also where it cannot be read: others say what or why. */
export async function readListFile(file: string): Promise<ListFile | undefined> {
  const head = await readFileBytes(file, headBytes)
  if (!head.ok || !isList(head.value)) return undefined
  const whole = await readFileBytes(file)
  const text = whole.ok ? pastedText(whole.value) : whole
  if (!text.ok) return undefined
  const changed = await stat(file).catch(() => undefined)
  return { text: text.value, takenAtUtc: (changed?.mtime ?? new Date()).toISOString() }
}

function isList(head: Uint8Array): boolean {
  const kind = decodeText(head.subarray(0, 16), () => undefined)
  if (!kind.ok && kind.failure !== 'encoding') return false
  const text = pastedText(head)
  if (!text.ok) return false
  const found = fileKindOf(text.value.replaceAll('\0', ''), true)
  if (found.kind === 'csv') return !isTableOfMany(text.value, found.dialect.delimiter)
  if (found.kind === 'unknown') return true
  // `[svchost.exe]` begins a row of netstat, `[{` a text in JSON.
  if (/^\s*\[[^\s{[\]"]/.test(text.value)) return true
  if (found.kind !== 'document' && found.kind !== 'lines') return false
  return isJsonOfPrograms(text.value)
}

/**
 * Of a report its version stands in its beginning, engines write their names in small letters, and many PCs have names;
 * a list has keys under which PowerShell names a program.
 */
const isJsonOfPrograms = (text: string) =>
  !/"schemaVersion"\s*:|"(?:PS)?(?:Computer|Host|Device)[ _]?(?:Name|Id)"\s*:\s*"/i.test(text) &&
  !engineKeys.test(text) &&
  (/"(?:[A-Z][A-Za-z]{0,20})?(?:Name|Path|Image|CommandLine|Process|Caption)"\s*:/.test(text) ||
    /^\s*\[\s*"/.test(text))

/** Columns of hosts, of an engine's SQL, or whole answers in cells. */
function isTableOfMany(text: string, delimiter: string): boolean {
  const [first = ''] = text.replace(/^sep=.\r?\n/i, '').split(/\r?\n/, 1)
  const cells = first.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, ''))
  return (
    cells.every((cell) => /^[a-z][a-z\d_]*$/.test(cell)) ||
    cells.some((cell) =>
      /^(?:ps)?(?:host|device|computer)[ _]?(?:name|id|identifier|display_?name)?$/i.test(cell),
    ) ||
    /ScriptOutput|DetectionState/i.test(first) ||
    /[{]""?[a-z]/i.test(text)
  )
}
