/** Do only so many run at once, and has every wait an end? */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createGate } from '../../../electron/async/gate.ts'

describe('createGate', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('lets only so many run at once, in the order in which they came', async () => {
    const gate = createGate(4)
    let running = 0
    let most = 0
    const order: number[] = []
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        gate.run(async () => {
          order.push(index)
          running += 1
          most = Math.max(most, running)
          await new Promise((resolve) => setImmediate(resolve))
          running -= 1
        }),
      ),
    )
    expect(most).toBe(4)
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })

  it('frees the place of a task that fails, and of one that is given up while it waits', async () => {
    const gate = createGate(1)
    const control = new AbortController()
    const failing = gate.run(() => Promise.reject(new Error('no')))
    const givenUp = gate.run(() => Promise.resolve('ran'), control.signal)
    control.abort()
    await expect(failing).rejects.toThrow('no')
    expect(await givenUp).toBeNull()
    expect(await gate.run(() => Promise.resolve('ran'))).toBe('ran')
  })

  it('does not keep whoever gives up while waiting until a turn comes', async () => {
    const gate = createGate(1)
    const control = new AbortController()
    let end = () => {}
    void gate.run(() => new Promise<void>((resolve) => (end = resolve)))
    const waiting = gate.run(() => Promise.resolve('ran'), control.signal)
    control.abort()
    expect(await waiting).toBeNull()
    end()
    expect(await gate.run(() => Promise.resolve('ran'))).toBe('ran')
  })

  it('answers nothing in time for what hangs, and lets others pass while a place is left', async () => {
    vi.useFakeTimers()
    const gate = createGate(2, 1000)
    const hanging = gate.run(() => new Promise(() => {}))
    await vi.advanceTimersByTimeAsync(1000)
    expect(await hanging).toBeNull()
    expect(await gate.run(() => Promise.resolve('ran'))).toBe('ran')
  })

  it('lets nobody wait when every place is held by what hangs, and all again when one has ended', async () => {
    vi.useFakeTimers()
    const gate = createGate(2, 1000)
    let end = () => {}
    const first = gate.run(() => new Promise<string>((resolve) => (end = () => resolve('late'))))
    const second = gate.run(() => new Promise(() => {}))
    let ran = 0
    const waiting = gate.run(() => Promise.resolve((ran += 1)))
    await vi.advanceTimersByTimeAsync(1000)
    expect([await first, await second, await waiting]).toEqual([null, null, null])
    expect(await gate.run(() => Promise.resolve((ran += 1)))).toBeNull()
    expect(ran).toBe(0)
    end()
    await vi.advanceTimersByTimeAsync(0)
    expect(await gate.run(() => Promise.resolve('ran'))).toBe('ran')
  })

  it('counts the time of each task from its own beginning: a long queue is no hang', async () => {
    vi.useFakeTimers()
    const gate = createGate(1, 1000)
    const work = () => new Promise<string>((resolve) => setTimeout(() => resolve('ran'), 900))
    const all = Promise.all(Array.from({ length: 5 }, () => gate.run(work)))
    await vi.advanceTimersByTimeAsync(5 * 900)
    expect(await all).toEqual(['ran', 'ran', 'ran', 'ran', 'ran'])
  })

  it('does not mind a failure that comes too late', async () => {
    vi.useFakeTimers()
    const gate = createGate(1, 1000)
    const late = gate.run(
      () => new Promise((_resolve, reject) => setTimeout(() => reject(new Error('no')), 2000)),
    )
    await vi.advanceTimersByTimeAsync(3000)
    expect(await late).toBeNull()
    expect(await gate.run(() => Promise.resolve('ran'))).toBe('ran')
  })
})
