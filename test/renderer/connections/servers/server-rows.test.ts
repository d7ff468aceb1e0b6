import { describe, expect, test } from 'vitest'
import { serverOf } from '../../../../renderer/connections/by-server.ts'
import { rowFacts } from '../../../../renderer/connections/servers/server-rows.ts'
import { endpoint, endpoints, result } from '../made-up-check.ts'

const running = {
  kind: 'all',
  endpointIds: null,
  done: 0,
  total: null,
  steps: new Map(),
  isCancelling: false,
} as const

describe('a row before its result', () => {
  test('waits while all are asked, and is under way after its first step', () => {
    expect(rowFacts(endpoint('gs'), [], undefined).state).toBe('not-checked')
    expect(rowFacts(endpoint('gs'), [], running).state).toBe('waiting')
    const begun = { ...running, steps: new Map([['gs', 'name' as const]]) }
    expect(rowFacts(endpoint('gs'), [], begun).state).toBe('checking')
  })

  test('of a server that Apple has given up is left out, unless it is asked for by itself', () => {
    expect(rowFacts(endpoint('deimos3'), [], undefined).state).toBe('left-out')
    expect(rowFacts(endpoint('deimos3'), [], running).state).toBe('left-out')
    const alone = { ...running, endpointIds: new Set(['deimos3']) }
    expect(rowFacts(endpoint('deimos3'), [], alone).state).toBe('waiting')
  })
})

describe('a row with its result', () => {
  test('a server that Apple has given up and that stays silent is no trouble', () => {
    for (const symptom of ['name-not-found', 'timed-out', 'certificate-expired'] as const) {
      expect(rowFacts(endpoint('deimos3'), [result('deimos3', symptom)], undefined).state).toBe(
        'gone',
      )
      expect(rowFacts(endpoint('gs'), [result('gs', symptom)], undefined).state).toBe('trouble')
    }
  })

  test('somebody who reads along, or the hosts file, is trouble at any server', () => {
    for (const symptom of ['intercepted', 'hosts-file'] as const) {
      expect(rowFacts(endpoint('deimos3'), [result('deimos3', symptom)], undefined).state).toBe(
        'trouble',
      )
    }
  })

  test('says how many of several names answered, and the time of the slowest', () => {
    const results = [
      result('digicert', 'ok', { elapsedMs: 20 }),
      result('digicert#2', 'refused', { elapsedMs: 300 }),
    ]
    expect(rowFacts(endpoint('digicert'), results, undefined)).toEqual({
      state: 'partly',
      symptom: 'refused',
      reached: 1,
      tried: 2,
      elapsedMs: 300,
    })
  })

  test('what was cancelled is neither reached nor failed', () => {
    const facts = rowFacts(endpoint('gs'), [result('gs', 'cancelled')], undefined)
    expect(facts).toMatchObject({ state: 'untried', symptom: 'cancelled', elapsedMs: undefined })
  })
})

describe('the server of a target', () => {
  test('is found by its id, with a number behind it or without', () => {
    expect(serverOf({ id: 'gs' }, endpoints)).toBe('gs')
    expect(serverOf({ id: 'cdn-apple#2' }, endpoints)).toBe('cdn-apple')
    expect(serverOf({ id: 'gs-not-ours' }, endpoints)).toBeUndefined()
  })

  test('or by its name and port', () => {
    const target = { id: '1', host: 'GS.apple.com', port: 443 }
    expect(serverOf(target, endpoints)).toBe('gs')
    expect(serverOf({ ...target, port: 80 }, endpoints)).toBeUndefined()
  })
})
