/** What does a saved report look like? The contract with other programs, as one schema; `report.schema.json` is made from it. */
import { z } from 'zod'

/** Raised when an older program could misread a newer report. New keys alone do not raise it. */
export const reportSchemaVersion = 1

/** Wherever a detail may be missing, the reason stands in its place as a stable code. */
function probeSchema<T extends z.ZodType>(value: T) {
  const reason = z.string()
  return z.discriminatedUnion('state', [
    z.object({ state: z.literal('known'), value }),
    z.object({ state: z.literal('denied'), reason }),
    z.object({ state: z.literal('failed'), reason }),
    z.object({ state: z.literal('skipped'), reason }),
  ])
}

const pidSchema = z.int().min(0).max(0xffffffff)
const utcSchema = z.iso.datetime()

export const reportInstanceSchema = z.object({
  pid: pidSchema,
  parentPid: pidSchema,
  name: z.string().describe('The image name as the process list gave it.'),
  trust: z
    .enum(['genuine', 'wrong-folder', 'wrong-signer', 'unsigned', 'tampered', 'cannot-tell'])
    .describe('Whether this is the real one. A name alone proves nothing: cannot-tell.'),
  imagePath: probeSchema(z.string()),
  startedAtUtc: probeSchema(utcSchema),
  workingSetBytes: probeSchema(z.number().min(0)),
})

export const reportProcessSchema = z.object({
  id: z.string(),
  imageName: z.string(),
  group: z.enum(['core', 'sync', 'related']),
  status: z.enum(['running', 'not-running', 'cannot-tell']),
  what: z.string().describe("What it does, in the report's language."),
  ifDisabled: z.string().describe("What stops working without it, in the report's language."),
  instances: z.array(reportInstanceSchema),
})

export const reportFindingSchema = z.object({
  code: z.string(),
  severity: z.enum(['info', 'attention', 'danger']),
  subject: z.string(),
  text: z.string(),
})

export const reportExplanationSchema = z.object({
  asked: z.string().describe('The name as it was asked for.'),
  id: z.string().optional().describe('The catalogue process of this name, if there is one.'),
  pids: z.array(pidSchema).describe('Running processes of this name.'),
  text: z.string(),
})

export const reportSchema = z.object({
  schemaVersion: z.literal(reportSchemaVersion),
  generatedAtUtc: utcSchema.describe('When the process list was taken.'),
  app: z.object({ name: z.string(), version: z.string() }),
  machine: z.object({
    platform: z.string(),
    release: z.string(),
    arch: z.string(),
    language: z.string(),
  }),
  lister: z.enum(['ps-list', 'in-process', 'recorded']),
  processesSeen: z.int().min(0).describe('How many processes the list held.'),
  processes: z.array(reportProcessSchema),
  findings: z.array(reportFindingSchema),
  explained: z.array(reportExplanationSchema).optional().describe('Only with --explain.'),
})

export type Report = z.infer<typeof reportSchema>
export type ReportProcess = z.infer<typeof reportProcessSchema>
export type ReportExplanation = z.infer<typeof reportExplanationSchema>
