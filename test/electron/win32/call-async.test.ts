/** Is a call that fails at once repeated, and a late one never made again on the main thread? */
import { expect, test } from 'vitest'
import { callAsyncOrError } from '../../../electron/win32/bridge/call-async.ts'
import { probeForError } from '../../../electron/win32/bridge/reasons.ts'

/** A function of Windows that answers each time what comes next, after so many milliseconds. */
function native(answers: readonly number[], tookMs: readonly number[]) {
  let calls = 0
  let here = 0
  const next = () => answers[calls++] ?? 0
  const call = () => {
    here += 1
    return next()
  }
  const onWorker = (done: (error: unknown, result: number) => void) => {
    setTimeout(() => done(null, next()), tookMs[calls] ?? 0)
  }
  return { call: Object.assign(call, { async: onWorker }), calledHere: () => here }
}

test('what fails at once is asked why, here and now', async () => {
  const { call, calledHere } = native([], [])
  expect(await callAsyncOrError(call, () => 5)).toEqual({ ok: false, code: 5 })
  expect(calledHere()).toBe(1)
})

test('what fails after a while never keeps the main thread: it is late instead', async () => {
  const { call, calledHere } = native([], [120, 120, 120, 120, 120])
  const answer = await callAsyncOrError(call, () => 5)
  expect(calledHere()).toBe(0)
  expect(answer.ok ? null : probeForError(answer.code)).toEqual({
    state: 'failed',
    reason: 'timeout',
  })
})

test('what works in the end, worked', async () => {
  const { call, calledHere } = native([0, 7], [120, 0])
  expect(await callAsyncOrError(call, () => 5)).toEqual({ ok: true, value: 7 })
  expect(calledHere()).toBe(0)
})
