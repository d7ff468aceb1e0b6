/** Does the timeline show what the looks found, in whatever order they list it, and nothing that they did not? */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { failed, known, skipped, type Probe } from '../../../shared/model/probe.ts'
import type { Lane, Recording, RecordingSample } from '../../../shared/model/recording.ts'
import { mostLanes } from '../../../shared/recorder/lane-order.ts'
import { look, pluggedIn, recordingOf, running, utc } from '../../fixtures/recording.ts'

const lane = ({ lanes }: Recording, label: string) => lanes.filter((one) => one.label === label)
const told = ({ events }: Lane) => events.map(({ kind, afterMs, atMs }) => [kind, afterMs, atMs])

describe('a process', () => {
  test('that comes and goes has a bar for as long as it was seen, and says within which looks', () => {
    const coming = running(7, 'iPodService.exe', 1)
    const [found] = lane(
      recordingOf([look(0, []), look(500, [coming]), look(1000, [coming]), look(1500, [])]),
      'iPodService.exe',
    )
    expect(found).toMatchObject({ kind: 'process', id: 'ipod-service', pid: 7 })
    expect(found!.spans).toEqual([
      { fromMs: 500, toMs: 1500, isOpenAtStart: false, isOpenAtEnd: false, state: null },
    ])
    expect(told(found!)).toEqual([
      ['appeared', 0, 500],
      ['went', 1000, 1500],
    ])
  })

  test('of the catalogue that runs throughout is a steady lane; any other is left out', () => {
    const there = [running(1, 'iTunesHelper.exe'), running(2, 'notepad.exe')]
    const { lanes } = recordingOf([look(0, there), look(500, there)])
    expect(lanes.map(({ label, events }) => [label, events.length])).toEqual([
      ['iTunesHelper.exe', 0],
    ])
    expect(lanes[0]!.spans).toEqual([
      { fromMs: 0, toMs: 30_000, isOpenAtStart: true, isOpenAtEnd: true, state: null },
    ])
  })

  test('whose number is given to another one is two processes', () => {
    const { lanes } = recordingOf([
      look(0, [running(7, 'a.exe', 0)]),
      look(500, [running(7, 'a.exe', 1)]),
    ])
    expect(lanes.map(told)).toEqual([[['went', 0, 500]], [['appeared', 0, 500]]])
  })

  test('is the same one while a rough list rounds its start differently, and another one beyond that', () => {
    const rough = (atMs: number, second: number): RecordingSample => ({
      ...look(atMs, [running(7, 'a.exe', second)]),
      startToleranceMs: 2000,
    })
    expect(recordingOf([rough(0, 10), rough(500, 11), rough(1000, 10)]).lanes).toEqual([])
    expect(recordingOf([rough(0, 10), rough(500, 14)]).lanes).toHaveLength(2)
  })

  test('without a known start is told by its name', () => {
    const nameless = (atMs: number, name: string) =>
      look(atMs, [{ pid: 7, name, startedAtUtc: null }])
    expect(recordingOf([nameless(0, 'a.exe'), nameless(500, 'a.exe')]).lanes).toEqual([])
    expect(recordingOf([nameless(0, 'a.exe'), nameless(500, 'b.exe')]).lanes).toHaveLength(2)
  })

  test('whose name could fake something is shown harmlessly and cut', () => {
    const hostile = `\u202Eexe.${'x'.repeat(5000)}\u0007`
    const { lanes } = recordingOf([look(0, []), look(500, [running(7, hostile)])])
    expect(lanes[0]!.label).toMatch(/^⟨U\+202E⟩exe\.x+…/)
    expect(lanes[0]!.label.length).toBeLessThan(300)
  })
})

