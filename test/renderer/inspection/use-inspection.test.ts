// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { longestWaitMs } from '../../../renderer/inspection/refresh-loop.ts'
import { refreshIntervalMs, useInspection } from '../../../renderer/inspection/use-inspection.ts'
import type { Answer } from '../../../shared/ipc/channels.ts'
import { blocked, fakeBridge, looked } from '../fake-bridge.ts'

/** Does something and lets every promise that hangs on it run. */
const settle = (action: () => unknown): Promise<void> =>
  act(() => {
    action()
    return Promise.resolve()
  })

let visibility: DocumentVisibilityState = 'visible'

function show(state: DocumentVisibilityState): Promise<void> {
  visibility = state
  return settle(() => document.dispatchEvent(new Event('visibilitychange')))
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

/** A bridge whose every answer waits until the test gives it. */
function slowBridge() {
  const bridge = fakeBridge()
  const waiting: ((answer: Answer<'runInspection'>) => void)[] = []
  bridge.runInspection.mockImplementation(
    () => new Promise((resolve) => void waiting.push(resolve)),
  )
  const answer = (value: Answer<'runInspection'>) => settle(() => waiting.shift()?.(value))
  return { bridge, answer }
}

beforeEach(() => {
  vi.useFakeTimers()
  visibility = 'visible'
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility)
})

afterEach(() => {
  cleanup()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('useInspection', () => {
  test('looks at once, and again two seconds after the answer', async () => {
    const bridge = fakeBridge()
    const { result } = renderHook(() => useInspection(bridge))
    await pass(0)
    expect(bridge.runInspection).toHaveBeenCalledTimes(1)
    expect(result.current.state.inspection?.processesSeen).toBe(214)
    await pass(refreshIntervalMs - 1)
    expect(bridge.runInspection).toHaveBeenCalledTimes(1)
    await pass(1)
    expect(bridge.runInspection).toHaveBeenCalledTimes(2)
  })

  test('starts with a first answer where there is one, and looks again after the usual time', async () => {
    const bridge = fakeBridge()
    const first = looked({ 'iTunesHelper.exe': 1 })
    const { result } = renderHook(() => useInspection(bridge, first))
    expect(result.current.state.inspection?.processesSeen).toBe(214)
    await pass(refreshIntervalMs - 1)
    expect(bridge.runInspection).not.toHaveBeenCalled()
    await pass(1)
    expect(bridge.runInspection).toHaveBeenCalledTimes(1)
  })

  test('shows a first answer that is a failure, and looks again', async () => {
    const bridge = fakeBridge()
    const { result } = renderHook(() => useInspection(bridge, blocked))
    expect(result.current.state.failure).toMatchObject({ code: 'helper-blocked' })
    await pass(refreshIntervalMs)
    expect(result.current.state.failure).toBeUndefined()
  })

  test('never asks while an answer is awaited, however long it takes', async () => {
    const { bridge, answer } = slowBridge()
    const { result } = renderHook(() => useInspection(bridge))
    await pass(60_000)
    await settle(() => {
      result.current.refresh()
    })
    expect(bridge.runInspection).toHaveBeenCalledTimes(1)
    await answer(looked({}))
    await pass(refreshIntervalMs - 1)
    expect(bridge.runInspection).toHaveBeenCalledTimes(1)
    await pass(1)
    expect(bridge.runInspection).toHaveBeenCalledTimes(2)
  })

  test('does not look while hidden, and looks at once when shown again', async () => {
    const bridge = fakeBridge()
    renderHook(() => useInspection(bridge))
    await pass(0)
    await show('hidden')
    await pass(60_000)
    expect(bridge.runInspection).toHaveBeenCalledTimes(1)
    await show('visible')
    expect(bridge.runInspection).toHaveBeenCalledTimes(2)
    await pass(refreshIntervalMs)
    expect(bridge.runInspection).toHaveBeenCalledTimes(3)
  })

  test('an answer that arrives while hidden starts no new round', async () => {
    const { bridge, answer } = slowBridge()
    renderHook(() => useInspection(bridge))
    await show('hidden')
    await answer(looked({}))
    await pass(60_000)
    expect(bridge.runInspection).toHaveBeenCalledTimes(1)
  })

  test('a pause stops the looks, also over hiding and showing; resuming looks at once', async () => {
    const bridge = fakeBridge()
    const { result } = renderHook(() => useInspection(bridge))
    await pass(0)
    await settle(() => {
      result.current.pause()
    })
    await show('hidden')
    await show('visible')
    await pass(60_000)
    expect(bridge.runInspection).toHaveBeenCalledTimes(1)
    await settle(() => {
      result.current.resume()
    })
    expect(bridge.runInspection).toHaveBeenCalledTimes(2)
  })

  test('Refresh looks once even while paused, and the pause stays', async () => {
    const bridge = fakeBridge()
    const { result } = renderHook(() => useInspection(bridge))
    await pass(0)
    await settle(() => {
      result.current.pause()
    })
    await settle(() => {
      result.current.refresh()
    })
    await pass(60_000)
    expect(bridge.runInspection).toHaveBeenCalledTimes(2)
    expect(result.current.state.isPaused).toBe(true)
  })

  test('after failures it waits longer each time, up to a limit, and a success resets that', async () => {
    const bridge = fakeBridge()
    bridge.runInspection.mockResolvedValue(blocked)
    renderHook(() => useInspection(bridge))
    await pass(0)
    await pass(2 * refreshIntervalMs - 1)
    expect(bridge.runInspection).toHaveBeenCalledTimes(1)
    await pass(1)
    expect(bridge.runInspection).toHaveBeenCalledTimes(2)
    await pass(10 * longestWaitMs)
    const calls = bridge.runInspection.mock.calls.length
    await pass(longestWaitMs)
    expect(bridge.runInspection).toHaveBeenCalledTimes(calls + 1)
    bridge.runInspection.mockResolvedValue(looked({}))
    // At the latest now one look has worked, and the old rhythm is back.
    await pass(longestWaitMs)
    const recovered = bridge.runInspection.mock.calls.length
    await pass(10 * refreshIntervalMs)
    expect(bridge.runInspection).toHaveBeenCalledTimes(recovered + 10)
  })

  test('a call that throws or rejects is a failure with its reason, not a crash', async () => {
    const bridge = fakeBridge()
    bridge.runInspection.mockRejectedValueOnce(new Error('the pipe broke'))
    const { result } = renderHook(() => useInspection(bridge))
    await pass(0)
    expect(result.current.state.failure).toMatchObject({ code: 'internal' })
    expect(result.current.state.failure?.detail).toContain('the pipe broke')
  })

  test('an unmounted window ignores late answers and asks no more', async () => {
    const { bridge, answer } = slowBridge()
    const { result, unmount } = renderHook(() => useInspection(bridge))
    unmount()
    await answer(looked({}))
    await pass(60_000)
    expect(result.current.state.inspection).toBeUndefined()
    expect(bridge.runInspection).toHaveBeenCalledTimes(1)
  })
})
