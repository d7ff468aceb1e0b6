/** Are the facts of every process found in the background, few at a time, and told once? */
import { expect, test } from 'vitest'
import { openProcessFacts } from '../../../electron/tasks/process-facts.ts'
import type { Sources } from '../../../electron/sources/sources.ts'
import { denied, failed, known } from '../../../shared/model/probe.ts'
import type { ListedProcess, Listing } from '../../../shared/model/process.ts'
import type { ProcessFactsAnswer } from '../../../shared/model/process-facts.ts'
import { appleSignature, noSignature } from '../../renderer/recorded-pc.ts'
import { listed, listing } from '../../fixtures/listed.ts'
import { windowsPc } from '../../fixtures/sources.ts'

const quick = { patienceMs: 50, gatherMs: 1, unaskedMs: 5000 }
const at = (second: number) => known(new Date(Date.UTC(2026, 10, 22, 8, 0, second)).toISOString())

function running(pid: number, path = `C:\\Program Files\\p${pid}.exe`, second = pid % 60) {
  return listed(pid, path.slice(path.lastIndexOf('\\') + 1), {
    imagePath: known(path),
    startedAtUtc: at(second),
  })
}

/** A PC whose list a test changes, and which counts what it is asked. */
function pc(first: readonly ListedProcess[], more: Partial<Sources> = {}) {
  const seen = { files: [] as string[], atOnce: 0, mostAtOnce: 0 }
  let now: Listing | undefined = listing(first)
  const sources = windowsPc(listing([]), {
    services: () =>
      Promise.resolve(
        known([{ keyName: 'Bonjour Service', displayName: 'Bonjour', state: 'running', pid: 8 }]),
      ),
    commandLines: (processes) =>
      Promise.resolve(processes.map(({ pid }) => known(`p${pid}.exe -x`))),
    file: async (path) => {
      seen.files.push(path)
      seen.atOnce += 1
      seen.mostAtOnce = Math.max(seen.mostAtOnce, seen.atOnce)
      await Promise.resolve()
      seen.atOnce -= 1
      return { signature: known(appleSignature), version: failed('no-version-resource') }
    },
    ...more,
  })
  const facts = openProcessFacts(sources, () => now, quick)
  const change = (next: readonly ListedProcess[] | undefined) => {
    now = next && listing(next)
  }
  return { facts, seen, change }
}

/** All that comes, until nothing is pending. */
async function learnAll(
  since: (revision: number) => Promise<ProcessFactsAnswer>,
  from = 0,
): Promise<ProcessFactsAnswer> {
  let all = await since(from)
  for (let asked = 1; all.pending > 0; asked += 1) {
    expect(asked).toBeLessThan(200)
    const next = await since(all.revision)
    all = {
      ...next,
      processes: [...all.processes, ...next.processes],
      files: [...all.files, ...next.files],
    }
  }
  return all
}

test('path, command line, services and signature of each process are told once', async () => {
  const { facts } = pc([running(7), running(8)])
  const all = await learnAll(facts.since)
  expect(all.processes).toEqual([
    {
      pid: 7,
      startedAtUtc: '2026-11-22T08:00:07.000Z',
      imagePath: known('C:\\Program Files\\p7.exe'),
      commandLine: known('p7.exe -x'),
      services: known([]),
    },
    expect.objectContaining({ pid: 8, services: known(['Bonjour Service']) }),
  ])
  expect(all.files.map(({ path }) => path)).toEqual([
    'C:\\Program Files\\p7.exe',
    'C:\\Program Files\\p8.exe',
  ])
  expect(facts.pathOf(8)).toBe('C:\\Program Files\\p8.exe')
  expect(await learnAll(facts.since, all.revision)).toEqual({
    revision: all.revision,
    processes: [],
    files: [],
    pending: 0,
  })
})

test('a window that is loaded anew is told all again', async () => {
  const { facts } = pc([running(7)])
  const all = await learnAll(facts.since)
  const again = await learnAll(facts.since, all.revision + 500)
  expect(again.processes).toHaveLength(1)
  expect(again.files).toHaveLength(1)
})

test('no more than two files are looked at at once, and one of many processes only once', async () => {
  const shared = 'C:\\Windows\\System32\\svchost.exe'
  const { facts, seen } = pc([
    ...Array.from({ length: 30 }, (_, index) => running(100 + index, shared)),
    ...Array.from({ length: 30 }, (_, index) => running(200 + index)),
  ])
  const all = await learnAll(facts.since)
  expect(all.files).toHaveLength(31)
  expect(seen.files).toHaveLength(31)
  expect(seen.mostAtOnce).toBe(2)
})

