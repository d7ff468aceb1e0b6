/** The filters of the table: a text, a publisher, Microsoft's left out, and what needs a look. */
import { folderAccess, isWritableByUsers } from '../../shared/judge/folder-access.ts'
import type { Places } from '../../shared/model/places.ts'
import { visibleText } from '../../shared/text/visible-text.ts'
import { publisherKey } from './publisher-words.ts'
import type { Row } from './process-rows.ts'
import type { Seen, SeenOf } from './seen.ts'

export interface Filter {
  /** In name, pid, path, command line, publisher or service. */
  readonly text: string
  /** As `publisherKey` gives it. */
  readonly publisher: string | undefined
  readonly hidesMicrosoft: boolean
  readonly onlyUnsigned: boolean
  readonly onlyWritable: boolean
}

export const noFilter: Filter = {
  text: '',
  publisher: undefined,
  hidesMicrosoft: false,
  onlyUnsigned: false,
  onlyWritable: false,
}

export interface FilterContext {
  readonly seenOf: SeenOf
  readonly places: Places | undefined
}

/** Everything that can be searched in a process, in small letters, made once. */
const texts = new WeakMap<Seen, string>()

function textOf({ path, commandLine, services, publisher }: Seen): string {
  return [
    publisher !== null && 'name' in publisher ? publisher.name : '',
    ...[path, commandLine].map((one) => (one.state === 'known' ? one.value : '')),
    ...(services.state === 'known' ? services.value : []),
  ]
    .map((text) => visibleText(text))
    .join('\n')
    .toLowerCase()
}

function searched(seen: Seen): string {
  const kept = texts.get(seen)
  if (kept !== undefined) return kept
  const text = textOf(seen)
  texts.set(seen, text)
  return text
}

/** Microsoft's own programs, and what is part of Windows without a file. */
function isMicrosofts({ publisher }: Seen): boolean {
  if (publisher === null) return false
  return publisher.kind === 'system' || (publisher.kind === 'signed' && publisher.isMicrosoft)
}

function isUnsigned({ publisher }: Seen): boolean {
  return publisher?.kind === 'unsigned'
}

/** In a folder that everybody who uses the PC may write to. */
function isInWritableFolder({ path }: Seen, places: Places | undefined): boolean {
  if (path.state !== 'known' || places === undefined) return false
  return isWritableByUsers(folderAccess(path.value, places))
}

/** @returns `rows` itself when nothing is filtered. */
export function filterRows(
  rows: readonly Row[],
  filter: Filter,
  { seenOf, places }: FilterContext,
): readonly Row[] {
  const wanted = visibleText(filter.text.trim()).toLowerCase()
  const { publisher, hidesMicrosoft, onlyUnsigned, onlyWritable } = filter
  const hasNone =
    wanted === '' && publisher === undefined && !hidesMicrosoft && !onlyUnsigned && !onlyWritable
  if (hasNone) return rows
  const isNumber = /^\d+$/.test(wanted)
  return rows.filter((row) => {
    const seen = seenOf(row)
    if (hidesMicrosoft && isMicrosofts(seen)) return false
    if (onlyUnsigned && !isUnsigned(seen)) return false
    if (onlyWritable && !isWritable(seen, places)) return false
    if (publisher !== undefined) {
      if (seen.publisher === null || publisherKey(seen.publisher) !== publisher) return false
    }
    return (
      wanted === '' ||
      row.folded.includes(wanted) ||
      (isNumber && String(row.process.pid).includes(wanted)) ||
      searched(seen).includes(wanted)
    )
  })
}

export interface ChipCounts {
  readonly microsoft: number
  readonly unsigned: number
  readonly writable: number
}

/** How many rows each of the filters is about. */
export function countChips(
  rows: readonly Row[],
  seenOf: SeenOf,
  places: Places | undefined,
): ChipCounts {
  const counts = { microsoft: 0, unsigned: 0, writable: 0 }
  for (const row of rows) {
    const seen = seenOf(row)
    if (isMicrosofts(seen)) counts.microsoft += 1
    if (isUnsigned(seen)) counts.unsigned += 1
    if (isWritable(seen, places)) counts.writable += 1
  }
  return counts
}

/** Reading a path is slow, and the same ones are asked about with every look. */
const writable = new WeakMap<Places, Map<string, boolean>>()

function isWritable(seen: Seen, places: Places | undefined): boolean {
  if (seen.path.state !== 'known' || places === undefined) return false
  let known = writable.get(places)
  if (known === undefined) writable.set(places, (known = new Map<string, boolean>()))
  const path = seen.path.value
  const kept = known.get(path)
  if (kept !== undefined) return kept
  const answer = isInWritableFolder(seen, places)
  known.set(path, answer)
  return answer
}
