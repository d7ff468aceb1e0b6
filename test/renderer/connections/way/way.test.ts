import { describe, expect, test } from 'vitest'
import { wayOf } from '../../../../renderer/connections/way/way.ts'
import type { ConnectionCheck } from '../../../../shared/model/connection.ts'
import { rowsOf } from '../answer-rows.ts'
import { checkOf, result, trial, wholeCheck } from '../made-up-check.ts'

function way(check: ConnectionCheck) {
  return wayOf(rowsOf(check), check.overall, false).map(({ to, state }) => `${to}: ${state}`)
}

const proxy = { kind: 'proxy', host: 'proxy.example', port: 8080 } as const

describe('the way', () => {
  test('is open from end to end when all is well', () => {
    expect(way(wholeCheck())).toEqual(['internet: ok', 'apple: ok'])
  })

  test('is not judged before the check, and under way during it', () => {
    expect(wayOf([], undefined, false).map(({ state }) => state)).toEqual(['idle', 'idle'])
    expect(wayOf([], undefined, true).map(({ state }) => state)).toEqual(['checking', 'checking'])
  })

  test('breaks before the internet without a network, and what lies behind is not known', () => {
    const check = checkOf([result('gs', 'no-network'), result('mesu', 'name-no-answer')], {
      overall: 'no-network',
    })
    expect(way(check)).toEqual(['internet: broken', 'apple: beyond'])
  })

  test('a single name that is not found is a matter of the last stretch', () => {
    expect(way(wholeCheck({ gs: 'name-not-found' }))).toEqual(['internet: ok', 'apple: some'])
  })

  test('the hosts file stops its servers on this PC, and says how many', () => {
    const check = wholeCheck({ gs: 'hosts-file', mesu: 'hosts-file', xp: 'timed-out' })
    expect(way(check)).toEqual(['internet: some', 'apple: some'])
    const links = wayOf(rowsOf(check), check.overall, false)
    expect(links.map(({ stopped }) => stopped)).toEqual([2, 1])
  })

  test('somebody who reads along sits between this PC and the internet', () => {
    expect(way(wholeCheck({ gs: 'intercepted' }))).toEqual(['internet: read-along', 'apple: ok'])
  })

  test('a wrong clock is named as such', () => {
    const check = checkOf([result('gs', 'certificate-expired')], { overall: 'clock-wrong' })
    expect(way(check)).toEqual(['internet: ok', 'apple: clock'])
  })

  test('a proxy is a place of its own: reached and refusing, or not reached at all', () => {
    const asking = result('gs', 'proxy-demands-password', { trials: [trial('ok', proxy)] })
    expect(way(checkOf([asking]))).toEqual(['proxy: ok', 'internet: broken', 'apple: beyond'])
    const silent = result('gs', 'proxy-failed', { trials: [trial('timed-out', proxy)] })
    expect(way(checkOf([silent]))).toEqual(['proxy: broken', 'internet: beyond', 'apple: beyond'])
  })

  test('servers that Apple has given up break nothing', () => {
    const check = checkOf([...wholeCheck().targets, result('deimos3', 'timed-out')])
    expect(way(check)).toEqual(['internet: ok', 'apple: ok'])
  })
})
