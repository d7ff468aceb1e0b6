import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { graceMs, recoverWindow, soonMs } from '../../../electron/window/recover.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A window whose process a test ends. */
function openWindow(answer: () => Promise<'again' | 'close'> = () => Promise.resolve('again')) {
  const events = new EventEmitter()
  const page = new EventEmitter()
  const end = async (reason: 'crashed' | 'clean-exit' = 'crashed') => {
    page.emit('render-process-gone', {}, { reason })
    await vi.advanceTimersByTimeAsync(1)
  }
  const seen = {
    reload: vi.fn(),
    forcefullyCrashRenderer: vi.fn(() => {
      page.emit('render-process-gone', {}, { reason: 'killed' })
    }),
    ask: vi.fn(answer),
    close: vi.fn(),
    isDestroyed: vi.fn(() => false),
  }
  recoverWindow(
    {
      isDestroyed: seen.isDestroyed,
      on: (event: string, listener: () => void) => events.on(event, listener),
      webContents: {
        on: (event, listener) => page.on(event, listener),
        reload: seen.reload,
        forcefullyCrashRenderer: seen.forcefullyCrashRenderer,
      },
    },
    { ask: seen.ask, close: seen.close, log: () => {} },
  )
  return { seen, end, events }
}

test('a page whose process has ended is loaded again once, without a question', async () => {
  const { seen, end } = openWindow()
  await end()
  expect(seen.reload).toHaveBeenCalledOnce()
  expect(seen.ask).not.toHaveBeenCalled()
})

test('when it ends again soon, the user is asked and nothing goes round by itself', async () => {
  const { seen, end } = openWindow(() => new Promise(() => {}))
  await end()
  await end()
  await end()
  expect(seen.reload).toHaveBeenCalledOnce()
  expect(seen.ask).toHaveBeenCalledOnce()
})

test('"Start again" loads it once more, and "Close" closes the program', async () => {
  const answers = ['again', 'close'] as const
  let count = 0
  const { seen, end } = openWindow(() => Promise.resolve(answers[count++] ?? 'close'))
  await end()
  await end()
  expect(seen.reload).toHaveBeenCalledTimes(2)
  expect(seen.close).not.toHaveBeenCalled()
  await end()
  await end()
  expect(seen.reload).toHaveBeenCalledTimes(3)
  expect(seen.close).toHaveBeenCalledOnce()
})

test('an end long after the last one counts as the first', async () => {
  const { seen, end } = openWindow()
  await end()
  await vi.advanceTimersByTimeAsync(soonMs)
  await end()
  expect(seen.reload).toHaveBeenCalledTimes(2)
  expect(seen.ask).not.toHaveBeenCalled()
})

test('a dialog that cannot be shown leaves no blank window behind', async () => {
  const { seen, end } = openWindow(() => Promise.reject(new Error('no dialog')))
  await end()
  await end()
  expect(seen.close).toHaveBeenCalledOnce()
})

test('a page that was closed in the ordinary way is left alone, and so is a window that has gone', async () => {
  const { seen, end } = openWindow()
  await end('clean-exit')
  seen.isDestroyed.mockReturnValue(true)
  await end()
  expect(seen.reload).not.toHaveBeenCalled()
})

test('a page that hangs is ended and loaded again, but not while it may only be busy', async () => {
  const { seen, events } = openWindow()
  events.emit('unresponsive')
  await vi.advanceTimersByTimeAsync(graceMs - 1)
  events.emit('responsive')
  await vi.advanceTimersByTimeAsync(graceMs)
  expect(seen.forcefullyCrashRenderer).not.toHaveBeenCalled()

  events.emit('unresponsive')
  await vi.advanceTimersByTimeAsync(graceMs + 1)
  expect(seen.forcefullyCrashRenderer).toHaveBeenCalledOnce()
  expect(seen.reload).toHaveBeenCalledOnce()
})
