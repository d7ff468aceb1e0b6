/** Many PCs out of files and folders. */
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { readyToCompare } from '../../shared/catalogue/confusables.ts'
import { createLookAlikeFinder, type LookAlikeFinder } from '../../shared/catalogue/look-alike.ts'
import { createCollector } from '../../shared/fleet/collect.ts'
import type { Fleet, FleetProgress } from '../../shared/model/fleet.ts'
import { createAlikeLines } from './alike-lines.ts'
import { readHead } from './file-bytes.ts'
import { findFleetFiles } from './find-files.ts'
import { judgeReportRecord } from './judge-report.ts'
import type { FileReading, FleetFile } from './file-records.ts'
import { readFleetFile } from './read-file.ts'

export interface FleetOptions {
  readonly now?: Date
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: FleetProgress) => void
}

export interface ReadFleet extends Fleet {
  readonly files: readonly FleetFile[]
  /** How many combinations of facts were judged. */
  readonly judged: number
}

const toldEveryMs = 200
const filesAhead = 8

/** Rejects where it is cancelled, and for nothing else. */
export async function readFleet(
  paths: readonly string[],
  options: FleetOptions = {},
): Promise<ReadFleet> {
  const { now = new Date(), signal = new AbortController().signal, onProgress } = options
  const catalogue = readCatalogue()
  // A sign beyond ASCII may be in any name.
  await readyToCompare(['\u00e9'])
  let finder: LookAlikeFinder | undefined
  // Lines alone ask for none.
  const lookAlikes = () => (finder ??= createLookAlikeFinder(catalogue.processes))
  const collector = createCollector({
    catalogue,
    lookAlikes: {
      check: (name) => lookAlikes().check(name),
      find: (processes) => lookAlikes().find(processes),
    },
    nowMs: now.getTime(),
  })
  const found = await findFleetFiles(paths, signal)
  for (const { source, problem, detail } of found.problems)
    collector.addProblem(source, problem, detail)
  const alike = createAlikeLines()
  let bytes = 0
  let files = 0
  let toldAt = Date.now()
  const tell = () => {
    if (onProgress === undefined || Date.now() - toldAt < toldEveryMs) return
    toldAt = Date.now()
    onProgress({ bytes, files, allFiles: found.files.length, pcs: collector.count() })
  }
  const reading: FileReading = {
    collector,
    alike,
    signal,
    onBytes: (more) => {
      bytes += more
      tell()
    },
    judgeReport: (record, place) => judgeReportRecord(record, place, collector, catalogue),
  }
  // A share answers slowly, and most files are one short answer: the next ones are read while one is judged.
  const heads: ReturnType<typeof readHead>[] = []
  for (const [at, file] of found.files.entries()) {
    signal.throwIfAborted()
    for (const { path } of found.files.slice(at + heads.length, at + filesAhead))
      heads.push(readHead(path))
    await readFleetFile(file, reading, heads.shift())
    files += 1
    tell()
  }
  return { ...collector.finish(), files: found.files, judged: collector.judged() }
}
