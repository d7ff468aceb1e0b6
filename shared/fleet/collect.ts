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
import { createAlikeTexts } from './alike-texts.ts'
import type { Row } from './cells.ts'
import { recognise, type HostAnswer, type Recognised } from './envelopes.ts'
import { isNewer, mergeByName } from './merge.ts'
import { createOwnJudge, type Asked, type OwnAnswer, type OwnJudgeOptions } from './own-answer.ts'
import { createHostTables, type HostTables } from './host-tables.ts'
import { createRowSieve } from './table-rows.ts'
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
  /** Returns a report that the caller has to judge, and null for everything else. */
  readonly add: (record: unknown, place: RecordPlace) => ReportRecord | null
  /** The same for a record that is still text; undefined where it is no JSON. */
  readonly addText: (text: string, place: RecordPlace) => ReportRecord | null | undefined
  readonly addJudged: (one: Asked, verdict: PcVerdict, place: RecordPlace) => void
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
  const alike = createAlikeTexts()
  const sieve = createRowSieve(catalogue, (name) => lookAlikes.check(name) !== null)
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
  const nameIn = (host: string, { stem, at }: RecordPlace, isRow: boolean): string =>
    nameOf(host === '' ? (isRow || at <= 1 ? stem : `${stem}:${at}`) : host)

  const keyOf = (name: string, id: string | null): string => {
    if (id === null) return `:${pathKey(name)}`
    hasIds = true
    return id
  }

  const keep = (one: Asked, kind: FleetPc['kind'], verdict: PcVerdict, place: RecordPlace) => {
    const name = nameIn(one.host, place, false)
    const key = keyOf(name, one.id)
    const time = readTime(one.at, nowMs)
    if (time.state === 'future') addProblem(sourceOf(place), 'future', name)
    const at = time.state === 'known' ? time.at : null
    const before = pcs.get(key)
    if (before !== undefined && !isNewer(at, before.at)) return
    pcs.set(key, { name, id: one.id, verdict, at, kind, place })
  }

  const addHost = (answer: HostAnswer, place: RecordPlace) => {
    const { host, id, at, query, change, rows } = answer
    if (rows.length === 0) {
      addProblem(sourceOf(place), 'no-rows', host)
      return
    }
    const name = nameIn(host, place, true)
    const key = keyOf(name, id)
    const known = tables.get(key)
    const own = known ?? createHostTables(name, id, sieve, place)
    const time = readTime(at, nowMs)
    if (own.add(rows, query, change, time.state === 'known' ? time.at : null)) {
      if (time.state === 'future') addProblem(sourceOf(place), 'future', name)
      if (known === undefined) tables.set(key, own)
      return
    }
    // A log holds the answers of other questions, too: each is told once.
    const question = query === '' ? sourceOf(place) : `${place.file} ${query}`
    if (foreign.has(question)) return
    if (foreign.size < mostMessages) foreign.add(question)
    addProblem(sourceOf(place), 'missing-columns', query)
  }

  const read = (text: string): OwnAnswer | null => {
    const found = recognise(JSON.parse(text))
    const answer = found.kind === 'own' ? judge.answerOf(found.value, found) : null
    return typeof answer === 'string' ? null : answer
  }

  /** @param text what the record was read from, where it may come again with another name and time. */
  const take = (found: Recognised, place: RecordPlace, text: string): ReportRecord | null => {
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
    const answer = judge.answerOf(value, found)
    if (typeof answer === 'string') addProblem(sourceOf(place), answer, found.host)
    else {
      keep(answer, answer.kind, answer.verdict, place)
      if (text !== '') alike.learn(text, answer, read)
    }
    return null
  }

  return {
    addProblem,
    addJudged: (one, verdict, place) => {
      keep(one, 'report', verdict, place)
    },
    count: () => pcs.size + tables.size,
    judged: judge.judged,
    add: (record, place) => take(recognise(record), place, ''),
    addText: (text, place) => {
      const known = onOwn === undefined ? alike.find(text) : undefined
      if (known !== undefined) {
        keep(known, known.kind, known.verdict, place)
        return null
      }
      let record: unknown
      try {
        record = JSON.parse(text)
      } catch {
        return undefined
      }
      return take(recognise(record), place, text)
    },
    finish: () => {
      for (const [key, one] of tables) {
        const { facts, at } = one.facts()
        const before = pcs.get(key)
        if (before !== undefined && !isNewer(at, before.at)) continue
        const verdict = judge.judgeFacts(facts, JSON.stringify(facts))
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

/** A host's name, which anybody may set: nothing in it hides or reorders, and it is no novel. */
function nameOf(host: string): string {
  const name = host.length > longestName ? host.slice(0, longestName) : host
  return (plain.test(name) ? name : visibleText(name)).trim() || '?'
}
