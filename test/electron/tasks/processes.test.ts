import { expect, test } from 'vitest'
import { openProcessTasks } from '../../../electron/tasks/processes.ts'
import type { Sources } from '../../../electron/sources/sources.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'
import { failure, success } from '../../../shared/model/result.ts'
import { failed, known } from '../../../shared/model/probe.ts'
import type { ListedProcess, Listing } from '../../../shared/model/process.ts'
import { itunesPc } from '../../fixtures/itunes-pc.ts'
import { listed, listing } from '../../fixtures/listed.ts'
import { windowsPc } from '../../fixtures/sources.ts'

const catalogue = readCatalogue()
const at = (second: number) => known(new Date(Date.UTC(2026, 10, 22, 8, 0, second)).toISOString())
const counts = known({ sessionId: 1, threads: 2, handles: 30 })

/** A PC whose list a test changes between two questions. */
function changingPc(first: readonly ListedProcess[], more: Partial<Sources> = {}) {
  const seen = { lists: 0 }
  let now: Listing = listing(first)
  const sources = windowsPc(() => {
    seen.lists += 1
    return Promise.resolve(success(now))
  }, more)
  const change = (next: readonly ListedProcess[]) => {
    now = listing(next)
  }
  return { tasks: openProcessTasks(sources, catalogue), seen, change }
}

test('two requests at once share one list, and the next one lists anew', async () => {
  const { tasks, seen } = changingPc([listed(7, 'a.exe')])
  const [one, other] = await Promise.all([tasks.list(), tasks.list()])
  expect(one).toBe(other)
  expect(seen.lists).toBe(1)
  await tasks.list()
  expect(seen.lists).toBe(2)
})

test('a list that failed is told as such, and the next request tries again', async () => {
  let answer: Awaited<ReturnType<Sources['list']>> = failure({ code: 'timeout', detail: 'late' })
  const tasks = openProcessTasks(
    windowsPc(() => Promise.resolve(answer)),
    catalogue,
  )
  expect(await tasks.list()).toEqual(answer)
  answer = success(listing([]))
  expect(await tasks.list()).toEqual(answer)
})

test('a lister that throws does not block the next request', async () => {
  let isBroken = true
  const tasks = openProcessTasks(
    windowsPc(() =>
      isBroken ? Promise.reject(new Error('a bug')) : Promise.resolve(success(listing([]))),
    ),
    catalogue,
  )
  await expect(tasks.list()).rejects.toThrow('a bug')
  isBroken = false
  expect(await tasks.list()).toMatchObject({ ok: true })
})

test('one process is examined: path, signature, version, owner, services and parent', async () => {
  const tasks = openProcessTasks(itunesPc(), catalogue)
  const answer = await tasks.list()
  if (!answer.ok) throw new Error('no list')
  const { pid, name } = answer.value.processes[1]!
  const examined = await tasks.examine(pid)
  expect(examined).toMatchObject({
    pid,
    name,
    imagePath: { state: 'known' },
    imagePathWay: 'handle',
    signature: { state: 'known' },
    version: { state: 'known' },
    owner: { state: 'known', value: { account: 'SYSTEM' } },
    services: { state: 'known' },
    parentName: answer.value.processes[0]!.name,
  })
})

test('a process that is none of the catalogue is examined as well', async () => {
  const { tasks } = changingPc([listed(9, 'notepad.exe', { imagePath: known('C:\\n.exe') })])
  await tasks.list()
  expect(await tasks.examine(9)).toMatchObject({
    name: 'notepad.exe',
    imagePath: known('C:\\n.exe'),
  })
})

test('a process that has ended since the last list is null', async () => {
  const { tasks, change } = changingPc([listed(7, 'a.exe')])
  await tasks.list()
  change([])
  expect(await tasks.examine(7)).toBeNull()
})

test('a pid that nobody has is null', async () => {
  const { tasks } = changingPc([listed(7, 'a.exe')])
  expect(await tasks.examine(8)).toBeNull()
})

test.each([
  ['of another name', listed(7, 'b.exe', { startedAtUtc: at(1), counts })],
  ['that started later', listed(7, 'a.exe', { startedAtUtc: at(2), counts })],
])('a pid that went to a process %s is null, never the other one', async (_which, later) => {
  const { tasks, change } = changingPc([listed(7, 'a.exe', { startedAtUtc: at(1), counts })])
  await tasks.list()
  change([later])
  expect(await tasks.examine(7)).toBeNull()
})

test('start times that are known to the second alone may be off by one', async () => {
  const { tasks, change } = changingPc([listed(7, 'a.exe', { startedAtUtc: at(1) })])
  await tasks.list()
  change([listed(7, 'a.exe', { startedAtUtc: at(2) })])
  expect(await tasks.examine(7)).toMatchObject({ pid: 7 })
})

test('a process that ends while it is looked at is null', async () => {
  const { tasks } = changingPc([listed(7, 'a.exe')], {
    imagePaths: () => Promise.resolve([failed('process-ended')]),
  })
  expect(await tasks.examine(7)).toBeNull()
})

test('cancelling reaches what is being asked', async () => {
  const tasks = openProcessTasks(
    windowsPc(
      ({ signal }) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            resolve(failure({ code: 'cancelled', detail: '' }))
          })
        }),
    ),
    catalogue,
  )
  const answer = tasks.list()
  tasks.cancel()
  expect(await answer).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
})
