/** One PC out of many, read again from its file and judged whole, so that it opens like any report. */
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { createLookAlikeFinder } from '../../shared/catalogue/look-alike.ts'
import type { Row } from '../../shared/fleet/cells.ts'
import { createCollector } from '../../shared/fleet/collect.ts'
import { judgeFacts } from '../../shared/fleet/judge-facts.ts'
import { factsOf } from '../../shared/fleet/own-facts.ts'
import { isoOf } from '../../shared/fleet/times.ts'
import type { FleetPc } from '../../shared/model/fleet.ts'
import type { Inspection } from '../../shared/model/inspection.ts'
import type { PcFacts } from '../../shared/model/pc-facts.ts'
import { reportSchema } from '../../shared/report/schema/report-schema.ts'
import { inspect } from '../inspection/inspect.ts'
import { recordedSources } from '../sources/recorded-sources.ts'
import type { FleetFile } from './file-records.ts'
import { readFleetFile } from './read-file.ts'

export interface OpenedPc {
  readonly name: string
  readonly inspection: Inspection
  readonly pcFacts?: PcFacts
}

/** Null where the file is not what it was. */
export async function openPc(pc: FleetPc, file: FleetFile): Promise<OpenedPc | null> {
  const catalogue = readCatalogue()
  const record = await recordAt(pc, file)
  if (record === null) return null
  if (pc.kind === 'report') {
    const parsed = reportSchema.safeParse(record)
    if (!parsed.success) return null
    const sources = recordedSources(parsed.data)
    const inspected = await inspect(sources, { catalogue })
    if (!inspected.ok) return null
    const pcFacts = await sources.pcFacts({ signal: new AbortController().signal })
    return { name: pc.name, inspection: inspected.value.inspection, pcFacts }
  }
  const facts = factsOf(record, catalogue)
  if (facts === null) return null
  const inspection = judgeFacts({
    facts,
    catalogue,
    lookAlikes: createLookAlikeFinder(catalogue.processes),
    takenAtUtc: isoOf(pc.atMs) ?? new Date().toISOString(),
  })
  return { name: pc.name, inspection }
}

/** Reads the file as before, and keeps what stands at the PC's place. */
async function recordAt(pc: FleetPc, file: FleetFile): Promise<Row | null> {
  const catalogue = readCatalogue()
  let found: Row | null = null
  const collector = createCollector({
    catalogue,
    lookAlikes: { check: () => null, find: () => [] },
    nowMs: Date.now(),
    onOwn: (row, place) => {
      if (place.at === pc.place.at && place.part === pc.place.part) found = row
    },
  })
  await readFleetFile(file, {
    collector,
    alike: null,
    signal: new AbortController().signal,
    onBytes: () => {},
    judgeReport: () => Promise.resolve(),
  })
  return found
}
