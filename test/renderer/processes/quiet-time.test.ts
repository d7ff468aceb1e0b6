import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createQuietTime } from '../../../renderer/processes/quiet-time.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('without any scrolling a change comes at once', () => {
  const run = vi.fn()
  createQuietTime().whenQuiet(run)
  expect(run).toHaveBeenCalledOnce()
})

test('a change waits until the scrolling is over, and comes once', () => {
  const { noteScroll, whenQuiet } = createQuietTime()
  const run = vi.fn()
  noteScroll()
  whenQuiet(run)
  vi.advanceTimersByTime(100)
  noteScroll()
  vi.advanceTimersByTime(100)
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(200)
  expect(run).toHaveBeenCalledOnce()
})

test('scrolling without end does not keep a change away for ever', () => {
  const { noteScroll, whenQuiet } = createQuietTime()
  const run = vi.fn()
  noteScroll()
  whenQuiet(run)
  for (let step = 0; step < 60; step += 1) {
    vi.advanceTimersByTime(100)
    noteScroll()
  }
  expect(run).toHaveBeenCalledOnce()
})

test('what came first comes first, also when the later one comes after the scrolling', () => {
  const { noteScroll, whenQuiet } = createQuietTime()
  const order: number[] = []
  vi.advanceTimersByTime(30)
  noteScroll()
  vi.advanceTimersByTime(130)
  whenQuiet(() => order.push(1))
  vi.advanceTimersByTime(30)
  whenQuiet(() => order.push(2))
  vi.advanceTimersByTime(200)
  expect(order).toEqual([1, 2])
})
