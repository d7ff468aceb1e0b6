/** What a line, or an answer to this program's own question, says of its PC: judged once a combination. */
import type { LookAlikeFinder } from '../catalogue/look-alike.ts'
import type { Catalogue } from '../catalogue/schema.ts'
import type { FleetProblem, PcVerdict } from '../model/fleet.ts'
import { lineOf } from '../report/line/read-line.ts'
import { numberOf, textIn, type Row } from './cells.ts'
import type { FleetFacts } from './facts.ts'
import { judgeFacts, verdictOf } from './judge-facts.ts'
import { rawLineKey, verdictOfLine } from './line-verdict.ts'
import { factsOf, keyOf, markOf } from './own-facts.ts'
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
  readonly judgeFacts: (facts: FleetFacts, key: string) => PcVerdict | null
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
export function askedIn(value: Row, { host, id, at }: Asked): Asked {
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

  const judge = (facts: FleetFacts | null): PcVerdict | null => {
    if (facts === null) return null
    const inspection = judgeFacts({ facts, catalogue, lookAlikes, takenAtUtc })
    return verdictOf(inspection, inspection.findings)
  }
  const judgeLine = (value: Row): PcVerdict | null => {
    const line = lineOf(value)
    return line.ok ? verdictOfLine(line.value) : null
  }
  return {
    judged: verdicts.judged,
    judgeFacts: (facts, key) => verdicts.get(key, () => judge(facts)),
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
          : verdicts.get(key, () =>
              kind === 'facts' ? judge(factsOf(value, catalogue)) : judgeLine(value),
            )
      if (verdict !== null) return { ...askedIn(value, asked), kind, verdict }
      const line = kind === 'line' ? lineOf(value) : null
      return line?.ok === false && line.failure === 'newer' ? 'newer' : 'missing-columns'
    },
  }
}
