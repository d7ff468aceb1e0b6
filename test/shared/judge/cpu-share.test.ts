import { expect, test } from 'vitest'
import { createCpuMeter, cpuShares, wholeCpuShare } from '../../../shared/judge/cpu-share.ts'
import { known } from '../../../shared/model/probe.ts'
import type { ListedProcess, Listing } from '../../../shared/model/process.ts'
import { listed, listing } from '../../fixtures/listed.ts'

const at = (atMs: number, processes: readonly ListedProcess[], processors = 4): Listing =>
  listing(processes, {
    lister: 'in-process',
    load: { atMs, processors, memoryBytes: 1, memoryInUseBytes: 1 },
  })
const used = (pid: number, cpuMs: number, more: Partial<ListedProcess> = {}) =>
  listed(pid, `p${pid}.exe`, { cpuMs: known(cpuMs), startedAtUtc: known('a'), ...more })

test('a process that keeps one of four processors busy uses a quarter of the PC', () => {
  const shares = cpuShares(
    at(0, [used(7, 0), used(8, 500)]),
    at(2000, [used(7, 2000), used(8, 500)]),
  )
  expect(shares?.get(7)).toBe(250)
  expect(shares?.get(8)).toBe(0)
})

test('what the idle process left is what the whole PC used', () => {
  const shares = cpuShares(at(0, [used(0, 0)]), at(1000, [used(0, 3560)]))
  expect(wholeCpuShare(shares)).toBe(110)
  expect(wholeCpuShare(new Map())).toBeUndefined()
})

test('a process that got the pid of another begins anew', () => {
  const shares = cpuShares(
    at(0, [used(7, 100)]),
    at(1000, [used(7, 400, { startedAtUtc: known('b') })]),
  )
  expect(shares?.has(7)).toBe(false)
})

test('times that run back or beyond the possible stay within 0 and 100 %', () => {
  const shares = cpuShares(at(0, [used(7, 900), used(8, 0)]), at(1000, [used(7, 0), used(8, 9e9)]))
  expect([shares?.get(7), shares?.get(8)]).toEqual([0, 1000])
})

test('two lists too close together are not compared: the next one is held against the first', () => {
  const measure = createCpuMeter()
  expect(measure(at(0, [used(7, 0)]))).toBeUndefined()
  expect(measure(at(100, [used(7, 90)]))).toBeUndefined()
  expect(measure(at(1000, [used(7, 400)]))?.get(7)).toBe(100)
})

test('a long pause is no "now", and a list without times tells nothing', () => {
  const measure = createCpuMeter()
  measure(at(0, [used(7, 0)]))
  expect(measure(at(60_000, [used(7, 4000)]))?.size).toBe(0)
  expect(measure(listing([listed(7, 'p7.exe')]))).toBeUndefined()
})
