/** One file of a fleet: its kind told by its beginning, its records handed to the collector one by one. */
import { StringDecoder } from 'node:string_decoder'
import { createCsvSplitter, type CsvDialect } from '../../shared/fleet/split-csv.ts'
import { createJsonSplitter } from '../../shared/fleet/split-json.ts'
import { reportSizeLimitBytes } from '../report/read-report.ts'
import { systemCode } from '../report/write-report.ts'
import { bytesOf, readHead, textEncodingOf, textOfHead, type FileHead } from './file-bytes.ts'
import { fileKindOf } from '../report/file-kind.ts'
import {
  parsed,
  recordsOf,
  type FileReading,
  type FleetFile,
  type Records,
} from './file-records.ts'
import { createLineSplitter, longestLineBytes } from './split-lines.ts'

/** @param opening its beginning, where that is being read already. */
export async function readFleetFile(
  file: FleetFile,
  reading: FileReading,
  opening = readHead(file.path),
): Promise<void> {
  const { collector, signal } = reading
  const head = await opening
  if ('problem' in head) {
    collector.addProblem(file.name, head.problem, head.detail)
    return
  }
  try {
    await readKind(head, file, reading)
  } catch (error) {
    // What has no code of the system is no trouble with the file.
    if (signal.aborted || !(error instanceof Error && 'code' in error)) throw error
    collector.addProblem(file.name, 'denied', systemCode(error))
  }
}

async function readKind(head: FileHead, file: FleetFile, reading: FileReading): Promise<void> {
  const found = fileKindOf(textOfHead(head), head.isWhole)
  const records = recordsOf(file, reading)
  const bytes = bytesOf(head, reading)
  switch (found.kind) {
    case 'lines':
      return readLines(bytes, file, reading, records)
    case 'document':
      return readDocument(bytes, file, reading, records)
    case 'csv':
      return readCsv(bytes, found.dialect, textEncodingOf(head), file, reading, records)
    case 'binary':
    case 'empty':
      reading.collector.addProblem(file.name, found.kind)
      return
    case 'html':
    case 'unknown':
      reading.collector.addProblem(file.name, 'unknown-kind')
  }
}

async function readLines(
  bytes: AsyncIterable<Buffer>,
  { name }: FleetFile,
  { collector }: FileReading,
  records: Records,
): Promise<void> {
  const splitter = createLineSplitter({
    onLine: (bytes, from, to, at, isLast) => {
      if (!records.addBytes(bytes, from, to, at)) {
        collector.addProblem(`${name}:${at}`, isLast ? 'cut' : 'broken')
      }
    },
    onTooLong: (at) => {
      collector.addProblem(`${name}:${at}`, 'too-long')
    },
  })
  for await (const chunk of bytes) {
    splitter.feed(chunk)
    await records.settle()
  }
  splitter.end()
  await records.settle()
}

async function readDocument(
  bytes: AsyncIterable<Buffer>,
  { name }: FleetFile,
  { collector }: FileReading,
  records: Records,
): Promise<void> {
  let elements = 0
  let wholes = 0
  let host: object | null = null
  const splitter = createJsonSplitter(
    {
      onHead: (bytes) => {
        host = hostOf(parsed(bufferOf(bytes).toString('utf8')))
      },
      onElement: (bytes, at) => {
        elements += 1
        const record = host === null ? null : parsed(bufferOf(bytes).toString('utf8'))
        if (typeof record === 'object' && record !== null) records.add({ ...host, ...record }, at)
        else if (!records.addBytes(bufferOf(bytes), 0, bytes.length, at))
          collector.addProblem(`${name}:${at}`, 'broken')
      },
      onWhole: (bytes) => {
        const rest = parsed(bufferOf(bytes).toString('utf8'))
        if (rest === undefined) collector.addProblem(name, 'broken')
        else if (isEnvelope(rest)) {
          if (isClipped(rest)) collector.addProblem(name, 'clipped')
          if (elements === 0) collector.addProblem(name, 'no-rows')
        } else {
          records.add(rest, wholes)
        }
        // Several texts may follow one another in one file.
        wholes += 1
      },
      onTooLong: (at) => {
        if (at === 0) collector.addProblem(name, 'too-large')
        else collector.addProblem(`${name}:${at}`, 'too-long')
      },
    },
    { longestElement: longestLineBytes, longestWhole: reportSizeLimitBytes },
  )
  for await (const chunk of bytes) {
    splitter.feed(chunk)
    await records.settle()
  }
  if (!splitter.end()) collector.addProblem(name, 'cut')
}

async function readCsv(
  bytes: AsyncIterable<Buffer>,
  dialect: CsvDialect,
  encoding: 'utf8' | 'latin1',
  { name }: FleetFile,
  { collector }: FileReading,
  records: Records,
): Promise<void> {
  let rows = 0
  const splitter = createCsvSplitter(dialect, {
    onRow: (row, at) => {
      rows += 1
      records.add(row, at)
    },
    onBroken: (at) => collector.addProblem(`${name}:${at}`, 'csv-quotes'),
  })
  const decoder = new StringDecoder(encoding)
  for await (const chunk of bytes) splitter.feed(decoder.write(chunk))
  splitter.end()
  if (rows === 0) collector.addProblem(name, 'no-rows')
}

const bufferOf = ({ buffer, byteOffset, length }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, length)

/** Fleet's answer for one host names it once, and not with each row. */
function hostOf(head: unknown): object | null {
  if (typeof head !== 'object' || head === null || !('host_id' in head)) return null
  const { host_id, host_name, last_fetched } = head as Record<string, unknown>
  return { host_id, host_name, last_fetched }
}

/** What is left of an answer without its elements: a bare array, or the head of Fleet's or Graph's. */
function isEnvelope(rest: unknown): boolean {
  if (Array.isArray(rest)) return true
  const array =
    typeof rest === 'object' &&
    rest !== null &&
    ('results' in rest ? rest.results : 'value' in rest ? rest.value : null)
  return Array.isArray(array)
}

const isClipped = (rest: unknown): boolean =>
  typeof rest === 'object' &&
  rest !== null &&
  'report_clipped' in rest &&
  rest.report_clipped === true
