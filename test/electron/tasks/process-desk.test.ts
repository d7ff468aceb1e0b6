import { expect, test } from 'vitest'
import { openProcessDesk } from '../../../electron/tasks/process-desk.ts'
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
  return { desk: openProcessDesk(sources, catalogue), seen, change }
}

test('two requests at once share one list, and the next one lists anew', async () => {
  const { desk, seen } = changingPc([listed(7, 'a.exe')])
  const [one, other] = await Promise.all([desk.list(), desk.list()])
  expect(one).toBe(other)
  expect(seen.lists).toBe(1)
  await desk.list()
  expect(seen.lists).toBe(2)
})

test('a list that failed is told as such, and the next request tries again', async () => {
  let answer: Awaited<ReturnType<Sources['list']>> = failure({ code: 'timeout', detail: 'late' })
  const desk = openProcessDesk(
    windowsPc(() => Promise.resolve(answer)),
    catalogue,
  )
  expect(await desk.list()).toEqual(answer)
  answer = success(listing([]))
  expect(await desk.list()).toEqual(answer)
})

test('a lister that throws does not block the next request', async () => {
  let isBroken = true
  const desk = openProcessDesk(
    windowsPc(() =>
      isBroken ? Promise.reject(new Error('a bug')) : Promise.resolve(success(listing([]))),
    ),
    catalogue,
  )
  await expect(desk.list()).rejects.toThrow('a bug')
  isBroken = false
  expect(await desk.list()).toMatchObject({ ok: true })
})

test('one process is examined: path, signature, version, owner, services and parent', async () => {
  const desk = openProcessDesk(itunesPc(), catalogue)
  const answer = await desk.list()
  if (!answer.ok) throw new Error('no list')
  const { pid, name } = answer.value.processes[1]!
  const examined = await desk.examine(pid)
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
  const { desk } = changingPc([listed(9, 'notepad.exe', { imagePath: known('C:\\n.exe') })])
  await desk.list()
  expect(await desk.examine(9)).toMatchObject({
    name: 'notepad.exe',
    imagePath: known('C:\\n.exe'),
  })
})

test('a process that has ended since the last list is null', async () => {
  const { desk, change } = changingPc([listed(7, 'a.exe')])
  await desk.list()
  change([])
  expect(await desk.examine(7)).toBeNull()
})

test('a pid that nobody has is null', async () => {
  const { desk } = changingPc([listed(7, 'a.exe')])
  expect(await desk.examine(8)).toBeNull()
})

test.each([
  ['of another name', listed(7, 'b.exe', { startedAtUtc: at(1), counts })],
  ['that started later', listed(7, 'a.exe', { startedAtUtc: at(2), counts })],
])('a pid that went to a process %s is null, never the other one', async (_which, later) => {
  const { desk, change } = changingPc([listed(7, 'a.exe', { startedAtUtc: at(1), counts })])
  await desk.list()
  change([later])
  expect(await desk.examine(7)).toBeNull()
})

test('start times that are known to the second alone may be off by one', async () => {
  const { desk, change } = changingPc([listed(7, 'a.exe', { startedAtUtc: at(1) })])
  await desk.list()
  change([listed(7, 'a.exe', { startedAtUtc: at(2) })])
  expect(await desk.examine(7)).toMatchObject({ pid: 7 })
})

test('a process that ends while it is looked at is null', async () => {
  const { desk } = changingPc([listed(7, 'a.exe')], {
    imagePaths: () => Promise.resolve([failed('process-ended')]),
  })
  expect(await desk.examine(7)).toBeNull()
})

test('cancelling reaches what is being asked', async () => {
  const desk = openProcessDesk(
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
  const answer = desk.list()
  desk.cancel()
  expect(await answer).toMatchObject({ ok: false, failure: { code: 'cancelled' } })
})