test('what ended is forgotten, and another process of its pid gets facts of its own', async () => {
  const { facts, change } = pc([running(7), running(8)])
  const first = await learnAll(facts.since)
  change([running(8, 'D:\\other.exe', 59)])
  const next = await learnAll(facts.since, first.revision)
  expect(next.processes).toEqual([
    expect.objectContaining({ pid: 8, imagePath: known('D:\\other.exe') }),
  ])
  expect(facts.pathOf(7)).toBeUndefined()
  expect(facts.pathOf(8)).toBe('D:\\other.exe')
})

test('a file that was replaced is looked at again with the next process of it', async () => {
  let signature = known(appleSignature)
  const path = 'C:\\a.exe'
  const { facts, change } = pc([running(7, path)], {
    file: () => Promise.resolve({ signature, version: failed('no-version-resource') }),
  })
  const first = await learnAll(facts.since)
  signature = known(noSignature)
  change([running(7, path), running(9, path)])
  const next = await learnAll(facts.since, first.revision)
  expect(next.files).toEqual([{ path, signature }])
})

test('what is denied is told as denied, and has no file', async () => {
  const { facts, seen } = pc([running(7)], {
    imagePaths: (processes) => Promise.resolve(processes.map(() => denied('needs-admin'))),
    commandLines: (processes) => Promise.resolve(processes.map(() => denied('needs-admin'))),
  })
  const { processes, files } = await learnAll(facts.since)
  expect(processes[0]).toMatchObject({
    imagePath: denied('needs-admin'),
    commandLine: denied('needs-admin'),
  })
  expect(files).toEqual([])
  expect(seen.files).toEqual([])
})

test('a program on another computer is not opened', async () => {
  const { facts, seen } = pc([
    running(7, '\\\\server\\share\\a.exe'),
    running(8, '\\\\?\\C:\\b.exe'),
  ])
  await learnAll(facts.since)
  expect(seen.files).toEqual(['\\\\?\\C:\\b.exe'])
})

test('a very long command line is cut', async () => {
  const { facts } = pc([running(7)], {
    commandLines: () => Promise.resolve([known('x'.repeat(32_000))]),
  })
  const { processes } = await learnAll(facts.since)
  const [{ commandLine } = { commandLine: undefined }] = processes
  expect(commandLine?.state === 'known' && commandLine.value.length).toBe(2049)
})

test('10,000 processes that change wholly between two looks are told in parts, and none is left over', async () => {
  const many = (from: number) => Array.from({ length: 10_000 }, (_, index) => running(from + index))
  const { facts, change } = pc(many(1), {
    file: () => Promise.resolve({ signature: known(noSignature), version: failed('unreadable') }),
  })
  let mostAtOnce = 0
  const since = async (revision: number) => {
    const answer = await facts.since(revision)
    mostAtOnce = Math.max(mostAtOnce, answer.processes.length + answer.files.length)
    return answer
  }
  const first = await learnAll(since)
  expect(first.processes).toHaveLength(10_000)
  change(many(20_001))
  const next = await learnAll(since, first.revision)
  expect(mostAtOnce).toBeLessThanOrEqual(1500)
  expect(new Set(next.processes.map(({ pid }) => pid)).size).toBe(10_000)
  expect(facts.pathOf(1)).toBeUndefined()
}, 20_000)

test('a list that names one pid twice does not keep the work going for ever', async () => {
  const { facts } = pc([running(7, 'C:\\a.exe', 1), running(7, 'C:\\b.exe', 2)])
  expect((await learnAll(facts.since)).pending).toBe(0)
})

test('nothing is looked at while nobody asks, and the rest when somebody asks again', async () => {
  const finish: (() => void)[] = []
  const files: string[] = []
  const sources = windowsPc(listing([]), {
    file: async (path) => {
      files.push(path)
      await new Promise<void>((resolve) => finish.push(resolve))
      return { signature: known(noSignature), version: failed('unreadable') }
    },
  })
  const now = listing(Array.from({ length: 9 }, (_, index) => running(100 + index)))
  const facts = openProcessFacts(sources, () => now, { ...quick, unaskedMs: 0 })
  await facts.since(0)
  for (const one of finish.splice(0)) one()
  expect(files.length).toBeLessThanOrEqual(2)
})

test('without a list there is nothing to tell', async () => {
  const { facts, change } = pc([])
  change(undefined)
  expect(await facts.since(0)).toEqual({ revision: 0, processes: [], files: [], pending: 0 })
})
