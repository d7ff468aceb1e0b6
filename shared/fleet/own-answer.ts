/** What a line, or an answer to this program's own question, says of its PC: judged once a combination. */
import type { LookAlikeFinder } from '../catalogue/look-alike.ts'
import type { Catalogue } from '../catalogue/schemas/catalogue-schema.ts'
import type { FleetProblem, PcVerdict } from '../model/fleet.ts'
import { lineOf } from '../report/line/read-line.ts'
import { numberOf, textIn, type Row } from './cells.ts'
import type { FleetFacts } from './facts.ts'
import { judgeFacts, verdictOf, versionsOf } from './judge-facts.ts'
import { rawLineKey, verdictOfLine } from './line-verdict.ts'
import { cellKey, factsOf, keyOf, markOf } from './own-facts.ts'
import { createVerdictCache } from './verdict-cache.ts'

/** Whose answer it is and when it was given, as the engine tells. */
export interface Asked {
  readonly host: string
  readonly id: string | null
  readonly at: unknown
}

export interface OwnAnswer extends Asked {
  readonly kind: 'facts' | 'line'
  readonly verdict: PcVerdict
}

export interface OwnJudge {
  readonly answerOf: (value: Row, asked: Asked) => OwnAnswer | FleetProblem
  readonly verdictOf: (facts: FleetFacts) => PcVerdict | null
  /** How many combinations of facts were judged. */
  readonly judged: () => number
}

export interface OwnJudgeOptions {
  readonly catalogue: Catalogue
  /** Ready for any name. */
  readonly lookAlikes: LookAlikeFinder
  readonly nowMs: number
  /** How many letters of combinations are kept; for tests. */
  readonly cacheSize?: number
}

const isFacts = (value: Row): boolean => typeof value['inspector'] === 'string'

/** The answer's own words come first for a name that it gives itself, and for the time of the look. */
function askedIn(value: Row, { host, id, at }: Asked): Asked {
  if (isFacts(value)) {
    return { host: textIn(value, 'computer') || host, id, at: numberOf(value['at']) ?? at }
  }
  const { label } = value
  return { host: host === '' && typeof label === 'string' ? label : host, id, at: value['at'] }
}

export function createOwnJudge(options: OwnJudgeOptions): OwnJudge {
  const { catalogue, lookAlikes, nowMs } = options
  const verdicts = createVerdictCache(options.cacheSize)
  const takenAtUtc = new Date(nowMs).toISOString()

  /**
   * A version alone changes no finding, and a fleet has many: what differs in nothing else is judged together.
   * @param key of the facts but for the products. @param read the facts, where they are new.
   */
  const judge = (key: string, products: string, read: () => FleetFacts | null) =>
    verdicts.get(`${key}\nproducts ${products}`, () => {
      const facts = read()
      if (facts === null) return null
      const verdict = verdicts.get(key, () => {
        const inspection = judgeFacts({ facts, catalogue, lookAlikes, takenAtUtc })
        return verdictOf(inspection, inspection.findings, facts.isListed)
      })
      return verdict && { ...verdict, versions: versionsOf(facts.products) }
    })
  const judgeLine = (value: Row): PcVerdict | null => {
    const line = lineOf(value)
    return line.ok ? verdictOfLine(line.value) : null
  }
  return {
    judged: verdicts.judged,
    verdictOf: (facts) => {
      const { products, ...judged } = facts
      return judge(JSON.stringify(judged), JSON.stringify(products), () => facts)
    },
    answerOf: (value, asked) => {
      if (isFacts(value)) {
        const mark = markOf(value)
        if (mark !== 'own') return mark === 'newer' ? 'newer' : 'unknown-kind'
      }
      const kind = isFacts(value) ? 'facts' : 'line'
      const key = kind === 'facts' ? keyOf(value) : rawLineKey(value)
      const verdict =
        key === null
          ? null
          : kind === 'facts'
            ? judge(key, cellKey(value['products']), () => factsOf(value, catalogue))
            : verdicts.get(key, () => judgeLine(value))
      if (verdict !== null) {
        const { host, id, at } = askedIn(value, asked)
        return { host, id, at, kind, verdict }
      }
      const line = kind === 'line' ? lineOf(value) : null
      return line?.ok === false && line.failure === 'newer' ? 'newer' : 'missing-columns'
    },
  }
}
