/**
 * The timeline of a recording. One sample after the other goes in; the recording so far comes out, also while it goes
 * on.
 */
import type { CatalogueProcess } from '../catalogue/schemas/catalogue-schema.ts'
import type { Lane, Recording, RecordingSample } from '../model/recording.ts'
import type { Probe } from '../model/probe.ts'
import { shortText } from '../text/visible-text.ts'
import { GapFinder } from './gaps.ts'
import { compareLanes, mostLanes } from './lane-order.ts'
import { compareText, NamedTracks, ownersByPort, pidsOf, statesByName } from './named-tracks.ts'
import { ProcessTracks } from './process-tracks.ts'
import type { Track } from './track.ts'

export interface TimelineOptions {
  readonly catalogue: readonly CatalogueProcess[]
  readonly startedAtUtc: string
  readonly plannedMs: number
  readonly sampleEveryMs: number
}

export interface Timeline {
  /** In order of time for each part. */
  readonly add: (sample: RecordingSample) => void
  readonly recording: (durationMs: number) => Recording
}

/** Longer than any name of a program or service that people give. */
const longestLabel = 120
const mostOwners = 4

export function openTimeline(options: TimelineOptions): Timeline {
  const processes = new ProcessTracks(options.catalogue)
  const services = new NamedTracks({ hasStates: true })
  const ports = new NamedTracks({ hasStates: false })
  const gaps = {
    process: new GapFinder('process'),
    service: new GapFinder('service'),
    port: new GapFinder('port'),
  }
  const idByService = new Map(
    options.catalogue.flatMap(({ id, service }) =>
      (service?.keyNames ?? []).map((name) => [name.toLowerCase(), id] as const),
    ),
  )

  function processLanes(untilMs: number): readonly Lane[] {
    return processes.all().flatMap(({ track, name, pid, id }) => {
      if (!track.hasEvents && id === null) return []
      return [laneOf({ kind: 'process', label: name, id, pid, owners: [] }, track, untilMs)]
    })
  }

  function serviceLanes(untilMs: number): readonly Lane[] {
    return services.all().flatMap(([keyName, track]) => {
      const id = idByService.get(keyName.toLowerCase()) ?? null
      if (!track.hasEvents && (id === null || track.value !== 'running')) return []
      return [
        laneOf({ kind: 'service', label: keyName, id, pid: null, owners: [] }, track, untilMs),
      ]
    })
  }

  function portLanes(untilMs: number): readonly Lane[] {
    return ports.all().flatMap(([label, track]) => {
      const owners = track
        .spans(untilMs)
        .flatMap(({ value, fromMs, toMs }) =>
          pidsOf(value).flatMap((pid) => processes.find(pid, fromMs, toMs) ?? []),
        )
      const names = [...new Set(owners.map(({ name }) => name))].sort(compareText)
      const ids = owners.flatMap(({ id }) => id ?? []).sort(compareText)
      const id = ids[0] ?? null
      if (!track.hasEvents && id === null) return []
      const shown = names.slice(0, mostOwners).map((name) => shortText(name, longestLabel))
      return [laneOf({ kind: 'port', label, id, pid: null, owners: shown }, track, untilMs)]
    })
  }

  return {
    add: (sample) => {
      const { atMs, startToleranceMs = 0 } = sample
      take(sample.processes, gaps.process, atMs, (rows, beforeMs) => {
        processes.add(rows, atMs, beforeMs, startToleranceMs)
      })
      take(sample.services, gaps.service, atMs, (rows, beforeMs) => {
        services.add(statesByName(rows), atMs, beforeMs)
      })
      take(sample.listeners, gaps.port, atMs, (rows, beforeMs) => {
        ports.add(ownersByPort(rows), atMs, beforeMs)
      })
    },
    recording: (durationMs) => {
      const lanes = [
        ...processLanes(gaps.process.knownUntilMs(durationMs)),
        ...serviceLanes(gaps.service.knownUntilMs(durationMs)),
        ...portLanes(gaps.port.knownUntilMs(durationMs)),
      ].sort(compareLanes)
      const { startedAtUtc, plannedMs, sampleEveryMs } = options
      return {
        startedAtUtc,
        durationMs,
        plannedMs,
        sampleEveryMs,
        lanes: lanes.slice(0, mostLanes),
        lanesLeftOut: Math.max(0, lanes.length - mostLanes),
        gaps: Object.values(gaps).flatMap((one) => one.gaps(durationMs)),
      }
    },
  }
}

/** The whole of it at once. */
export function makeRecording(
  samples: readonly RecordingSample[],
  { durationMs, ...options }: TimelineOptions & { readonly durationMs: number },
): Recording {
  const timeline = openTimeline(options)
  for (const sample of samples) timeline.add(sample)
  return timeline.recording(durationMs)
}

function take<T>(
  probe: Probe<T> | undefined,
  gap: GapFinder,
  atMs: number,
  use: (value: T, beforeMs: number | null) => void,
): void {
  if (probe === undefined) return
  if (probe.state !== 'known') {
    gap.failed(probe.reason)
    return
  }
  use(probe.value, gap.lastKnownMs)
  gap.worked(atMs)
}

function laneOf(
  named: Pick<Lane, 'kind' | 'label' | 'id' | 'pid' | 'owners'>,
  track: Track,
  untilMs: number,
): Lane {
  return {
    ...named,
    label: shortText(named.label, longestLabel),
    spans: track.spans(untilMs).map(({ fromMs, toMs, isOpenAtStart, isOpenAtEnd, state }) => ({
      fromMs,
      toMs,
      isOpenAtStart,
      isOpenAtEnd,
      state,
    })),
    events: [...track.events],
  }
}
