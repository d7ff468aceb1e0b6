// @vitest-environment happy-dom
import { cleanup, renderHook, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import {
  renewLocalConnectionsMs,
  renewWatchedMs,
  useLocalConnections,
} from '../../../renderer/inspection/use-local-connections.ts'
import { fakeBridge } from '../fake-bridge.ts'

afterEach(cleanup)

const start = Date.parse('2026-11-28T10:00:00Z')

/** @returns after how many milliseconds of looks, one each 2,000 ms, the connections were looked at. */
async function looksIn(ms: number, isWatched: boolean): Promise<readonly number[]> {
  const bridge = fakeBridge()
  const looks: number[] = []
  const at = (after: number) => new Date(start + after).toISOString()
  const { rerender } = renderHook(
    ({ after }) => useLocalConnections(bridge, at(after), false, isWatched),
    { initialProps: { after: 0 } },
  )
  await waitFor(() => {
    expect(bridge.lookAtConnections).toHaveBeenCalledTimes(1)
  })
  looks.push(0)
  for (let after = 2_000; after <= ms; after += 2_000) {
    const before = bridge.lookAtConnections.mock.calls.length
    // What was asked before has been answered.
    await bridge.lookAtConnections.mock.results.at(-1)?.value
    rerender({ after })
    if (bridge.lookAtConnections.mock.calls.length > before) looks.push(after)
  }
  return looks
}

describe('the look at this PC’s own side of its connections', () => {
  test('comes each minute while nobody watches', async () => {
    expect(await looksIn(130_000, false)).toEqual([
      0,
      renewLocalConnectionsMs,
      2 * renewLocalConnectionsMs,
    ])
  })

  test('comes with every other inspection while steps tick by themselves', async () => {
    expect(await looksIn(12_000, true)).toEqual([
      0,
      renewWatchedMs,
      2 * renewWatchedMs,
      3 * renewWatchedMs,
    ])
  })

  test('goes on when somebody sets the clock back a year', async () => {
    const bridge = fakeBridge()
    const { rerender } = renderHook(({ at }) => useLocalConnections(bridge, at, false, true), {
      initialProps: { at: '2026-11-28T10:00:00.000Z' },
    })
    await waitFor(() => {
      expect(bridge.lookAtConnections).toHaveBeenCalledTimes(1)
    })
    await bridge.lookAtConnections.mock.results[0]?.value
    rerender({ at: '2025-11-28T10:00:02.000Z' })
    await waitFor(() => {
      expect(bridge.lookAtConnections).toHaveBeenCalledTimes(2)
    })
  })
})
