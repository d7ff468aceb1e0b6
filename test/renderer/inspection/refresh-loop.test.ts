/** A day of looks on a fast clock, and a clock that somebody sets back. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRefreshLoop, longestWaitMs } from '../../../renderer/inspection/refresh-loop.ts'

const intervalMs = 2000
const dayMs = 24 * 60 * 60_000

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a day of looks leaves one timer, and none once it is stopped', async () => {
  const look = vi.fn(() => Promise.resolve(true))
  const loop = createRefreshLoop(look, intervalMs)
  loop.setWanted(true)
  await vi.advanceTimersByTimeAsync(dayMs)
  expect(look.mock.calls.length).toBe(1 + dayMs / intervalMs)
  expect(vi.getTimerCount()).toBe(1)
  loop.stop()
  expect(vi.getTimerCount()).toBe(0)
})

test('a day without a list asks twice a minute, and the first answer brings the usual pace back', async () => {
  let works = false
  const look = vi.fn(() => Promise.resolve(works))
  const loop = createRefreshLoop(look, intervalMs)
  loop.setWanted(true)
  await vi.advanceTimersByTimeAsync(dayMs)
  expect(look.mock.calls.length).toBeLessThan(10 + dayMs / longestWaitMs)
  expect(look.mock.calls.length).toBeGreaterThan(dayMs / longestWaitMs - 10)
  works = true
  await vi.advanceTimersByTimeAsync(longestWaitMs)
  const before = look.mock.calls.length
  await vi.advanceTimersByTimeAsync(10 * intervalMs)
  expect(look.mock.calls.length - before).toBeGreaterThanOrEqual(9)
  loop.stop()
})

test('a clock that is set back a year changes nothing', async () => {
  const look = vi.fn(() => Promise.resolve(true))
  const loop = createRefreshLoop(look, intervalMs)
  loop.setWanted(true)
  await vi.advanceTimersByTimeAsync(10 * intervalMs)
  vi.setSystemTime(Date.now() - 365 * dayMs)
  await vi.advanceTimersByTimeAsync(10 * intervalMs)
  expect(look.mock.calls.length).toBe(21)
  loop.stop()
})
