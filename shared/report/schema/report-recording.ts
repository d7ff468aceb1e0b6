/** The shape of a recording in a report. */
import { z } from 'zod'
import { laneEventKinds, laneKinds } from '../../model/recording.ts'
import { serviceStates } from '../../model/service.ts'
import { pidSchema, utcSchema, named, wordOf } from './report-parts.ts'

const ms = z.number().min(0).describe('Milliseconds since the start of the recording.')
const kind = wordOf(laneKinds)
const state = wordOf(serviceStates)
  .nullable()
  .describe('Of a service; null for processes and ports.')

const laneSchema = named(
  'Lane',
  z.object({
    kind,
    label: z
      .string()
      .describe("A process's name, a service's key name, or a port such as TCP 27015."),
    id: z
      .string()
      .nullable()
      .describe('The catalogue process of that name: no proof that it is it.'),
    pid: pidSchema.nullable(),
    owners: z.array(z.string()).describe('The programs that had the port.'),
    spans: z.array(
      z.object({
        fromMs: ms,
        toMs: ms,
        isOpenAtStart: z.boolean().describe('When it began was not recorded.'),
        isOpenAtEnd: z.boolean().describe('When it ended was not recorded.'),
        state,
      }),
    ),
    events: z
      .array(z.object({ kind: wordOf(laneEventKinds), afterMs: ms, atMs: ms, state }))
      .describe('Each happened after the look at afterMs, and no later than the look at atMs.'),
  }),
)

export const recordingSchema = named(
  'Recording',
  z.object({
    startedAtUtc: utcSchema,
    durationMs: ms,
    plannedMs: ms,
    sampleEveryMs: z.number().min(0).describe('What lived for a shorter time may be missing.'),
    lanes: z.array(laneSchema),
    lanesLeftOut: z.int().min(0),
    gaps: z
      .array(
        z.object({ part: kind, fromMs: ms, toMs: ms, reason: z.string(), isWhole: z.boolean() }),
      )
      .describe('When a part could not be looked at: something may have happened there.'),
    title: z.string().describe("The verdict, in the report's language."),
    text: z.string(),
  }),
)
