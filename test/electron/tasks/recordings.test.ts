/** Does one recording run at a time, keep what it has when it is stopped, and bear sources that fail or hang? */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Sources } from '../../../electron/sources/sources.ts'
import { openRecordingTasks, type RecorderTimes } from '../../../electron/tasks/recordings.ts'
import { failure, success } from '../../../shared/model/result.ts'
import { known, skipped } from '../../../shared/model/probe.ts'
import type { ListedProcess } from '../../../shared/model/process.ts'
import type { Recording } from '../../../shared/model/recording.ts'
import { listed, listing } from '../../fixtures/listed.ts'
import { windowsPc } from '../../fixtures/sources.ts'
import { readCatalogue } from '../../../shared/catalogue/catalogue.ts'

const catalogue = readCatalogue()
const quick: RecorderTimes = { durationMs: 400, sampleEveryMs: 20, deadlineMs: 60 }
const ignore = () => {}

// The recording's own clock is moved by hand: how busy this machine is makes no difference.
beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
  })
})
afterEach(() => {
  vi.useRealTimers()
})

/** The recording, once its time is over. */
async function ended<T>(recording: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(quick.durationMs)
  return recording
}

const inProcess = (processes: readonly ListedProcess[]) =>
  success(listing(processes, { lister: 'in-process' }))
const never = <T>() => new Promise<T>(() => {})
const helper = listed(1, 'iTunesHelper.exe')

/** A PC on which a list shows these processes, one after the other, the last one for good. */
function pcWith(steps: readonly (readonly ListedProcess[])[], more: Partial<Sources> = {}) {
  let at = 0
  return windowsPc(() => {
    const now = steps[Math.min(at, steps.length - 1)] ?? []
    at += 1
    return Promise.resolve(inProcess(now))
  }, more)
}
const events = ({ lanes }: Recording, label: string) =>
  lanes.filter((lane) => lane.label === label).map((lane) => lane.events.map(({ kind }) => kind))

test('a recording lasts as long as it should, and shows what came and went', async () => {
  const agent = listed(7, 'AMPDevicesAgent.exe')
  const steps = [[helper], [helper], [helper, agent], [helper, agent], [helper]]
  const startedAt = performance.now()
  const recording = await ended(openRecordingTasks(pcWith(steps), catalogue, quick).run(ignore))
  expect(performance.now() - startedAt).toBe(400)
  expect(recording).toMatchObject({ plannedMs: 400, sampleEveryMs: 20 })
  expect(recording.durationMs).toBe(400)
  expect(events(recording, 'AMPDevicesAgent.exe')).toEqual([['appeared', 'went']])
  expect(events(recording, 'iTunesHelper.exe')).toEqual([[]])
  expect(recording.gaps.filter(({ part }) => part === 'process')).toEqual([])
})

test('services and ports are followed as well, each on its own', async () => {
  let looks = 0
  const agent = listed(7, 'AMPDevicesAgent.exe')
  const pc = pcWith([[agent]])
  const recording = await ended(
    openRecordingTasks(
      {
        ...pc,
        services: () => {
          looks += 1
          const state = looks < 4 ? 'stopped' : 'running'
          return Promise.resolve(
            known([{ keyName: 'iPod Service', displayName: '', state, pid: null }]),
          )
        },
        connections: {
          ...pc.connections!,
          listeners: () =>
            Promise.resolve(
              known([
                {
                  ...{ protocol: 'tcp', family: 4, address: '127.0.0.1', port: 27015 },
                  ...{ pid: 7, startedAtUtc: null },
                },
              ] as const),
            ),
        },
      },
      catalogue,
      quick,
    ).run(ignore),
  )
  expect(events(recording, 'iPod Service')).toEqual([['changed']])
  expect(recording.lanes.find(({ kind }) => kind === 'port')).toMatchObject({
    label: 'TCP 27015',
    id: 'amp-devices-agent',
    events: [],
  })
  expect(recording.gaps).toEqual([])
})

