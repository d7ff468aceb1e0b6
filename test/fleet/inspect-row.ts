/** What the judge says of one process row of osquery's. */
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { readyToCompare } from '../../shared/catalogue/confusables.ts'
import { createLookAlikeFinder } from '../../shared/catalogue/look-alike.ts'
import type { Row } from '../../shared/fleet/cells.ts'
import { judgeFacts } from '../../shared/fleet/judge-facts.ts'
import { factsOfTables } from '../../shared/fleet/table-rows.ts'
import type { Instance } from '../../shared/model/inspection.ts'

export async function inspectRow(row: Row): Promise<readonly Instance[]> {
  await readyToCompare(['é'])
  const catalogue = readCatalogue()
  const facts = factsOfTables({ rows: new Map([['processes', [row]]]), systemDrive: 'C:' })
  const inspection = judgeFacts({
    facts,
    catalogue,
    lookAlikes: createLookAlikeFinder(catalogue.processes),
    takenAtUtc: '2026-11-27T10:00:00.000Z',
  })
  return inspection.processes.flatMap(({ instances }) => instances)
}
