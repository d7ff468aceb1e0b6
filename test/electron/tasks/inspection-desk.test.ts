import { expect, test } from 'vitest'
import { openInspectionDesk } from '../../../electron/tasks/inspection-desk.ts'
import { failure, success } from '../../../shared/model/result.ts'
import { listing } from '../../fixtures/listed.ts'
import { inspectionOf } from '../../renderer/fake-bridge.ts'

const cancelled = failure({ code: 'cancelled', detail: '' } as const)
const ignore = () => {}

function countingDesk() {
  const seen = { starts: 0 }
  const finishers: (() => void)[] = []
  const desk = openInspectionDesk(({ signal, onProgress }) => {
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
  return { desk, seen, finishAll: () => finishers.splice(0).forEach((finish) => finish()) }
}

test('two requests at once share one inspection', async () => {
  const { desk, seen, finishAll } = countingDesk()
  const both = Promise.all([desk.run(ignore), desk.run(ignore)])
  finishAll()
  await both
  expect(seen.starts).toBe(1)
})

test('the early inspection is handed out once; the next request looks again', async () => {
  const { desk, seen, finishAll } = countingDesk()
  desk.startEarly()
  finishAll()
  await desk.run(ignore)
  expect(seen.starts).toBe(1)
  const next = desk.run(ignore)
  finishAll()
  await next
  expect(seen.starts).toBe(2)
})

test('cancelling ends the running inspection, and a new one can start', async () => {
  const { desk, seen, finishAll } = countingDesk()
  const first = desk.run(ignore)
  desk.cancel()
  expect(await first).toEqual(cancelled)
  const second = desk.run(ignore)
  finishAll()
  await second
  expect(seen.starts).toBe(2)
})

test('the one who asks is told the progress', async () => {
  const { desk, finishAll } = countingDesk()
  const stages: string[] = []
  const answer = desk.run(({ stage }) => stages.push(stage))
  finishAll()
  await answer
  expect(stages).toEqual(['listing'])
})

test('who asks while a look is under way is told at once how far it is, the early one too', async () => {
  for (const isEarly of [true, false]) {
    const { desk, finishAll } = countingDesk()
    if (isEarly) desk.startEarly()
    else void desk.run(ignore)
    const stages: string[] = []
    const answer = desk.run(({ stage }) => stages.push(stage))
    expect(stages).toEqual(['listing'])
    finishAll()
    await answer
  }
})

test('cancelling is answered at once, also where the look itself hangs', async () => {
  let starts = 0
  const desk = openInspectionDesk(() => {
    starts += 1
    return new Promise(() => {})
  })
  const answer = desk.run(ignore)
  desk.cancel()
  expect(await answer).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
  void desk.run(ignore)
  expect(starts).toBe(2)
})

const made = (processesSeen: number) =>
  success({ inspection: inspectionOf({}, { processesSeen }), listing: listing([]) })

test('the latest look is the last one that worked', async () => {
  const { failure: why } = cancelled
  const answers = [made(1), failure(why), made(3)]
  const desk = openInspectionDesk(() => Promise.resolve(answers.shift() ?? cancelled))
  expect(desk.latest()).toBeUndefined()
  desk.startEarly()
  await desk.run(ignore)
  expect(desk.latest()?.processesSeen).toBe(1)
  await desk.run(ignore)
  expect(desk.latest()?.processesSeen).toBe(1)
  await desk.run(ignore)
  expect(desk.latest()?.processesSeen).toBe(3)
})
