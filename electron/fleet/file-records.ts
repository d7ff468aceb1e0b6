/** Records of one file: compared, parsed, taken out of what carried them, and handed to the collector one by one. */
import type { FleetCollector, RecordPlace, ReportRecord } from '../../shared/fleet/collect.ts'
import type { AlikeLines } from './alike-lines.ts'
import type { ReadProgress } from './file-bytes.ts'
import { answersIn } from './wrapped.ts'

export interface FleetFile {
  readonly path: string
  /** As messages name it: below the folder that was chosen. */
  readonly name: string
  /** Its number among the files that are read. */
  readonly index: number
}

export interface FileReading extends ReadProgress {
  readonly collector: FleetCollector
  /** Null where each line has to be parsed. */
  readonly alike: AlikeLines | null
  readonly judgeReport: (record: ReportRecord, place: RecordPlace) => Promise<void>
}

export interface Records {
  /** @returns whether it is a JSON text. */
  readonly addBytes: (bytes: Buffer, from: number, to: number, at: number) => boolean
  readonly add: (record: unknown, at: number) => void
  /** Judges the reports that came: until then nobody waits for it. */
  readonly settle: () => Promise<void>
}

export function recordsOf(
  file: FleetFile,
  { collector, alike, judgeReport }: FileReading,
): Records {
  const { name, index } = file
  const reports: (readonly [ReportRecord, RecordPlace])[] = []
  const baseName = name.slice(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')))
  const stem = baseName.replace(/\.[^.]{1,8}$/, '')
  const placeOf = (at: number): RecordPlace => ({ file: index, at, name, stem })
  /** @param text where it may come again with another name and time. */
  const addOne = (record: unknown, place: RecordPlace, text = '') => {
    const added = collector.add(record, place)
    if (added === null) return
    if ('report' in added) reports.push([added, place])
    else if (text !== '') alike?.learn(text, added, collector.read)
  }
  const add = (record: unknown, place: RecordPlace, text = '') => {
    const [first, ...others] = answersIn(record)
    addOne(first, place, first === record ? text : '')
    for (const [at, other] of others.entries()) addOne(other, { ...place, part: at + 1 })
  }
  return {
    add: (record, at) => {
      add(record, placeOf(at))
    },
    addBytes: (bytes, start, to, at) => {
      const place = placeOf(at)
      const from = startOfJson(bytes, start, to)
      const known = alike?.find(bytes, from, to)
      if (known !== undefined) {
        collector.addAnswer(known, place)
        return true
      }
      const text = bytes.toString('utf8', from, to)
      const record = parsed(text)
      if (record !== undefined) add(record, place, text)
      return record !== undefined
    },
    settle: async () => {
      while (reports.length > 0) {
        const [next] = reports.splice(0, 1)
        if (next !== undefined) await judgeReport(next[0], next[1])
      }
    },
  }
}

const openBrace = 0x7b

/** Collectors of logs write a time and their own name in front, and joined files have a byte order mark in between. */
function startOfJson(bytes: Buffer, from: number, to: number): number {
  if (bytes[from] === openBrace) return from
  const start = bytes.indexOf(openBrace, from)
  if (start < 0 || start >= to) return from
  return /["[]/.test(bytes.toString('latin1', from, start).replace(/\[\d+\]/g, '')) ? from : start
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