describe('services and ports', () => {
  test('a service has a stretch for each state', () => {
    const [iPod] = lane(pluggedIn(), 'iPod Service')
    expect(iPod).toMatchObject({ kind: 'service', id: 'ipod-service' })
    expect(iPod!.spans.map(({ fromMs, state }) => [fromMs, state])).toEqual([
      [0, 'stopped'],
      [3000, 'start-pending'],
      [3500, 'running'],
    ])
    expect(iPod!.events.map(({ kind, state }) => [kind, state])).toEqual([
      ['changed', 'start-pending'],
      ['changed', 'running'],
    ])
  })

  test("Apple's that ran throughout are steady lanes; a stopped one, and somebody else's, are none", () => {
    const states = { 'Bonjour Service': 'running', 'iPod Service': 'stopped', Other: 'running' }
    const sample = (atMs: number) => look(atMs, [], states as never)
    expect(recordingOf([sample(0), sample(500)]).lanes.map(({ label }) => label)).toEqual([
      'Bonjour Service',
    ])
  })

  test('a port knows the program that had it, also when it was seen before its program', () => {
    const agent = running(7, 'AMPDevicesAgent.exe', 1)
    const { lanes } = recordingOf([
      look(0, []),
      { atMs: 400, listeners: look(0, [], {}, [['tcp', 27015, 7]]).listeners! },
      look(500, [agent], {}, [['tcp', 27015, 7]]),
      look(1000, [agent], {}, []),
    ])
    expect(lanes.find(({ kind }) => kind === 'port')).toMatchObject({
      label: 'TCP 27015',
      id: 'amp-devices-agent',
      owners: ['AMPDevicesAgent.exe'],
      events: [{ kind: 'appeared', afterMs: 0, atMs: 400 }, { kind: 'went' }],
    })
  })

  test('a port that goes to another process has changed', () => {
    const both = [running(1, 'a.exe'), running(2, 'b.exe')]
    const { lanes } = recordingOf([
      look(0, both, {}, [['udp', 5353, 1]]),
      look(500, both, {}, [['udp', 5353, 2]]),
    ])
    expect(lanes).toHaveLength(1)
    expect(told(lanes[0]!)).toEqual([['changed', 0, 500]])
    expect(lanes[0]!.owners).toEqual(['a.exe', 'b.exe'])
  })
})

describe('what could not be looked at', () => {
  const there = running(1, 'iTunesHelper.exe')

  test('is a gap, and not a process that went', () => {
    const { lanes, gaps } = recordingOf([
      look(0, [there]),
      { atMs: 500, processes: failed('timeout') },
      { atMs: 1000, processes: failed('unreadable') },
      look(1500, [there]),
    ])
    expect(lanes[0]!.events).toEqual([])
    expect(gaps).toEqual([
      { part: 'process', fromMs: 0, toMs: 1500, reason: 'timeout', isWhole: false },
    ])
  })

  test('leaves open how long something was there', () => {
    const { lanes, gaps } = recordingOf([
      look(1000, [there]),
      { atMs: 1500, processes: failed('timeout') },
    ])
    expect(lanes[0]!.spans[0]).toMatchObject({ toMs: 1000, isOpenAtEnd: true })
    expect(gaps[0]).toMatchObject({ fromMs: 1000, toMs: 30_000 })
  })

  test('from beginning to end says so for each part, with its reason', () => {
    const { gaps } = recordingOf([
      { ...look(0, []), services: skipped('not-windows') },
      { atMs: 500, services: skipped('not-windows') },
    ])
    expect(gaps).toEqual([
      { part: 'service', fromMs: 0, toMs: 30_000, reason: 'not-windows', isWhole: true },
    ])
    expect(recordingOf([]).gaps.map(({ reason }) => reason)).toEqual(
      Array.from({ length: 3 }, () => 'not-checked'),
    )
  })

  test('is no reason to say that something appeared then: it did between the looks that worked', () => {
    const { lanes } = recordingOf([
      look(0, []),
      { atMs: 500, processes: failed('timeout') },
      look(5000, [there]),
    ])
    expect(told(lanes[0]!)).toEqual([['appeared', 0, 5000]])
  })
})

test('no more lanes are kept than anybody looks at, and Apple’s are never those that are left out', () => {
  const crowd = Array.from({ length: 900 }, (_, at) => running(1000 + at, `p${at}.exe`, 1))
  const late = running(9999, 'iPodService.exe', 2)
  const recording = recordingOf([look(0, []), look(500, crowd), look(1000, [...crowd, late])])
  expect(recording.lanes).toHaveLength(mostLanes)
  expect(recording.lanesLeftOut).toBe(701)
  expect(recording.lanes[0]).toMatchObject({ id: 'ipod-service' })
})

