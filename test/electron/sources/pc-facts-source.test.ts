import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  pcFactsSource,
  type PcPart,
  type PcParts,
} from '../../../electron/sources/pc-facts-source.ts'
import { pcPartNames } from '../../../shared/model/pc-parts.ts'
import { unknownPcFacts } from '../../../shared/model/unknown-pc-facts.ts'
import { failed, skipped } from '../../../shared/model/probe.ts'
import { pcFacts } from '../../fixtures/pc-facts.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] })
  vi.setSystemTime('2026-11-27T10:00:00.000Z')
})
afterEach(() => {
  vi.useRealTimers()
})

const asking = () => ({ signal: new AbortController().signal })

/** Every part answers at once with the written facts. */
function partsWith(more: Partial<PcParts> = {}): PcParts {
  const parts = Object.fromEntries(
    pcPartNames.map((name) => [
      name,
      { read: () => Promise.resolve(pcFacts[name]), deadlineMs: 1_000, keptMs: 10_000 },
    ]),
  )
  return { ...(parts as unknown as PcParts), ...more }
}

const part = <T>(read: PcPart<T>['read']): PcPart<T> => ({
  ...{ read, deadlineMs: 1_000, keptMs: 10_000 },
})

test('all parts come together, in the order in which a report has them', async () => {
  const facts = await pcFactsSource(partsWith())(asking())
  expect(facts).toEqual({ ...pcFacts, takenAtUtc: '2026-11-27T10:00:00.000Z', kept: [] })
  expect(Object.keys(facts)).toEqual(['takenAtUtc', 'kept', ...pcPartNames])
})

test('a part that hangs is late by itself and is told to stop; the rest is whole', async () => {
  let told: AbortSignal | undefined
  const ask = pcFactsSource(
    partsWith({
      drivers: part(({ signal }) => {
        told = signal
        return new Promise(() => {})
      }),
    }),
  )
  const answer = ask(asking())
  // The turn in which the parts begin is a real one.
  await new Promise(setImmediate)
  await vi.advanceTimersByTimeAsync(1_000)
  const facts = await answer
  expect(facts.drivers).toEqual(failed('timeout'))
  expect(facts.devices).toEqual(pcFacts.devices)
  expect(told?.aborted).toBe(true)
})

test('a part that throws is failed by itself; the rest is whole', async () => {
  const ask = pcFactsSource(
    partsWith({
      startup: part(() => Promise.reject(new Error('made up'))),
      network: part(() => {
        throw new Error('made up')
      }),
    }),
  )
  const facts = await ask(asking())
  const unknown = unknownPcFacts('', failed('windows-error'))
  expect(facts.startup).toEqual(unknown.startup)
  expect(facts.network).toEqual(unknown.network)
  expect(facts.services).toEqual(pcFacts.services)
})

test('a part is kept for its own time, and said to be kept since when', async () => {
  const read = vi.fn(() => Promise.resolve(pcFacts.backups))
  const ask = pcFactsSource(partsWith({ backups: { ...part(read), keptMs: 60_000 } }))
  await ask(asking())
  await vi.advanceTimersByTimeAsync(59_999)
  expect((await ask(asking())).kept).toEqual([
    { part: 'backups', readAtUtc: '2026-11-27T10:00:00.000Z' },
  ])
  expect(read).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(1)
  await ask(asking())
  expect(read).toHaveBeenCalledTimes(2)
})

test('what a late, failed or cancelled look gave is asked anew', async () => {
  const read = vi.fn(() => Promise.resolve(pcFacts.devices))
  read.mockRejectedValueOnce(new Error('made up'))
  const ask = pcFactsSource(partsWith({ devices: part(read) }))
  expect((await ask(asking())).devices).toEqual(failed('windows-error'))
  expect((await ask(asking())).devices).toEqual(pcFacts.devices)

  const cancelled = pcFactsSource(partsWith())
  const controller = new AbortController()
  controller.abort()
  expect((await cancelled({ signal: controller.signal })).windows).toEqual(skipped('cancelled'))
  expect((await cancelled(asking())).windows).toEqual(pcFacts.windows)
})
