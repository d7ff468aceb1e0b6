/** The answer of a whole check as the Connections view shows it: its tone and its counts. */
import type { ConnectionCheck, ConnectionOverall } from '../../shared/model/connection.ts'
import { issuerWords } from '../../shared/text/connection-words.ts'
import { isCounted, type ServerRow } from './servers/server-rows.ts'

type Tone = 'good' | 'neutral' | 'attention'

export interface ShownAnswer {
  readonly overall: ConnectionOverall
  readonly tone: Tone
  readonly reached: number
  readonly total: number
  /** Who issued the certificates that somebody put in the place of the servers' own. */
  readonly issuers: readonly string[]
}

export function shownAnswer(check: ConnectionCheck, rows: readonly ServerRow[]): ShownAnswer {
  const { overall } = check
  return {
    overall,
    tone: toneOf(overall),
    reached: rows.filter(({ facts }) => facts.state === 'ok').length,
    total: rows.filter(isCounted).length,
    issuers: overall === 'intercepted' ? issuersOf(check) : [],
  }
}

/** Nothing is wrong, so that its sentence stands beside the way; what is wrong is a finding. */
export function isFaultless({ tone }: Pick<ShownAnswer, 'tone'>): boolean {
  return tone !== 'attention'
}

function toneOf(overall: ConnectionOverall): Tone {
  switch (overall) {
    case 'ok':
    case 'proxy-needed':
      return 'good'
    case 'cancelled':
    case 'not-finished':
    case 'nothing-to-check':
      return 'neutral'
    case 'some-failed':
    case 'all-failed':
    case 'no-network':
    case 'clock-wrong':
    case 'intercepted':
    case 'proxy-demands-password':
    case 'proxy-failed':
      return 'attention'
  }
}

function issuersOf({ targets }: ConnectionCheck): readonly string[] {
  const names = targets
    .filter(({ symptom }) => symptom === 'intercepted')
    .map(({ issuer }) => issuerWords(issuer))
    .filter((name) => name !== '')
  return [...new Set(names)].slice(0, 3)
}
