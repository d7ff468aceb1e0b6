/** A fleet out of the records of any number of files: recognised, judged once a combination, merged by PC. */
import type {
  AnswerPlace,
  Fleet,
  FleetPc,
  FleetProblem,
  PcVerdict,
  Unreadable,
} from '../model/fleet.ts'
import { pathKey } from '../judge/windows-path.ts'
import { visibleText } from '../text/visible-text.ts'
import type { Row } from './cells.ts'
import { recognise, type HostAnswer, type Recognised } from './envelopes.ts'
import { isNewer, kindOfId, mergeByName } from './merge.ts'
import { createOwnJudge, type Asked, type OwnAnswer, type OwnJudgeOptions } from './own-answer.ts'
import { createHostTables, type HostTables } from './host-tables.ts'
import { createRowSieve, type RowSieve } from './table-rows.ts'
import { readTime } from './times.ts'

export interface CollectOptions extends OwnJudgeOptions {
  /** Told each report and answer to this program's question; then nothing is judged. */
  readonly onOwn?: (row: Row, place: RecordPlace) => void
}

/** Where a record comes from. */
export interface RecordPlace extends AnswerPlace {
  /** Of the file, for messages. */
  readonly name: string
  /** What a PC is called whose answer does not tell: the file's name without its ending. */
  readonly stem: string
}

/** For messages: `inventory.ndjson:17`. */
export const sourceOf = ({ name, at }: RecordPlace): string => (at === 0 ? name : `${name}:${at}`)

/** A whole report: judging it is the caller's, because it takes time. */
export interface ReportRecord extends Asked {
  readonly report: Row
}

export interface FleetCollector {
  /**
   * Returns a report that the caller has to judge, an answer of a combination that had been there before, and null for
   * everything else.
   */
  readonly add: (record: unknown, place: RecordPlace) => ReportRecord | OwnAnswer | null
  readonly addAnswer: (answer: OwnAnswer, place: RecordPlace) => void
  readonly addJudged: (one: Asked, verdict: PcVerdict, place: RecordPlace) => void
  /** What a text comes to, which is not counted; null where it is no line and no answer to this program's question. */
  readonly read: (text: string) => OwnAnswer | null
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
  const { catalogue, lookAlikes, nowMs, onOwn } = options
  const judge = createOwnJudge(options)
  /** Lines and answers to this program's question need none. */
  let sieve: RowSieve | undefined
  const pcs = new Map<string, FleetPc>()
  const tables = new Map<string, HostTables>()
  const unreadable: Unreadable[] = []
  const foreign = new Set<string>()
  let more = 0
  let lastKind: string | null = null
  /** Of the ids; empty for none. */
  const idKinds = new Set<string>()

  const addProblem: FleetCollector['addProblem'] = (source, problem, detail = '') => {
    if (unreadable.length < mostMessages) {
      unreadable.push({ source: visibleText(source), problem, detail: visibleText(detail) })
    } else more += 1
  }

  /** Bare rows of one file are one PC's; reports and lines without a name are one each. */
  const nameIn = (host: string, { stem, at, part }: RecordPlace, isRow: boolean): string => {
    const number = part === undefined ? at : part + 1
    return nameOf(host === '' ? (isRow || number <= 1 ? stem : `${stem}:${number}`) : host)
  }

  const keyOf = (name: string, id: string | null): string => {
    const kind = kindOfId(id)
    if (kind !== lastKind) idKinds.add((lastKind = kind))
    // No name's key holds a small letter, and each id begins with one.
    return id ?? pathKey(name)
  }

  const timeOf = (at: unknown, name: string, place: RecordPlace): number | null => {
    const time = readTime(at, nowMs)
    if (time === 'future') addProblem(sourceOf(place), 'future', name)
    return typeof time === 'number' ? time : null
  }

