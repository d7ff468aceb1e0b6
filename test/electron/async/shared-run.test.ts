import { expect, test } from 'vitest'
import { shareRun } from '../../../electron/async/shared-run.ts'

const ignore = () => {}

/** Work that ends when the test says so; cancelled, it says that, and ends no sooner. */
function heldWork() {
  const started: string[] = []
  const ends: (() => void)[] = []
  const shared = shareRun<string, string, string, string>(
    ({ signal, onProgress }, question) => {
      started.push(question)
      onProgress(`${question} began`)
      return new Promise((resolve) => {
        ends.push(() => resolve(signal.aborted ? 'cancelled' : `${question} answered`))
      })
    },
    (answer) => (answer === 'cancelled' ? undefined : answer),
  )
  const end = async () => {
    while (ends.length === 0) await Promise.resolve()
    ends.shift()!()
  }
  return { shared, started, end }
}

test('whoever asks the same while a run goes on gets its answer, and hears at once how far it is', async () => {
  const { shared, started, end } = heldWork()
  const heard: string[] = []
  const first = shared.run(ignore, 'a')
  const second = shared.run((progress) => heard.push(progress), 'a')
  expect(heard).toEqual(['a began'])
  await end()
  expect([await first, await second, started]).toEqual(['a answered', 'a answered', ['a']])
})

test('another question takes the place of the running one, and starts when that has ended', async () => {
  const { shared, started, end } = heldWork()
  const first = shared.run(ignore, 'a')
  const second = shared.run(ignore, 'b')
  expect(started).toEqual(['a'])
  await end()
  await end()
  expect([await first, await second, started]).toEqual(['cancelled', 'b answered', ['a', 'b']])
})

test('nobody joins a run that was cancelled', async () => {
  const { shared, started, end } = heldWork()
  const first = shared.run(ignore, 'a')
  shared.cancel()
  const second = shared.run(ignore, 'a')
  await end()
  await end()
  expect([await first, await second, started]).toEqual(['cancelled', 'a answered', ['a', 'a']])
})

test('the early run is handed out once, also when it has ended by then', async () => {
  const { shared, started, end } = heldWork()
  shared.startEarly('a')
  await end()
  expect(await shared.run(ignore, 'a')).toBe('a answered')
  const next = shared.run(ignore, 'a')
  await end()
  await next
  expect(started).toEqual(['a', 'a'])
})

test('the latest is the last answer that was worth keeping', async () => {
  const { shared, end } = heldWork()
  expect(shared.latest()).toBeUndefined()
  const first = shared.run(ignore, 'a')
  await end()
  await first
  const second = shared.run(ignore, 'b')
  shared.cancel()
  await end()
  await second
  expect(shared.latest()).toBe('a answered')
})

test('a run that fails tells everybody who waits, and the next question starts a new one', async () => {
  let isBroken = true
  const shared = shareRun(() =>
    isBroken ? Promise.reject(new Error('a bug')) : Promise.resolve('well'),
  )
  shared.startEarly()
  await expect(Promise.all([shared.run(ignore), shared.run(ignore)])).rejects.toThrow('a bug')
  isBroken = false
  expect(await shared.run(ignore)).toBe('well')
})
