/** Is an answer kept for its time and no longer, and does a day of ever other questions leave nothing behind? */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keptFor, type Kept } from '../../../electron/async/kept-for.ts'

const keptMs = 10 * 60_000
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function counting(isWorthKeeping?: (answer: string) => boolean) {
  const asked: string[] = []
  const kept = new Map<string, Kept<string>>()
  const ask = (key: string) => {
    asked.push(key)
    return Promise.resolve(`answer ${asked.length}`)
  }
  return { asked, kept, read: keptFor(keptMs, ask, (key) => key, isWorthKeeping, kept) }
}

test('an answer is given again until its time is over, also to those who ask meanwhile', async () => {
  const { read, asked } = counting()
  expect(await Promise.all([read('a'), read('a')])).toEqual(['answer 1', 'answer 1'])
  vi.advanceTimersByTime(keptMs - 1)
  expect(await read('a')).toBe('answer 1')
  vi.advanceTimersByTime(1)
  expect(await read('a')).toBe('answer 2')
  expect(asked).toEqual(['a', 'a'])
})

test('an answer that is not worth it, and a failure, are asked anew', async () => {
  const { read, kept } = counting((answer) => answer !== 'answer 1')
  expect(await read('a')).toBe('answer 1')
  expect(await read('a')).toBe('answer 2')
  expect(await read('a')).toBe('answer 2')
  const fail = (key: string) => Promise.reject<string>(new Error(`no ${key}`))
  const failing = keptFor(keptMs, fail, (key) => key, undefined, kept)
  await expect(failing('b')).rejects.toThrow('no b')
  expect([...kept.keys()]).toEqual(['a'])
})

test('a day in which each look asks for another process keeps those of the last minutes alone', async () => {
  const { read, kept } = counting()
  const everyMs = 2_000
  let most = 0
  for (let at = 0; at < 24 * 60 * 60_000; at += everyMs) {
    // What is asked in each look is kept and renewed beside what is asked once.
    await Promise.all([read(`process ${at}`), read('always')])
    most = Math.max(most, kept.size)
    vi.advanceTimersByTime(everyMs)
  }
  expect(most).toBe(keptMs / everyMs + 1)
})
