/** Which answer does the whole check give, once what Apple has given up no longer counts as a failure? */
import type { ConnectionCheck, ConnectionOverall } from '../../shared/model/connection.ts'
import { issuerName } from './connection-words.ts'
import { isCounted, isTrouble, type ServerRow } from './servers/server-rows.ts'

export type Tone = 'good' | 'neutral' | 'attention'

export interface ShownAnswer {
  readonly overall: ConnectionOverall
  readonly tone: Tone
  readonly reached: number
  readonly total: number
  /** Servers that Apple no longer names and that stay silent. */
  readonly goneSilent: number
  readonly trouble: readonly ServerRow[]
  /** The answer is about the way as a whole: one server is like the other. */
  readonly isSweeping: boolean
  /** Who issued the certificates that somebody put in the place of the servers' own. */
  readonly issuers: readonly string[]
}

export function shownAnswer(check: ConnectionCheck, rows: readonly ServerRow[]): ShownAnswer {
  const trouble = rows.filter(isTrouble)
  const overall = withoutGone(check.overall, rows, trouble)
  return {
    overall,
    tone: toneOf(overall),
    reached: rows.filter(({ facts }) => facts.state === 'ok').length,
    total: rows.filter(isCounted).length,
    goneSilent: rows.filter(({ facts }) => facts.state === 'gone').length,
    trouble,
    isSweeping: overall !== 'some-failed' && overall !== 'cancelled' && overall !== 'not-finished',
    issuers: overall === 'intercepted' ? issuersOf(check) : [],
  }
}

function withoutGone(
  overall: ConnectionOverall,
  rows: readonly ServerRow[],
  trouble: readonly ServerRow[],
): ConnectionOverall {
  if (overall !== 'some-failed' || trouble.length > 0) return overall
  if (rows.some(({ facts }) => facts.state === 'untried')) return 'not-finished'
  const isByProxy = rows.some(({ facts }) => facts.symptom === 'proxy-needed')
  return isByProxy ? 'proxy-needed' : 'ok'
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
    .map(({ issuer }) => issuerName(issuer))
    .filter((name) => name !== '')
  return [...new Set(names)].slice(0, 3)
}
