// @vitest-environment happy-dom
import { act, cleanup, screen, waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { patienceMs } from '../../../renderer/inspection/use-slow-look.ts'
import type { Answer } from '../../../shared/ipc/channels.ts'
import { failure, success } from '../../../shared/model/result.ts'
import type { InspectionProgress } from '../../../shared/model/inspection.ts'
import { fakeBridge, looked } from '../fake-bridge.ts'
import { moveClockByHand } from '../hand-clock.ts'
import { cleanWindow, openWindow } from '../open-window.tsx'

cleanWindow()
const { pass } = moveClockByHand()

const cancelled = failure({ code: 'cancelled', detail: 'cancelled by the window' } as const)
const stop = () => screen.queryByRole('button', { name: 'Stop checking' })

/** A bridge whose looks are answered by the test, and are cancelled like real ones. */
function slowBridge() {
  const bridge = fakeBridge()
  let answer: ((value: Answer<'runInspection'>) => void) | undefined
  let tell: ((progress: InspectionProgress) => void) | undefined
  bridge.runInspection.mockImplementation(() => new Promise((resolve) => void (answer = resolve)))
  bridge.onInspectionProgress.mockImplementation((listener) => {
    tell = listener
    return () => undefined
  })
  bridge.cancelInspection.mockImplementation(() => {
    answer?.(cancelled)
    return Promise.resolve(success(null))
  })
  return {
    bridge,
    answer: (value: Answer<'runInspection'>) => act(() => Promise.resolve(answer?.(value))),
    tell: (progress: InspectionProgress) => {
      act(() => tell?.(progress))
    },
  }
}

test('a first look that takes long says what it is at, and can be stopped and tried again', async () => {
  const { bridge, tell, answer } = slowBridge()
  const { user } = await openWindow(bridge, 'overview')
  await pass(patienceMs - 1)
  expect(stop()).toBeNull()
  tell({ stage: 'examining' })
  await pass(1)
  expect(stop()).not.toBeNull()
  expect(screen.getByText('Checking files and signatures …')).toBeTruthy()
  tell({ stage: 'judging' })
  expect(screen.getByText('Preparing the result …')).toBeTruthy()

  await user.click(stop()!)
  expect(bridge.cancelInspection).toHaveBeenCalledOnce()
  expect(await screen.findByText('The check of this PC was cancelled')).toBeTruthy()
  expect(stop()).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await answer(looked({ 'iTunesHelper.exe': 1 }))
  expect(await screen.findByText(/^Live/)).toBeTruthy()
  // Whoever tries again wants the window to go on by itself.
  expect(screen.queryByText(/^Paused/)).toBeNull()
})

test('a later look that takes long says so beside the views; stopping keeps the list and pauses', async () => {
  const { bridge, answer } = slowBridge()
  const { user } = await openWindow(bridge)
  await answer(looked({ 'iTunesHelper.exe': 1 }))
  await screen.findByRole('button', { name: /^Running\s*1$/ })
  await user.keyboard('{F5}')
  await pass(patienceMs)
  expect(stop()).not.toBeNull()
  expect(screen.getByText('Listing the processes …')).toBeTruthy()

  await user.click(stop()!)
  await waitFor(() => expect(stop()).toBeNull())
  expect(screen.getByRole('button', { name: /^Running\s*1$/ })).toBeTruthy()
  expect(screen.queryByText('The check of this PC was cancelled')).toBeNull()
  expect(screen.getByText(/^Paused/)).toBeTruthy()
})

test('a look that is never answered, not even when it is cancelled, is given up, and the next one counts', async () => {
  const { bridge, answer } = slowBridge()
  const { user } = await openWindow(bridge)
  await answer(looked({ 'iTunesHelper.exe': 1 }))
  bridge.cancelInspection.mockReturnValue(new Promise(() => undefined))
  await user.keyboard('{F5}')
  await pass(patienceMs)
  expect(stop()).not.toBeNull()
  await user.click(stop()!)
  await waitFor(() => expect(stop()).toBeNull())

  bridge.runInspection.mockResolvedValue(looked({ 'iTunesHelper.exe': 1, 'distnoted.exe': 1 }))
  await user.keyboard('{F5}')
  expect(await screen.findByText(/^2 of them are running now/)).toBeTruthy()
  // What comes after all is of a look that nobody waits for any more.
  await answer(looked({}))
  expect(screen.getByText(/^2 of them are running now/)).toBeTruthy()
})

test('an ordinary look says nothing of all that, and the listening ends with the window', async () => {
  const bridge = fakeBridge()
  const stopListening = vi.fn()
  bridge.onInspectionProgress.mockReturnValue(stopListening)
  await openWindow(bridge)
  await screen.findByRole('button', { name: /^Running\s*1$/ })
  await pass(patienceMs - 1)
  expect(bridge.runInspection).toHaveBeenCalledOnce()
  await pass(10 * patienceMs)
  expect(bridge.runInspection.mock.calls.length).toBeGreaterThan(5)
  expect(stop()).toBeNull()
  cleanup()
  expect(stopListening).toHaveBeenCalledOnce()
})