const anyProcess = fc.record({
  pid: fc.integer({ min: 0, max: 12 }),
  name: fc.constantFrom('iTunesHelper.exe', 'a.exe', 'A.EXE', '', '\u202E', 'iPodService.exe'),
  startedAtUtc: fc.option(fc.integer({ min: 0, max: 3 }).map(utc)),
})
const anyService = fc.record({
  keyName: fc.constantFrom('iPod Service', 'Spooler', 'x'),
  state: fc.constantFrom('running' as const, 'stopped' as const, 'unknown' as const),
})
const anyListener = fc.record({
  protocol: fc.constantFrom('tcp' as const, 'udp' as const),
  port: fc.integer({ min: 1, max: 4 }),
  pid: fc.integer({ min: 0, max: 12 }),
})
const probeOf = <T>(value: fc.Arbitrary<T>) =>
  fc.option(
    fc.oneof(
      { weight: 4, arbitrary: value.map(known) },
      { weight: 1, arbitrary: fc.constant(failed('timeout')) },
    ),
    { nil: undefined },
  )
const anySamples = fc
  .array(
    fc.record({
      stepMs: fc.integer({ min: 0, max: 900 }),
      processes: probeOf(fc.array(anyProcess, { maxLength: 14 })),
      services: probeOf(fc.array(anyService, { maxLength: 4 })),
      listeners: probeOf(fc.array(anyListener, { maxLength: 6 })),
    }),
    { maxLength: 25 },
  )
  .map((rows) => {
    let atMs = 0
    return rows.map(({ stepMs, ...parts }) => {
      atMs += stepMs
      return withoutMissing({ atMs, ...parts })
    })
  })

type Parts = { readonly [K in keyof RecordingSample]: RecordingSample[K] | undefined }

function withoutMissing(parts: Parts): RecordingSample {
  return Object.fromEntries(
    Object.entries(parts).filter(([, part]) => part !== undefined),
  ) as unknown as RecordingSample
}

describe('whatever the looks find', () => {
  test('within a lane no two stretches overlap, all in order and within the recording', () => {
    fc.assert(
      fc.property(anySamples, (samples) => {
        for (const { spans, events, kind } of recordingOf(samples).lanes) {
          expect(spans.length).toBeGreaterThan(0)
          spans.forEach(({ fromMs, toMs, isOpenAtStart, isOpenAtEnd }, at) => {
            expect(toMs).toBeGreaterThanOrEqual(fromMs)
            expect(fromMs).toBeGreaterThanOrEqual(spans[at - 1]?.toMs ?? 0)
            expect(toMs).toBeLessThanOrEqual(30_000)
            if (isOpenAtStart) expect(at).toBe(0)
            if (isOpenAtEnd) expect(at).toBe(spans.length - 1)
          })
          if (kind === 'process') expect(spans).toHaveLength(1)
          const times = events.map(({ atMs }) => atMs)
          expect(times).toEqual([...times].sort((a, b) => a - b))
          for (const { afterMs, atMs } of events) expect(afterMs).toBeLessThanOrEqual(atMs)
        }
      }),
    )
  })

  test('the order in which processes, services and ports are listed changes nothing', () => {
    const turn = <T>(probe: Probe<readonly T[]> | undefined) =>
      probe?.state === 'known' ? known([...probe.value].reverse()) : probe
    const turned = ({ atMs, processes, services, listeners }: RecordingSample) =>
      withoutMissing({
        atMs,
        processes: turn(processes),
        services: turn(services),
        listeners: turn(listeners),
      })
    fc.assert(
      fc.property(anySamples, (samples) => {
        expect(recordingOf(samples.map(turned))).toEqual(recordingOf(samples))
      }),
    )
  })

  test('a number never stands for two processes at once', () => {
    fc.assert(
      fc.property(anySamples, (samples) => {
        const { lanes } = recordingOf(samples)
        for (const one of lanes) {
          for (const other of lanes) {
            if (one === other || one.pid === null || one.pid !== other.pid) continue
            const [a, b] = [one.spans[0]!, other.spans[0]!]
            expect(a.toMs <= b.fromMs || b.toMs <= a.fromMs).toBe(true)
          }
        }
      }),
    )
  })
})
