import { describe, expect, test } from 'vitest'
import {
  initialConnectionsState,
  reduceConnections,
  type ConnectionsAction,
} from '../../../renderer/connections/connections-state.ts'
import { checkOf, described, result, wholeCheck } from './made-up-check.ts'

function after(...actions: readonly ConnectionsAction[]) {
  const first: ConnectionsAction = { kind: 'described', described }
  return [first, ...actions].reduce(reduceConnections, initialConnectionsState)
}

const startAll: ConnectionsAction = { kind: 'check-started', endpointIds: null }
const gsDone: ConnectionsAction = {
  kind: 'progressed',
  progress: { targetId: 'gs', step: 'done', result: result('gs'), done: 1, total: 40 },
}

describe('while a check runs', () => {
  test('each message fills its row and moves the count, which never goes back', () => {
    const state = after(startAll, gsDone, {
      kind: 'progressed',
      progress: { targetId: 'mesu', step: 'tcp', done: 0, total: 40 },
    })
    expect(state.running).toMatchObject({ kind: 'all', done: 1, total: 40 })
    expect(state.running?.steps.get('mesu')).toBe('tcp')
    expect(state.results.get('gs')?.map(({ symptom }) => symptom)).toEqual(['ok'])
  })

  test('the further names of a server are gathered in its row, each once', () => {
    const second = result('digicert#2', 'refused', { host: 'crl3.digicert.com', port: 80 })
    const tell = (done: number): ConnectionsAction => ({
      kind: 'progressed',
      progress: { targetId: second.id, step: 'done', result: second, done, total: 3 },
    })
    const state = after(startAll, tell(1), tell(2))
    expect(state.results.get('digicert')).toEqual([second])
  })

  test('a message about a server that nobody knows only counts', () => {
    const state = after(startAll, {
      kind: 'progressed',
      progress: { targetId: 'somebody', step: 'name', done: 3, total: 40 },
    })
    expect(state.running).toMatchObject({ done: 3, total: 40 })
    expect(state.results.size).toBe(0)
  })

  test('a second start changes nothing', () => {
    const state = after(startAll, gsDone)
    expect(reduceConnections(state, startAll)).toBe(state)
  })
})

test('a message that comes when no check runs is left alone', () => {
  const state = after()
  expect(reduceConnections(state, gsDone)).toBe(state)
})

test('what failed is tried again without forgetting what worked', () => {
  const again = after(
    startAll,
    { kind: 'check-ended', check: wholeCheck({ gs: 'timed-out' }) },
    { kind: 'check-started', endpointIds: ['gs'] },
  )
  expect(again.results.has('gs')).toBe(false)
  expect(again.results.has('mesu')).toBe(true)
  const ended = reduceConnections(again, { kind: 'check-ended', check: wholeCheck() })
  expect(ended.check?.overall).toBe('ok')
  expect(ended.check?.targets).toHaveLength(wholeCheck().targets.length)
  expect(ended.results.get('gs')?.[0]?.symptom).toBe('ok')
})

test('one server that is tried alone is no answer about the whole', () => {
  const state = after(
    { kind: 'check-started', endpointIds: ['deimos3'] },
    { kind: 'check-ended', check: checkOf([result('deimos3')]) },
  )
  expect(state.check).toBeUndefined()
  expect(state.results.get('deimos3')).toHaveLength(1)
})

test('a check that could not be made leaves the earlier answer in its rows', () => {
  const state = after(
    startAll,
    { kind: 'check-ended', check: wholeCheck({ gs: 'timed-out' }) },
    { kind: 'check-started', endpointIds: ['gs'] },
    { kind: 'check-failed', failure: { code: 'internal', detail: 'x' } },
  )
  expect(state.running).toBeUndefined()
  expect(state.failure?.code).toBe('internal')
  expect(state.results.get('gs')?.[0]?.symptom).toBe('timed-out')
})
