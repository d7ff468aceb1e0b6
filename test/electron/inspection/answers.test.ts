/** Are answers kept as long as they hold, late ones given up, and parents told only when they are? */
import { describe, expect, test } from 'vitest'
import { withDeadline } from '../../../electron/async/deadline.ts'
import { keptFor } from '../../../electron/async/kept-for.ts'
import { parentNameIn } from '../../../electron/sources/parent-name.ts'
import { known } from '../../../shared/model/probe.ts'
import { listed, listing } from '../../fixtures/listed.ts'

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('a kept answer', () => {
  test('is asked for once while it holds, also by two at the same time', async () => {
    let asked = 0
    const ask = keptFor(
      60_000,
      (key: string) => Promise.resolve(`${key}${++asked}`),
      (key) => key,
    )
    expect(await Promise.all([ask('a'), ask('a'), ask('b')])).toEqual(['a1', 'a1', 'b2'])
    expect(await ask('a')).toBe('a1')
  })

  test('is asked for again when it is too old, was not worth keeping, or failed', async () => {
    let asked = 0
    const count = () => Promise.resolve(++asked)
    const old = keptFor(10, count, () => '')
    expect(await old()).toBe(1)
    await later(20)
    expect(await old()).toBe(2)

    const cancelled = keptFor(
      60_000,
      count,
      () => '',
      (value) => value > 3,
    )
    expect(await cancelled()).toBe(3)
    expect(await cancelled()).toBe(4)
    expect(await cancelled()).toBe(4)

    const failing = keptFor(
      60_000,
      () => Promise.reject(new Error(String(++asked))),
      () => '',
    )
    await expect(failing()).rejects.toThrow('5')
    await expect(failing()).rejects.toThrow('6')
  })
})

test('an answer that never comes is given up, one in time is not', async () => {
  const never = new Promise<string>(() => {})
  expect(await withDeadline(never, 20, 'late')).toBe('late')
  expect(
    await withDeadline(
      later(1).then(() => 'in time'),
      300_000,
      'late',
    ),
  ).toBe('in time')
})

describe('the parent of a process', () => {
  const at = (second: number) => ({
    startedAtUtc: known(new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString()),
  })
  const child = listed(20, 'child.exe', { parentPid: 10, ...at(30) })

  test('is the process of that pid, if it started before', () => {
    expect(parentNameIn(child, listing([listed(10, 'parent.exe', at(1)), child]))).toBe(
      'parent.exe',
    )
  })
  test('is not a later process that was given the pid', () => {
    expect(parentNameIn(child, listing([listed(10, 'later.exe', at(31)), child]))).toBeNull()
  })
  test('is not told where the starts are not known, or it has ended', () => {
    expect(parentNameIn(child, listing([listed(10, 'parent.exe'), child]))).toBeNull()
    expect(parentNameIn(child, listing([child]))).toBeNull()
  })
})
