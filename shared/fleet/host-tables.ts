/** What plain rows tell of one host, over several questions and over changes of their answers. */
import type { AnswerPlace } from '../model/fleet.ts'
import { isRow, type Row } from './cells.ts'
import type { HostAnswer } from './envelopes.ts'
import type { FleetFacts } from './facts.ts'
import { isNewer } from './merge.ts'
import { factsOfTables, tableOf, type RowSieve, type TableName } from './table-rows.ts'

export interface HostTables {
  readonly name: string
  readonly id: string | null
  /** Of the first answer. */
  readonly place: AnswerPlace
  /** False where none of the rows is of a table that matters. */
  readonly add: (
    rows: readonly unknown[],
    query: string,
    change: HostAnswer['change'],
    atMs: number | null,
  ) => boolean
  readonly facts: () => { readonly facts: FleetFacts; readonly atMs: number | null }
}

interface Answer {
  readonly table: TableName
  readonly rows: Row[]
  atMs: number | null
}

/** A PC that runs a program a thousand times is no PC. */
const mostRows = 1_000
/** So many questions of one host count. */
const mostAnswers = 64

export function createHostTables(
  name: string,
  id: string | null,
  sieve: RowSieve,
  place: AnswerPlace,
): HostTables {
  const answers = new Map<string, Answer>()
  let systemDrive: string | null = null

  const answerTo = (query: string, table: TableName, atMs: number | null): Answer => {
    const key = `${table} ${query}`
    const found = answers.get(key)
    if (found !== undefined) return found
    const made: Answer = { table, rows: [], atMs }
    if (answers.size < mostAnswers) answers.set(key, made)
    return made
  }

  /** Where such rows go; null where a newer answer to the same question is there. */
  const openedRows = (
    table: TableName,
    query: string,
    change: HostAnswer['change'],
    atMs: number | null,
  ): Row[] | null => {
    const answer = answerTo(query, table, atMs)
    // Rows of one CSV come one by one, without a question.
    if (change === 'all' && query !== '') {
      if (answer.rows.length > 0 && !isNewer(atMs, answer.atMs)) return null
      answer.rows.length = 0
    }
    if (isNewer(atMs, answer.atMs)) answer.atMs = atMs
    return answer.rows
  }

  return {
    name,
    id,
    place,
    add: (rows, query, change, atMs) => {
      let isOurs = false
      const opened = new Map<TableName, Row[] | null>()
      for (const row of rows) {
        if (!isRow(row)) continue
        const table = tableOf(row)
        if (table === null) continue
        isOurs = true
        if (table === 'processes') systemDrive ??= sieve.systemDriveOf(row)
        if (!opened.has(table)) opened.set(table, openedRows(table, query, change, atMs))
        const kept = sieve.keep(row, table)
        const own = kept && opened.get(table)
        if (!own) continue
        if (change === 'removed') remove(own, kept)
        else if (own.length < mostRows) own.push(kept)
      }
      return isOurs
    },
    facts: () => {
      const rows = new Map<TableName, Row[]>()
      let newest: number | null = null
      for (const { table, rows: own, atMs } of answers.values()) {
        rows.set(table, [...(rows.get(table) ?? []), ...own])
        if (atMs !== null && isNewer(atMs, newest)) newest = atMs
      }
      return { facts: factsOfTables({ rows, systemDrive }), atMs: newest }
    },
  }
}

function remove(rows: Row[], gone: Row): void {
  const text = JSON.stringify(gone)
  const at = rows.findIndex((row) => JSON.stringify(row) === text)
  if (at >= 0) rows.splice(at, 1)
}
