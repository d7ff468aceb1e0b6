/** The way from this PC to Apple, and where it stops. What the picture shows, link by link. */
import type { ConnectionOverall, ConnectionResult } from '../../../shared/model/connection.ts'
import type { ServerRow } from '../servers/server-rows.ts'

export type Place = 'pc' | 'proxy' | 'internet' | 'apple'

/**
 * - `beyond`: behind a break, so nobody knows.
 * - `read-along`: open, but somebody opens what goes through.
 */
export type LinkState =
  'idle' | 'checking' | 'ok' | 'some' | 'broken' | 'read-along' | 'clock' | 'beyond'

export interface Link {
  readonly from: Place
  readonly to: Place
  readonly state: LinkState
  /** How many servers stop here. */
  readonly stopped: number
}

/** @param overall of the check that has ended; undefined before and during one. */
export function wayOf(
  rows: readonly ServerRow[],
  overall: ConnectionOverall | undefined,
  isChecking: boolean,
): readonly Link[] {
  const results = rows.flatMap((row) => (row.facts.state === 'gone' ? [] : row.results))
  const hasProxy = results.some(({ trials }) => trials[0]?.way.kind === 'proxy')
  const places: readonly Place[] = hasProxy
    ? ['pc', 'proxy', 'internet', 'apple']
    : ['pc', 'internet', 'apple']
  const stops = results
    .map((result) => ({ result, stop: stopOf(result, overall) }))
    .filter(({ stop }) => stop !== 'untried')
  let left = stops.length
  return places.slice(1).map((to, index) => {
    const from = places[index] ?? 'pc'
    const common = { from, to, stopped: 0 }
    if (isChecking) return { ...common, state: 'checking' }
    if (overall === undefined || stops.length === 0) return { ...common, state: 'idle' }
    if (left === 0) return { ...common, state: 'beyond' }
    const isLast = to === 'apple'
    const here = stops.filter(({ stop }) => stop === from || (stop === 'apple' && isLast))
    const stopped = here.length
    const hadAll = stopped === left
    left -= stopped
    return { from, to, stopped, state: stateOf(here, hadAll, overall) }
  })
}

function stateOf(
  here: readonly { readonly result: ConnectionResult }[],
  hadAll: boolean,
  overall: ConnectionOverall,
): LinkState {
  if (here.length === 0) return 'ok'
  if (here.some(({ result }) => result.symptom === 'intercepted')) return 'read-along'
  if (overall === 'clock-wrong') return 'clock'
  return hadAll ? 'broken' : 'some'
}

/** The place behind which the connection did not get further; `apple`: the last stretch or the server itself. */
function stopOf(
  { symptom, trials }: ConnectionResult,
  overall: ConnectionOverall | undefined,
): Place | 'none' | 'untried' {
  switch (symptom) {
    case 'ok':
    case 'proxy-needed':
      return 'none'
    case 'cancelled':
    case 'not-tried':
      return 'untried'
    case 'intercepted':
    case 'hosts-file':
    case 'private-address':
    case 'blocked-here':
    case 'no-network':
      return 'pc'
    case 'proxy-demands-password':
      return 'proxy'
    case 'proxy-failed':
      return trials[0]?.steps.tcp.state === 'known' ? 'proxy' : 'pc'
    case 'name-not-found':
    case 'name-no-answer':
    case 'name-server-failed':
    case 'unreachable':
      return overall === 'no-network' ? 'pc' : 'apple'
    case 'refused':
    case 'timed-out':
    case 'closed-early':
    case 'not-tls':
    case 'certificate-expired':
    case 'certificate-not-yet-valid':
    case 'certificate-other-name':
    case 'certificate-untrusted':
      return 'apple'
  }
}
