/** A fleet out of the records of any number of files: recognised, judged once a combination, merged by PC. */
import type { LookAlikeFinder } from '../catalogue/look-alike.ts'
import type { Catalogue } from '../catalogue/schema.ts'
import type {
  AnswerPlace,
  Fleet,
  FleetPc,
  FleetProblem,
  PcVerdict,
  Unreadable,
} from '../model/fleet.ts'
import { lineOf } from '../report/line/read-line.ts'
import { pathKey } from '../judge/windows-path.ts'
import { visibleText } from '../text/visible-text.ts'
import { isRow, numberOf, textIn, type Row } from './cells.ts'
import { recognise, type HostAnswer } from './envelopes.ts'
import { judgeFacts, verdictOf } from './judge-facts.ts'
import { rawLineKey, verdictOfLine } from './line-verdict.ts'
import { isNewer, mergeByName } from './merge.ts'
import { factsOf, keyOf, markOf } from './own-facts.ts'
import { createHostTables, type HostTables } from './host-tables.ts'
import { createRowSieve } from './table-rows.ts'
import { readTime } from './times.ts'
import { createVerdictCache } from './verdict-cache.ts'

export interface CollectOptions {
  readonly catalogue: Catalogue
  /** Ready for any name. */
  readonly lookAlikes: LookAlikeFinder
  readonly nowMs: number
  /** How many combinations are kept; for tests. */
  readonly cacheSize?: number
  /** Told each report and answer to this program's question; then nothing is judged. */
  readonly onOwn?: (row: Row, place: RecordPlace) => void
}

/** Where a record comes from. */
export interface RecordPlace extends AnswerPlace {
  /** For messages: `inventory.ndjson:17`. */
  readonly source: () => string
  /** What a PC is called whose answer does not tell: the file's name without its ending. */
  readonly stem: string
}

/** A whole report: judging it is the caller's, because it takes time. */
export interface ReportRecord {
  readonly report: Row
  readonly host: string
  readonly id: string | null
  readonly at: unknown
}

export interface FleetCollector {
  /** Returns a report that the caller has to judge, and null for everything else. */
  readonly add: (record: unknown, place: RecordPlace) => ReportRecord | null
  readonly addJudged: (
    one: Omit<ReportRecord, 'report'>,
    verdict: PcVerdict,
    place: RecordPlace,
  ) => void
  readonly addProblem: (source: string, problem: FleetProblem, detail?: string) => void
  readonly count: () => number
  readonly finish: () => Fleet
  /** How many combinations of facts were judged. */
  readonly judged: () => number
}

/** More messages than anybody reads; the others are counted. */
const mostMessages = 1_000
const longestName = 255

