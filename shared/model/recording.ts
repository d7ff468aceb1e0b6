/** A recording. */
import { z } from 'zod'
import type { Listener } from './listener.ts'
import type { Probe } from './probe.ts'
import { countSchema, named, pidSchema, utcSchema, wordOf, type TypeOf } from './schema.ts'
import { serviceStates, type ListedService } from './service.ts'

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

const ms = z.number().min(0).describe('Milliseconds since the start of the recording.')
const kind = wordOf(['process', 'service', 'port'])
const state = wordOf(serviceStates)
  .nullable()
  .describe('Of a service; null for processes and ports.')

/** A stretch of time in which a process ran, a service had one state, or a port was open for the same programs. */
const spanSchema = z.object({
  fromMs: ms,
  toMs: ms,
  isOpenAtStart: z
    .boolean()
    .describe('It was there at the first look: when it began was not recorded.'),
  isOpenAtEnd: z
    .boolean()
    .describe('It was still there at the last look: when it ended was not recorded.'),
  state,
})
export type RecordedSpan = TypeOf<typeof spanSchema>

const eventSchema = z.object({
  kind: wordOf(['appeared', 'went', 'changed']),
  afterMs: ms,
  atMs: ms,
  /** The state that a service has since. */
  state,
})
export type LaneEvent = TypeOf<typeof eventSchema>

const laneSchema = named(
  'Lane',
  z.object({
    kind,
    /** Anybody's words, made harmless and short. */
    label: z
      .string()
      .describe("A process's name, a service's key name, or a port such as TCP 27015."),
    /** Or to which the service or the port belongs. */
    id: z
      .string()
      .nullable()
      .describe('The catalogue process of that name: no proof that it is it.'),
    /** Of a process. */
    pid: pidSchema.nullable(),
    /** By name, at most 4. */
    owners: z.array(z.string()).describe('The programs that had the port.'),
    /** In order of time, and never two at once. */
    spans: z.array(spanSchema),
    /** In order of time. */
    events: z
      .array(eventSchema)
      .describe('Each happened after the look at afterMs, and no later than the look at atMs.'),
  }),
)
export type Lane = TypeOf<typeof laneSchema>
export type LaneKind = Lane['kind']

const gapSchema = z.object({
  part: kind,
  fromMs: ms,
  toMs: ms,
  reason: z.string(),
  isWhole: z.boolean().describe('No look at this part worked at all.'),
})
export type RecordingGap = TypeOf<typeof gapSchema>

export const recordingShape = z.object({
  startedAtUtc: utcSchema,
  durationMs: ms,
  /** How long it was meant to last: less than that was recorded when somebody stopped it. */
  plannedMs: ms,
  sampleEveryMs: z.number().min(0).describe('What lived for a shorter time may be missing.'),
  /** Catalogue processes first, then by time. */
  lanes: z.array(laneSchema),
  /** How many lanes there were beyond those that are kept. */
  lanesLeftOut: countSchema,
  gaps: z
    .array(gapSchema)
    .describe('When a part could not be looked at: something may have happened there.'),
})
export type Recording = TypeOf<typeof recordingShape>
