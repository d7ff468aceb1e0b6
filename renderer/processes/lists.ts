/** The rows of the three lists: Apple's that run, all that Apple lists, everything that runs. */
import type {
  Catalogue,
  CatalogueProcess,
} from '../../shared/catalogue/schemas/catalogue-schema.ts'
import type { ProcessListId } from '../../shared/model/list-options.ts'
import type { ExaminedProcess } from '../../shared/model/inspection.ts'
import { absentRow, newRow, type FindEntry, type Row } from './process-rows.ts'
import { judgedOf, type Judgements } from './seen.ts'

export type Lists = Readonly<Record<ProcessListId, readonly Row[]>>

/** Apple's lists of its article, one and the other. */
function listedByApple({ editions, processes }: Pick<Catalogue, 'editions' | 'processes'>) {
  const ids = new Set(editions.flatMap(({ core, sync }) => [...core, ...sync]))
  return processes.filter(({ id }) => ids.has(id))
}

const absentRows = new WeakMap<CatalogueProcess, Row>()

export function rowOfAbsent(entry: CatalogueProcess): Row {
  const row = absentRows.get(entry) ?? absentRow(entry)
  absentRows.set(entry, row)
  return row
}

/** As long as there is no list, or it is older than the check. */
const rowsOfExamined = new WeakMap<ExaminedProcess, Row>()

function rowOfExamined(process: ExaminedProcess, findEntry: FindEntry): Row {
  const row = rowsOfExamined.get(process) ?? newRow(process, new Set(), findEntry)
  rowsOfExamined.set(process, row)
  return row
}

interface Question {
  /** What runs, as the list has it, those that have just ended among them. */
  readonly rows: readonly Row[]
  readonly judgements: Judgements
  readonly catalogue: Catalogue
  readonly findEntry: FindEntry
  /** Whether anything is known of what runs: until then nothing is said not to. */
  readonly isKnown: boolean
}

export function makeLists({ rows, judgements, catalogue, findEntry, isKnown }: Question): Lists {
  const taken = new Set<number>()
  const running: Row[] = []
  for (const row of rows) {
    const judged = judgedOf(row, judgements)
    if (judged === undefined) continue
    taken.add(row.process.pid)
    running.push(row)
  }
  for (const [pid, { process }] of judgements) {
    if (!taken.has(pid)) running.push(rowOfExamined(process, findEntry))
  }
  const listed = listedByApple(catalogue)
  const ids = new Set(listed.map(({ id }) => id))
  const apple = running.filter(({ process }) => {
    const subject = judgements.get(process.pid)?.subject
    return subject?.kind === 'catalogue' && ids.has(subject.id)
  })
  const present = new Set(apple.map(({ process }) => judgements.get(process.pid)?.subject.id))
  const absent = isKnown ? listed.filter(({ id }) => !present.has(id)).map(rowOfAbsent) : []
  return { running, apple: [...apple, ...absent], all: rows }
}
