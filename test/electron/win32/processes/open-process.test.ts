/** Is a process that has ended, or another one with the same number, never taken for the one that was listed? A made-up kernel32. */
import { expect, test } from 'vitest'
import { withProcess } from '../../../../electron/win32/processes/open-process.ts'
import type { Kernel32 } from '../../../../electron/win32/bridge/kernel32.ts'
import { denied, failed, known } from '../../../../shared/model/probe.ts'

const startedAtUtc = '2026-11-22T08:00:07.000Z'
/** 100-nanosecond steps since 1601, of that moment and one second. */
const filetime = (second: number) =>
  BigInt(Date.UTC(2026, 10, 22, 8, 0, second) + 11_644_473_600_000) * 10_000n

interface Found {
  readonly handle?: bigint | null
  readonly error?: number
  readonly second?: number
  readonly timesWork?: boolean
  readonly exitCode?: number
}

function ask(
  { handle = 7n, error = 0, second = 7, timesWork = true, exitCode = 259 }: Found,
  startedAt: string | null = startedAtUtc,
  use: () => ReturnType<typeof known<string>> = () => known('used'),
) {
  const closed: unknown[] = []
  const api = {
    OpenProcess: (right: number, _inherit: number, pid: number) =>
      right === 0x1000 && pid === 42 ? handle : null,
    GetLastError: () => error,
    GetProcessTimes: (_process: unknown, creation: Buffer) => {
      creation.writeBigInt64LE(filetime(second))
      return timesWork ? 1 : 0
    },
    GetExitCodeProcess: (_process: unknown, code: Buffer) => {
      code.writeUInt32LE(exitCode)
      return 1
    },
    CloseHandle: (process: unknown) => closed.push(process),
  } as unknown as Kernel32
  const run = () => withProcess(api, { pid: 42, startedAtUtc: startedAt }, use)
  return { run, closed }
}

test('the process that was listed is used, and its handle closed', () => {
  const { run, closed } = ask({})
  expect(run()).toEqual(known('used'))
  expect(closed).toEqual([7n])
})

test.each<[string, Found]>([
  ['one that started later under the same number', { second: 8 }],
  ['one whose start cannot be read', { timesWork: false }],
  ['one that has ended and is still held', { exitCode: 0 }],
])('%s is not: it has ended, and the handle is closed', (_what, found) => {
  const { run, closed } = ask(found)
  expect(run()).toEqual(failed('process-ended'))
  expect(closed).toEqual([7n])
})

test('without a listed start any process with the number is it, unless it has ended', () => {
  expect(ask({ second: 8 }, null).run()).toEqual(known('used'))
  expect(ask({ exitCode: 1 }, null).run()).toEqual(failed('process-ended'))
})

test.each([
  [87, failed('process-ended')],
  [5, denied('needs-admin')],
])('error %d of opening it is said', (error, answer) => {
  const { run, closed } = ask({ handle: null, error })
  expect(run()).toEqual(answer)
  expect(closed).toEqual([])
})

test('the handle is closed also when the use fails', () => {
  const { run, closed } = ask({}, startedAtUtc, () => {
    throw new Error('a bug')
  })
  expect(run).toThrow('a bug')
  expect(closed).toEqual([7n])
})
