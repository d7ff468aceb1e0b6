import { expect, test } from 'vitest'
import { openInspectionTasks } from '../../../electron/tasks/inspections.ts'
import { failure, success } from '../../../shared/model/result.ts'
import { listing } from '../../fixtures/listed.ts'
import { inspectionOf } from '../../renderer/fake-bridge.ts'

const cancelled = failure({ code: 'cancelled', detail: '' } as const)
const ignore = () => {}

function countingTasks() {
  const seen = { starts: 0 }
  const finishers: (() => void)[] = []
  const tasks = openInspectionTasks(({ signal, onProgress }) => {
    seen.starts += 1
    onProgress({ stage: 'listing' })
    return new Promise((resolve) => {
      const finish = () => {
        resolve(cancelled)
      }
      finishers.push(finish)
      signal.addEventListener('abort', finish)
    })
  })
  return { tasks, seen, finishAll: () => finishers.splice(0).forEach((finish) => finish()) }
}

test('two requests at once share one inspection', async () => {
  const { tasks, seen, finishAll } = countingTasks()
  const both = Promise.all([tasks.run(ignore), tasks.run(ignore)])
  finishAll()
  await both
  expect(seen.starts).toBe(1)
})

test('the early inspection is handed out once; the next request looks again', async () => {
  const { tasks, seen, finishAll } = countingTasks()
  tasks.startEarly()
  finishAll()
  await tasks.run(ignore)
  expect(seen.starts).toBe(1)
  const next = tasks.run(ignore)
  finishAll()
  await next
  expect(seen.starts).toBe(2)
})

test('cancelling ends the running inspection, and a new one can start', async () => {
  const { tasks, seen, finishAll } = countingTasks()
  const first = tasks.run(ignore)
  tasks.cancel()
  expect(await first).toEqual(cancelled)
  const second = tasks.run(ignore)
  finishAll()
  await second
  expect(seen.starts).toBe(2)
})

test('the one who asks is told the progress', async () => {
  const { tasks, finishAll } = countingTasks()
  const stages: string[] = []
  const answer = tasks.run(({ stage }) => stages.push(stage))
  finishAll()
  await answer
  expect(stages).toEqual(['listing'])
})

test('who asks while a look is under way is told at once how far it is, the early one too', async () => {
  for (const isEarly of [true, false]) {
    const { tasks, finishAll } = countingTasks()
    if (isEarly) tasks.startEarly()
    else void tasks.run(ignore)
    const stages: string[] = []
    const answer = tasks.run(({ stage }) => stages.push(stage))
    expect(stages).toEqual(['listing'])
    finishAll()
    await answer
  }
})

test('cancelling is answered at once, also where the look itself hangs', async () => {
  let starts = 0
  const tasks = openInspectionTasks(() => {
    starts += 1
    return new Promise(() => {})
  })
  const answer = tasks.run(ignore)
  tasks.cancel()
  expect(await answer).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  void tasks.run(ignore)
  expect(starts).toBe(2)
})

const made = (processesSeen: number) =>
  success({ inspection: inspectionOf({}, { processesSeen }), listing: listing([]) })

test('the latest look is the last one that worked', async () => {
  const { failure: why } = cancelled
  const answers = [made(1), failure(why), made(3)]
  const tasks = openInspectionTasks(() => Promise.resolve(answers.shift() ?? cancelled))
  expect(tasks.latest()).toBeUndefined()
  tasks.startEarly()
  await tasks.run(ignore)
  expect(tasks.latest()?.processesSeen).toBe(1)
  await tasks.run(ignore)
  expect(tasks.latest()?.processesSeen).toBe(1)
  await tasks.run(ignore)
  expect(tasks.latest()?.processesSeen).toBe(3)
})
