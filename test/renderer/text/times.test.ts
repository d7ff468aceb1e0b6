import { expect, test } from 'vitest'
import { megabytes } from '../../../renderer/text/numbers.ts'
import { dayAndTimeUtc, howLongAgo } from '../../../renderer/text/times.ts'

const start = '2026-11-22T07:00:00.000Z'
const after = (ms: number) => Date.parse(start) + ms
const minute = 60_000

test.each([
  [0, 'this minute'],
  [59_999, 'this minute'],
  [minute, '1 minute ago'],
  [60 * minute - 1, '59 minutes ago'],
  [60 * minute, '1 hour ago'],
  [23 * 60 * minute, '23 hours ago'],
  [24 * 60 * minute, '1 day ago'],
  [9 * 24 * 60 * minute, '9 days ago'],
])('%i ms after the start it says %s', (ms, words) => {
  expect(howLongAgo('en', start, after(ms))).toBe(words)
})

test('a start that lies ahead, or is none, is left out', () => {
  expect(howLongAgo('en', start, after(-1))).toBeUndefined()
  expect(howLongAgo('en', 'soon', after(0))).toBeUndefined()
})

test('times and sizes follow the language', () => {
  expect(howLongAgo('sv', start, after(3 * 60 * minute))).toBe('för 3 timmar sedan')
  expect(megabytes('en', 13_420_000)).toBe('13 MB')
  expect(megabytes('en', 430_000)).toBe('0.4 MB')
  expect(megabytes('sv', 430_000)).toBe('0,4 MB')
})

test('times of many PCs are in UTC and on the 24-hour clock', () => {
  expect(dayAndTimeUtc('en', '2026-11-21T22:14:00.000Z')).toBe('21 Nov 2026, 22:14')
  expect(dayAndTimeUtc('de', '2026-11-21T22:14:00.000Z')).toBe('21. Nov. 2026, 22:14')
  expect(dayAndTimeUtc('fr', 'soon')).toBe('soon')
})