export function createCollector(options: CollectOptions): FleetCollector {
  const { catalogue, lookAlikes, nowMs } = options
  const verdicts = createVerdictCache(options.cacheSize)
  const sieve = createRowSieve(catalogue, (name) => lookAlikes.check(name) !== null)
  const takenAtUtc = new Date(nowMs).toISOString()
  const pcs = new Map<string, FleetPc>()
  const tables = new Map<string, HostTables>()
  const unreadable: Unreadable[] = []
  const foreign = new Set<string>()
  let more = 0
  let hasIds = false

  const addProblem: FleetCollector['addProblem'] = (source, problem, detail = '') => {
    if (unreadable.length < mostMessages) {
      unreadable.push({ source: visibleText(source), problem, detail: visibleText(detail) })
    } else more += 1
  }

  /** Bare rows of one file are one PC's; reports and lines without a name are one each. */
  const hostOf = (host: string, id: string | null, { stem, at }: RecordPlace, isRow = false) => {
    const name = nameOf(host === '' ? (isRow || at <= 1 ? stem : `${stem}:${at}`) : host)
    if (id !== null) hasIds = true
    return { name, key: id ?? `:${pathKey(name)}` }
  }

  const keep = (
    one: Omit<ReportRecord, 'report'>,
    kind: FleetPc['kind'],
    verdict: PcVerdict,
    place: RecordPlace,
  ) => {
    const { name, key } = hostOf(one.host, one.id, place)
    const time = readTime(one.at, nowMs)
    if (time.state === 'future') addProblem(place.source(), 'future', name)
    const at = time.state === 'known' ? time.at : null
    const before = pcs.get(key)
    if (before !== undefined && !isNewer(at, before.at)) return
    const { file, at: row } = place
    pcs.set(key, { name, id: one.id, verdict, at, kind, place: { file, at: row } })
  }

  const judge = (row: Row): PcVerdict | null => {
    const facts = factsOf(row, catalogue)
    if (facts === null) return null
    const inspection = judgeFacts({ facts, catalogue, lookAlikes, takenAtUtc })
    return verdictOf(inspection, inspection.findings)
  }

  const addFacts = (row: Row, one: Omit<ReportRecord, 'report'>, place: RecordPlace) => {
    const key = keyOf(row)
    const verdict = key === null ? null : verdicts.get(key, () => judge(row))
    if (verdict === null) {
      addProblem(place.source(), 'missing-columns', one.host)
      return
    }
    const own = textIn(row, 'computer')
    const at = numberOf(row['at']) ?? one.at
    keep({ host: own === '' ? one.host : own, id: one.id, at }, 'facts', verdict, place)
  }

  const addOwn = (
    value: Row,
    one: Omit<ReportRecord, 'report'>,
    place: RecordPlace,
  ): ReportRecord | null => {
    if (options.onOwn !== undefined) {
      options.onOwn(value, place)
      return null
    }
    if (typeof value['inspector'] === 'string') {
      const mark = markOf(value)
      if (mark === 'own') addFacts(value, one, place)
      else addProblem(place.source(), mark === 'newer' ? 'newer' : 'unknown-kind', one.host)
      return null
    }
    if (typeof value['schemaVersion'] === 'number') {
      return { ...one, report: value }
    }
    const key = rawLineKey(value)
    const verdict = key === null ? null : verdicts.get(key, () => lineVerdict(value))
    if (verdict === null) {
      const line = lineOf(value)
      const isLater = !line.ok && line.failure === 'newer'
      addProblem(place.source(), isLater ? 'newer' : 'missing-columns', one.host)
      return null
    }
    const { label = '' } = value
    const host = one.host === '' && typeof label === 'string' ? label : one.host
    keep({ host, id: one.id, at: value['at'] }, 'line', verdict, place)
    return null
  }

  const addHost = (answer: HostAnswer, place: RecordPlace) => {
    const { host, id, at, query, change, rows } = answer
    const [first] = rows
    if (rows.length === 0) {
      addProblem(place.source(), 'no-rows', host)
      return
    }
    if (isRow(first) && typeof first['inspector'] === 'string') {
      // What was removed is what an earlier look had found.
      if (change !== 'removed') addOwn(first, { host, id, at }, place)
      return
    }
    const { name, key } = hostOf(host, id, place, true)
    const known = tables.get(key)
    const own = known ?? createHostTables(name, id, sieve, { file: place.file, at: place.at })
    const time = readTime(at, nowMs)
    if (own.add(rows, query, change, time.state === 'known' ? time.at : null)) {
      if (time.state === 'future') addProblem(place.source(), 'future', name)
      if (known === undefined) tables.set(key, own)
      return
    }
    // A log holds the answers of other questions, too: each is told once.
    const question = query === '' ? place.source() : `${place.file} ${query}`
    if (foreign.has(question)) return
    if (foreign.size < mostMessages) foreign.add(question)
    addProblem(place.source(), 'missing-columns', query)
  }

  return {
    addProblem,
    addJudged: (one, verdict, place) => keep(one, 'report', verdict, place),
    count: () => pcs.size + tables.size,
    judged: verdicts.judged,
    add: (record, place) => {
      const found = recognise(record)
      switch (found.kind) {
        case 'problem':
          addProblem(
            place.source(),
            found.problem,
            [found.host, found.detail].filter(Boolean).join(': '),
          )
          return null
        case 'own':
          return addOwn(found.value, { host: found.host, id: found.id, at: found.at }, place)
        case 'hosts':
          for (const answer of found.answers) addHost(answer, place)
          return null
      }
    },
    finish: () => {
      for (const [key, one] of tables) {
        const { facts, at } = one.facts()
        const before = pcs.get(key)
        if (before !== undefined && !isNewer(at, before.at)) continue
        const verdict = verdicts.get(JSON.stringify(facts), () => {
          const inspection = judgeFacts({ facts, catalogue, lookAlikes, takenAtUtc })
          return verdictOf(inspection, inspection.findings)
        })
        if (verdict === null) continue
        const { name, id, place } = one
        pcs.set(key, { name, id, verdict, at, kind: 'rows', place })
      }
      tables.clear()
      // Without ids the names alone have kept them apart.
      const all = hasIds ? mergeByName(pcs.values()) : [...pcs.values()]
      return { pcs: all, unreadable, unreadableMore: more }
    },
  }
}

const plain = /^[ -~]*$/

function lineVerdict(value: Row): PcVerdict | null {
  const line = lineOf(value)
  return line.ok ? verdictOfLine(line.value) : null
}

/** A host's name, which anybody may set: nothing in it hides or reorders, and it is no novel. */
function nameOf(host: string): string {
  const name = host.length > longestName ? host.slice(0, longestName) : host
  return (plain.test(name) ? name : visibleText(name)).trim() || '?'
}