describe('what was recorded so far', () => {
  test('is told as it happens, to everybody who asked; there is one recording', async () => {
    let lists = 0
    const tasks = openRecordingTasks(
      windowsPc(() => {
        lists += 1
        return Promise.resolve(inProcess([helper]))
      }),
      catalogue,
      quick,
    )
    const told: [number[], number[]] = [[], []]
    const both = told.map((mine) => tasks.run(({ durationMs }) => mine.push(durationMs)))
    const [first, second] = await ended(Promise.all(both))
    expect(first).toBe(second)
    expect(told[0]).toEqual(told[1])
    expect(told[0].length).toBeGreaterThan(5)
    expect(told[0]).toEqual([...told[0]].sort((a, b) => a - b))
    // Two recordings at once would have asked twice as often.
    expect(lists).toBeLessThan(1.5 * (first!.durationMs / 20))
    expect(tasks.latest()).toBe(first)
  })

  test('is kept when it is stopped early, and a new one can begin at once', async () => {
    const tasks = openRecordingTasks(pcWith([[helper]]), catalogue, {
      ...quick,
      durationMs: 60_000,
    })
    const running = tasks.run(ignore)
    await vi.advanceTimersByTimeAsync(100)
    tasks.cancel()
    const next = tasks.run(ignore)
    const recording = await running
    expect(recording.durationMs).toBe(100)
    expect(recording.lanes.map(({ label }) => label)).toEqual(['iTunesHelper.exe'])
    tasks.cancel()
    expect(await next).not.toBe(recording)
  })
})

describe('a source', () => {
  test('that hangs loses nothing of the others, is not asked again, and leaves a gap', async () => {
    let asked = 0
    const recording = await ended(
      openRecordingTasks(
        pcWith([[], [helper]], {
          services: () => {
            asked += 1
            return never()
          },
        }),
        catalogue,
        quick,
      ).run(ignore),
    )
    expect(asked).toBe(1)
    expect(events(recording, 'iTunesHelper.exe')).toEqual([['appeared']])
    expect(recording.gaps).toMatchObject([
      { part: 'service', fromMs: 0, reason: 'timeout', isWhole: true },
      { part: 'port', reason: 'not-checked', isWhole: true },
    ])
  })

  test('that hangs is said to be silent also when it is stopped before its deadline', async () => {
    const times = { durationMs: 200, sampleEveryMs: 20, deadlineMs: 5000 }
    const pc = windowsPc(() => never())
    const recording = await ended(openRecordingTasks(pc, catalogue, times).run(ignore))
    expect(recording.gaps[0]).toMatchObject({ part: 'process', reason: 'timeout', isWhole: true })
  })

  test('that throws or fails leaves a gap with the reason, and no process that went', async () => {
    let lists = 0
    const recording = await ended(
      openRecordingTasks(
        windowsPc(
          () => {
            lists += 1
            return Promise.resolve(
              lists > 2 && lists < 6
                ? failure({ code: 'helper-blocked', detail: '' } as const)
                : inProcess([helper]),
            )
          },
          { services: () => Promise.reject(new Error('a bug')) },
        ),
        catalogue,
        quick,
      ).run(ignore),
    )
    expect(events(recording, 'iTunesHelper.exe')).toEqual([[]])
    expect(recording.gaps.map(({ part, reason }) => [part, reason])).toEqual([
      ['process', 'helper-blocked'],
      ['service', 'timeout'],
      ['port', 'not-checked'],
    ])
  })

  test('whose list has holes says nothing about what has gone', async () => {
    let lists = 0
    const recording = await ended(
      openRecordingTasks(
        windowsPc(() => {
          lists += 1
          const processes = lists % 2 === 0 ? [] : [helper]
          const isComplete = lists % 2 === 1
          return Promise.resolve(success(listing(processes, { lister: 'in-process', isComplete })))
        }),
        catalogue,
        quick,
      ).run(ignore),
    )
    expect(events(recording, 'iTunesHelper.exe')).toEqual([[]])
    expect(recording.gaps.some(({ reason }) => reason === 'unreadable')).toBe(true)
  })

  test('on another system than Windows says so for services and ports', async () => {
    const why = skipped('not-windows')
    const pc = pcWith([[helper]], { services: () => Promise.resolve(why) })
    const connections = { ...pc.connections!, listeners: () => Promise.resolve(why) }
    const recording = await ended(
      openRecordingTasks({ ...pc, connections }, catalogue, quick).run(ignore),
    )
    expect(recording.gaps.map(({ part, reason }) => [part, reason])).toEqual([
      ['service', 'not-windows'],
      ['port', 'not-windows'],
    ])
  })
})

test('the helper program that makes the list is not part of the picture', async () => {
  const ps = (pid: number) => listed(pid, 'ps', { parentPid: process.pid })
  let lists = 0
  const pc = windowsPc(() => {
    lists += 1
    return Promise.resolve(success(listing([helper, ps(100 + lists), listed(5, 'ps')])))
  })
  const recording = await ended(openRecordingTasks(pc, catalogue, quick).run(ignore))
  expect(recording.lanes.map(({ label }) => label)).toEqual(['iTunesHelper.exe'])
})
