// @vitest-environment happy-dom
/** The list over time: a clock that is set back, and PCs that change wholly at each look. */
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { markMs } from '../../../renderer/processes/list-state.ts'
import { useProcessList } from '../../../renderer/processes/use-process-list.ts'
import { success } from '../../../shared/model/result.ts'
import { listing } from '../../fixtures/listed.ts'
import { catalogue, fakeBridge } from '../fake-bridge.ts'
import { running } from './rows.ts'

const intervalMs = 2000
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

function open(next: () => readonly ReturnType<typeof running>[]) {
  const bridge = fakeBridge()
  bridge.listProcesses.mockImplementation(() => Promise.resolve(success(listing(next()))))
  const hook = renderHook(() => useProcessList(bridge, catalogue.processes, false))
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
  return { hook, pass, bridge }
}

test('what has ended goes in time, also where the clock is set back meanwhile', async () => {
  let processes = [running(8, 'a.exe'), running(12, 'b.exe')]
  const { hook, pass } = open(() => processes)
  await pass(intervalMs)
  processes = [running(8, 'a.exe')]
  await pass(intervalMs)
  expect(hook.result.current.state.marks.size).toBe(1)
  vi.setSystemTime(Date.now() - 24 * 60 * 60_000)
  await pass(markMs + 2 * intervalMs)
  expect(hook.result.current.state.marks.size).toBe(0)
})

test('10,000 processes that are others at every look leave nothing of those before', async () => {
  let round = 0
  const { hook, pass, bridge } = open(() => {
    round += 1
    return Array.from({ length: 10_000 }, (_, index) =>
      running(round * 40_000 + 4 * index, `p${round}-${index}.exe`),
    )
  })
  for (let looks = 0; looks < 12; looks += 1) await pass(intervalMs)
  expect(bridge.listProcesses.mock.calls.length).toBeGreaterThan(10)
  const { state } = hook.result.current
  expect(state.marks.size).toBeLessThanOrEqual(80_000)
  expect(JSON.stringify([...state.marks.keys()]).includes('p1-')).toBe(false)
  // Its own loop and the end of the marks.
  expect(vi.getTimerCount()).toBeLessThanOrEqual(3)
})