  const keep = (one: Asked, kind: FleetPc['kind'], verdict: PcVerdict, place: RecordPlace) => {
    const name = nameIn(one.host, place, false)
    const key = keyOf(name, one.id)
    const atMs = timeOf(one.at, name, place)
    const before = pcs.get(key)
    if (before !== undefined && !isNewer(atMs, before.atMs)) return
    pcs.set(key, { name, id: one.id, verdict, atMs, kind, place })
  }

  const addHost = (answer: HostAnswer, place: RecordPlace) => {
    const { host, id, at, query, change, rows } = answer
    if (rows.length === 0) {
      addProblem(sourceOf(place), 'no-rows', host)
      return
    }
    const name = nameIn(host, place, true)
    const key = keyOf(name, id)
    sieve ??= createRowSieve(catalogue, (name) => lookAlikes.check(name) !== null)
    const known = tables.get(key)
    const own = known ?? createHostTables(name, id, sieve, place)
    const time = readTime(at, nowMs)
    if (own.add(rows, query, change, typeof time === 'number' ? time : null)) {
      if (time === 'future') addProblem(sourceOf(place), 'future', name)
      if (known === undefined) tables.set(key, own)
      return
    }
    // A log holds the answers of other questions, too: each is told once.
    const question = query === '' ? sourceOf(place) : `${place.file} ${query}`
    if (foreign.has(question)) return
    if (foreign.size < mostMessages) foreign.add(question)
    addProblem(sourceOf(place), 'missing-columns', query || host)
  }

  const read: FleetCollector['read'] = (text) => {
    const found = recognise(JSON.parse(text))
    const answer = found.kind === 'own' ? judge.answerOf(found.value, found) : null
    return typeof answer === 'string' ? null : answer
  }

  const take = (found: Recognised, place: RecordPlace): ReportRecord | OwnAnswer | null => {
    if (found.kind === 'problem') {
      const detail = [found.host, found.detail].filter(Boolean).join(': ')
      addProblem(sourceOf(place), found.problem, detail)
      return null
    }
    if (found.kind === 'hosts') {
      for (const answer of found.answers) addHost(answer, place)
      return null
    }
    const { value } = found
    if (onOwn !== undefined) {
      onOwn(value, place)
      return null
    }
    if (typeof value['schemaVersion'] === 'number') {
      const { host, id, at } = found
      return { host, id, at, report: value }
    }
    const before = judge.judged()
    const answer = judge.answerOf(value, found)
    if (typeof answer === 'string') {
      addProblem(sourceOf(place), answer, found.host)
      return null
    }
    keep(answer, answer.kind, answer.verdict, place)
    return judge.judged() === before ? answer : null
  }

  return {
    addProblem,
    addJudged: (one, verdict, place) => {
      keep(one, 'report', verdict, place)
    },
    count: () => pcs.size + tables.size,
    judged: judge.judged,
    read,
    add: (record, place) => take(recognise(record), place),
    addAnswer: (answer, place) => {
      keep(answer, answer.kind, answer.verdict, place)
    },
    finish: () => {
      for (const [key, one] of tables) {
        const { facts, atMs } = one.facts()
        const before = pcs.get(key)
        if (before !== undefined && !isNewer(atMs, before.atMs)) continue
        const verdict = judge.verdictOf(facts)
        if (verdict === null) continue
        const { name, id, place } = one
        pcs.set(key, { name, id, verdict, atMs, kind: 'rows', place })
      }
      tables.clear()
      // Ids of one kind, or none at all, have kept them apart already.
      const all = idKinds.size > 1 ? mergeByName(pcs.values()) : [...pcs.values()]
      return { pcs: all, unreadable, unreadableMore: more }
    },
  }
}

const plain = /^[ -~]*$/

/** A host's name, which anybody may set: nothing in it hides or reorders, and it is no novel. */
function nameOf(host: string): string {
  const name = host.length > longestName ? host.slice(0, longestName) : host
  return (plain.test(name) ? name : visibleText(name)).trim() || '?'
}
