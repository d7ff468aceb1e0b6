/** The answer of a whole check as the Connections view shows it: its tone, its counts and what to look at. */
import type { ConnectionCheck, ConnectionOverall } from '../../shared/model/connection.ts'
import { issuerWords } from '../../shared/text/connection-words.ts'
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
  const { overall } = check
  return {
    overall,
    tone: toneOf(overall),
    reached: rows.filter(({ facts }) => facts.state === 'ok').length,
    total: rows.filter(isCounted).length,
    goneSilent: rows.filter(({ facts }) => facts.state === 'gone').length,
    trouble: rows.filter(isTrouble),
    isSweeping: overall !== 'some-failed' && overall !== 'cancelled' && overall !== 'not-finished',
    issuers: overall === 'intercepted' ? issuersOf(check) : [],
  }
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
