import { expect, test, vi } from 'vitest'
import { openPcFactsTasks } from '../../../electron/tasks/pc-facts.ts'
import type { Asking } from '../../../electron/sources/asking.ts'
import { pcFacts } from '../../fixtures/pc-facts.ts'

test('who asks while a look is under way waits for it, and the last look is kept', async () => {
  const look = vi.fn(() => Promise.resolve(pcFacts))
  const tasks = openPcFactsTasks({ pcFacts: look })
  expect(tasks.latest()).toBeUndefined()
  expect(await Promise.all([tasks.read(), tasks.read()])).toEqual([pcFacts, pcFacts])
  expect(look).toHaveBeenCalledTimes(1)
  expect(tasks.latest()).toBe(pcFacts)
  await tasks.read()
  expect(look).toHaveBeenCalledTimes(2)
})

test('when the window has gone, the look is told', async () => {
  let signal: AbortSignal | undefined
  const tasks = openPcFactsTasks({
    pcFacts: (asking: Asking) => {
      signal = asking.signal
      return Promise.resolve(pcFacts)
    },
  })
  const reading = tasks.read()
  tasks.cancel()
  await reading
  expect(signal?.aborted).toBe(true)
})
