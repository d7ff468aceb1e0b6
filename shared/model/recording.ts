/** A recording. */
import type { Listener } from './listener.ts'
import type { Probe } from './probe.ts'
import type { ListedService, ServiceState } from './service.ts'

export const laneEventKinds = ['appeared', 'went', 'changed'] as const
type LaneEventKind = (typeof laneEventKinds)[number]

export const laneKinds = ['process', 'service', 'port'] as const
export type LaneKind = (typeof laneKinds)[number]

/** One process as a sample holds it. */
export interface SampledProcess {
  readonly pid: number
  readonly name: string
  /** ISO 8601, UTC. Null when the lister does not tell. */
  readonly startedAtUtc: string | null
}

/** What one look found. A part that was not asked at that moment is missing. */
export interface RecordingSample {
  /** Milliseconds since the start of the recording. */
  readonly atMs: number
  readonly processes?: Probe<readonly SampledProcess[]>
  /** By how much the start time of one process may differ from sample to sample; 0 where Windows itself tells it. */
  readonly startToleranceMs?: number
  readonly services?: Probe<readonly Pick<ListedService, 'keyName' | 'state'>[]>
  readonly listeners?: Probe<readonly Pick<Listener, 'protocol' | 'port' | 'pid'>[]>
}

/** A stretch of time in which a process ran, a service had one state, or a port was open for the same programs. */
export interface RecordedSpan {
  readonly fromMs: number
  readonly toMs: number
  /** It was there at the first look: when it began was not recorded. */
  readonly isOpenAtStart: boolean
  /** It was still there at the last look: when it ended was not recorded. */
  readonly isOpenAtEnd: boolean
  /** Of a service; null for processes and ports. */
  readonly state: ServiceState | null
}

/** It happened after the look at `afterMs` and no later than the look at `atMs`. */
export interface LaneEvent {
  readonly kind: LaneEventKind
  readonly afterMs: number
  readonly atMs: number
  /** The state that a service has since; null for processes and ports. */
  readonly state: ServiceState | null
}

export interface Lane {
  readonly kind: LaneKind
  /** A process's name, a service's key name, or `TCP 27015`: anybody's words, made harmless and short. */
  readonly label: string
  /** The catalogue process of that name, or to which the service or the port belongs. By its name only: no proof. */
  readonly id: string | null
  /** Of a process. */
  readonly pid: number | null
  /** The programs that had the port, by name, at most 4. */
  readonly owners: readonly string[]
  /** In order of time, and never two at once. */
  readonly spans: readonly RecordedSpan[]
  /** In order of time. */
  readonly events: readonly LaneEvent[]
}

/** A stretch of time of which nothing is known about one kind of lane: something may have happened there. */
export interface RecordingGap {
  readonly part: LaneKind
  readonly fromMs: number
  readonly toMs: number
  readonly reason: string
  /** No look at this part worked at all. */
  readonly isWhole: boolean
}

export interface Recording {
  /** ISO 8601, UTC. */
  readonly startedAtUtc: string
  readonly durationMs: number
  /** How long it was meant to last: less than that was recorded when somebody stopped it. */
  readonly plannedMs: number
  /** What lived for a shorter time than this may be missing. */
  readonly sampleEveryMs: number
  /** Catalogue processes first, then by time. */
  readonly lanes: readonly Lane[]
  /** How many lanes there were beyond those that are kept. */
  readonly lanesLeftOut: number
  readonly gaps: readonly RecordingGap[]
}
