import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  autostartDeadlineMs,
  autostartKeptMs,
  autostartSource,
} from '../../../electron/sources/autostart-source.ts'
import { readRunKeys } from '../../../electron/win32/startup/autostart.ts'
import { unknownRunKeys } from '../../../shared/model/run-keys.ts'
import { failed, skipped } from '../../../shared/model/probe.ts'
import { keysWith, runEntry } from '../../fixtures/run-keys.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const asking = () => ({ signal: new AbortController().signal })

test('an answer is kept for a while, then asked anew', async () => {
  const read = vi.fn(() => Promise.resolve(keysWith(runEntry())))
  const ask = autostartSource(read)
  expect(await ask(asking())).toEqual(keysWith(runEntry()))
  await ask(asking())
  vi.advanceTimersByTime(autostartKeptMs - 1)
  await ask(asking())
  expect(read).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1)
  await ask(asking())
  expect(read).toHaveBeenCalledTimes(2)
})

test('a registry that hangs keeps nobody waiting, and is told to stop', async () => {
  let told: AbortSignal | undefined
  const ask = autostartSource((signal) => {
    told = signal
    return new Promise(() => {})
  })
  const answer = ask(asking())
  await vi.advanceTimersByTimeAsync(autostartDeadlineMs)
  expect(await answer).toEqual(unknownRunKeys(failed('timeout')))
  expect(told?.aborted).toBe(true)
})

test('what a cancelled look gave is not kept', async () => {
  const controller = new AbortController()
  const read = vi.fn((signal?: AbortSignal) =>
    Promise.resolve(signal?.aborted === true ? unknownRunKeys(skipped('cancelled')) : keysWith()),
  )
  const ask = autostartSource(read)
  controller.abort()
  expect(await ask({ signal: controller.signal })).toEqual(unknownRunKeys(skipped('cancelled')))
  expect(await ask(asking())).toEqual(keysWith())
})

if (process.platform !== 'win32') {
  test('without Windows every key says so', async () => {
    expect(await readRunKeys()).toEqual(unknownRunKeys(skipped('not-windows')))
  })
}
