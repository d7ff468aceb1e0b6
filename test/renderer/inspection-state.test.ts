import { describe, expect, test } from 'vitest'
import {
  initialInspectionState,
  reduceInspection,
  type InspectionAction,
  type InspectionState,
} from '../../renderer/inspection/inspection-state.ts'
import { blocked, inspectionOf } from './fake-bridge.ts'

const see = (running: Readonly<Record<string, number>>, takenAtUtc?: string): InspectionAction => ({
  kind: 'looked',
  inspection: inspectionOf(running, takenAtUtc === undefined ? {} : { takenAtUtc }),
})
const fail: InspectionAction = { kind: 'failed', failure: blocked.failure }

const after = (...actions: readonly InspectionAction[]): InspectionState =>
  actions.reduce(reduceInspection, initialInspectionState)

describe('reduceInspection', () => {
  test('a refresh without a change keeps every object but the time', () => {
    const first = after(see({ 'iTunesHelper.exe': 1 }))
    const second = reduceInspection(first, see({ 'iTunesHelper.exe': 1 }, '2026-11-22T07:14:07Z'))
    expect(second.inspection?.takenAtUtc).toBe('2026-11-22T07:14:07Z')
    expect(second.inspection?.processes).toBe(first.inspection?.processes)
    expect(second.inspection?.findings).toBe(first.inspection?.findings)
    expect(second.news).toBe(first.news)
  })

  test('a change replaces the changed process and keeps the others', () => {
    const first = after(see({ 'iTunesHelper.exe': 1 }))
    const second = reduceInspection(first, see({ 'iTunesHelper.exe': 1, 'iPodService.exe': 1 }))
    const changed = second.inspection?.processes.filter(
      (process, index) => process !== first.inspection?.processes[index],
    )
    expect(changed?.map(({ imageName }) => imageName)).toEqual(['iPodService.exe'])
  })

  test('a process that ends and one that starts are news, in catalogue order', () => {
    const { news } = after(see({ 'iTunesHelper.exe': 1 }), see({ 'iPodService.exe': 1 }))
    expect(news.changes).toEqual([
      { kind: 'started', imageName: 'iPodService.exe', count: 1 },
      { kind: 'ended', imageName: 'iTunesHelper.exe', count: 0 },
    ])
  })

  test('another number of instances is news too', () => {
    const { news } = after(see({ 'iTunesHelper.exe': 1 }), see({ 'iTunesHelper.exe': 3 }))
    expect(news.changes).toEqual([{ kind: 'instances', imageName: 'iTunesHelper.exe', count: 3 }])
  })

  test('the first look is no news', () => {
    expect(after(see({ 'iTunesHelper.exe': 1 })).news.changes).toEqual([])
  })

  test('a failure after a success keeps the last list', () => {
    const state = after(see({ 'iTunesHelper.exe': 1 }), fail)
    expect(state.failure?.code).toBe('helper-blocked')
    expect(state.inspection?.processesSeen).toBe(214)
    expect(state.news.turn).toBe('failed')
  })

  test('the same failure again changes nothing at all', () => {
    const state = after(see({}), fail)
    expect(reduceInspection(state, fail)).toBe(state)
  })

  test('a success after a failure clears it and says so once', () => {
    const recovered = after(fail, see({}))
    expect(recovered.failure).toBeUndefined()
    expect(recovered.news.turn).toBe('recovered')
  })

  test('trying again goes back to looking only when there is nothing to show', () => {
    expect(after(fail, { kind: 'retried' }).failure).toBeUndefined()
    expect(after(see({}), fail, { kind: 'retried' }).failure?.code).toBe('helper-blocked')
    const fine = after(see({}))
    expect(reduceInspection(fine, { kind: 'retried' })).toBe(fine)
  })

  test('learning that a doubtful process does not run is not told as its end', () => {
    const doubtful = inspectionOf({})
    const unsure: InspectionAction = {
      kind: 'looked',
      inspection: {
        ...doubtful,
        processes: doubtful.processes.map((process) => ({ ...process, status: 'cannot-tell' })),
      },
    }
    expect(after(unsure, see({})).news.changes).toEqual([])
  })

  test('pausing twice is pausing once, and resuming undoes it', () => {
    const paused = after({ kind: 'paused' })
    expect(paused.isPaused).toBe(true)
    expect(reduceInspection(paused, { kind: 'paused' })).toBe(paused)
    expect(reduceInspection(paused, { kind: 'resumed' }).isPaused).toBe(false)
  })
})
