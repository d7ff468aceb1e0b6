import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { blocked, fakeBridge, looked, type FakeBridge } from './fake-bridge.ts'
import { preloaded } from './open-window.tsx'

beforeEach(() => {
  vi.useFakeTimers()
  vi.resetModules()
})
afterEach(() => {
  vi.useRealTimers()
  Object.assign(window, { inspector: undefined })
})

async function ask(bridge: FakeBridge | undefined, milliseconds = 0) {
  Object.assign(window, { inspector: bridge && preloaded(bridge) })
  const { firstAnswers } = await import('../../renderer/first-answers.ts')
  await vi.advanceTimersByTimeAsync(milliseconds)
  return firstAnswers
}

describe('the answers for the first picture', () => {
  test('are both there when the main process is quick, failures among them', async () => {
    const bridge = fakeBridge()
    bridge.runInspection.mockResolvedValue(blocked)
    const { description, inspection } = await ask(bridge)
    expect(description?.ok).toBe(true)
    expect(inspection).toEqual(blocked)
    expect(bridge.runInspection).toHaveBeenCalledOnce()
  })

  test('do not wait for a slow list longer than a moment', async () => {
    const bridge = fakeBridge()
    bridge.runInspection.mockReturnValue(new Promise(() => {}))
    const { description, inspection } = await ask(bridge, 100)
    expect(description?.ok).toBe(true)
    expect(inspection).toBeUndefined()
  })

  test('leave out a question that broke: the window asks it again and shows why', async () => {
    const bridge = fakeBridge()
    bridge.describeApp.mockRejectedValue(new Error('broken'))
    bridge.runInspection.mockResolvedValue(looked({}))
    const { description, inspection } = await ask(bridge)
    expect(description).toBeUndefined()
    expect(inspection?.ok).toBe(true)
  })

  test('are empty outside the app, where nobody can be asked', async () => {
    expect(await ask(undefined)).toEqual({ description: undefined, inspection: undefined })
  })
})
