/** The shape of a report. The contract with other programs, as one schema; `report.schema.json` is made from it. */
import { z } from 'zod'
import { processGroupSchema } from '../../catalogue/schemas/catalogue-schema.ts'
import { severities } from '../../model/finding.ts'
import { runKeySchema } from '../../model/autostart.ts'
import { processStatuses } from '../../model/inspection.ts'
import { pcSchema } from '../../model/pc-facts.ts'
import { listers } from '../../model/process.ts'
import { recordingShape } from '../../model/recording.ts'
import {
  countSchema,
  named,
  pidSchema,
  probeSchema,
  utcSchema,
  wordOf,
  type TypeOf,
} from '../../model/schema.ts'
import { serviceSchema } from '../../model/service.ts'
import { diagnosisSchema } from './report-diagnosis.ts'
import { checkSchema, endpointResultSchema } from './report-check.ts'
import { firewallSchema, hostsFileSchema, portSchema } from './report-connections.ts'
import {
  absenceSchema,
  autostartSchema,
  examinedSchema,
  instanceSchema,
  lookAlikeSchema,
  placesSchema,
  stackSchema,
  stackSignSchema,
  stackUnknownSchema,
} from './report-parts.ts'

/** Raised when an older program could misread a newer report. New keys alone do not raise it. */
export const reportSchemaVersion = 1

const reportProcessSchema = named(
  'Process',
  z.object({
    id: z.string(),
    imageName: z.string(),
    group: wordOf(processGroupSchema.options),
    status: wordOf(processStatuses, 'not-running'),
    absence: absenceSchema.optional().describe('Why it does not run; absent while it does.'),
    absenceIsNormal: z.boolean().nullable().optional().describe('Null when nobody can say.'),
    absenceText: z.string().optional(),
    isInstalled: probeSchema(z.boolean()).optional(),
    what: z.string().describe("What it does, in the report's language."),
    ifDisabled: z.string().describe("What stops working without it, in the report's language."),
    listedIn: z
      .array(z.string())
      .optional()
      .describe("The editions of Apple's article that list it: `article`, `today`."),
    instances: z.array(instanceSchema),
  }),
)

const reportFindingSchema = named(
  'Finding',
  z.object({
    code: z.string(),
    severity: wordOf(severities),
    subject: z.string(),
    text: z.string(),
    processId: z.string().optional().describe('The catalogue process that it is about.'),
    pid: pidSchema.optional(),
    path: z.string().optional(),
    signer: z.string().optional().describe('As the file names it: no proof.'),
    action: z
      .object({
        id: z.string(),
        text: z.string(),
        opens: z.string().nullable().describe("Which of Windows's own tools."),
        command: z.string().nullable(),
        undo: z.string().nullable(),
      })
      .optional()
      .describe('The one thing to do.'),
  }),
)

const reportExplanationSchema = named(
  'Explanation',
  z.object({
    asked: z.string().describe('The name as it was asked for.'),
    id: z.string().optional().describe('The catalogue process of this name, if there is one.'),
    pids: z.array(pidSchema).describe('Running processes of this name.'),
    text: z.string(),
  }),
)

const recordingSchema = named(
  'Recording',
  recordingShape.extend({
    title: z.string().describe("The verdict, in the report's language."),
    text: z.string(),
  }),
)

export const reportSchema = z.object({
  schemaVersion: z.literal(reportSchemaVersion),
  generatedAtUtc: utcSchema.describe('When the process list was taken.'),
  app: z.object({ name: z.string(), version: z.string() }),
  catalogueVersion: z
    .string()
    .optional()
    .describe('Equal where two reports were judged by the same data.'),
  label: z.string().optional().describe('What whoever made it calls the PC (--label).'),
  redacted: z
    .object({ on: z.boolean(), removed: z.array(z.string()) })
    .optional()
    .describe('Whether people were taken out of it, and what kinds of details that were.'),
  verdict: z
    .object({
      worst: z.string().describe('The worst severity of the findings; `none` without any.'),
      exitCode: countSchema,
    })
    .optional()
    .describe('What the findings come to.'),
  machine: z.object({
    platform: z.string(),
    release: z.string(),
    edition: z.string().optional().describe('What Windows calls itself.'),
    system: z.string().optional().describe('For example `Windows 11 23H2 (22631)`.'),
    arch: z.string(),
    language: z.string(),
  }),
  elevated: probeSchema(z.boolean())
    .optional()
    .describe('Whether the program that looked had admin rights.'),
  isSignedIn: probeSchema(z.boolean())
    .optional()
    .describe(
      'Whether it ran as the account that was signed in: Run keys and Store packages of a user are those of its own account.',
    ),
  lister: wordOf(listers),
  processesSeen: countSchema.describe('How many processes the list held.'),
  stack: stackSchema.optional().describe("Which of Apple's installations the PC has."),
  products: z
    .array(
      z.object({
        id: wordOf(['itunes', 'apple-devices']),
        edition: wordOf(['desktop', 'store']),
        version: z.string(),
      }),
    )
    .optional()
    .describe('iTunes and Apple Devices as they are installed.'),
  stackSigns: z.array(stackSignSchema).optional(),
  stackUnknown: z.array(stackUnknownSchema).optional(),
  processes: z.array(reportProcessSchema),
  lookAlikes: z.array(lookAlikeSchema).optional(),
  otherApple: z
    .array(examinedSchema)
    .optional()
    .describe("Other programs with Apple's signature. Absent when it could not be looked for."),
  strangers: z
    .array(examinedSchema)
    .optional()
    .describe("What runs from a folder of Apple's own without being known to be Apple's."),
  services: z.array(serviceSchema).optional(),
  autostart: z
    .array(autostartSchema)
    .optional()
    .describe('Which of the processes start at logon, by the Run keys of the registry.'),
  runKeys: z.array(runKeySchema).optional().describe('The keys that `autostart` rests on.'),
  places: placesSchema.optional().describe('What the verdicts about folders rest on.'),
  pc: pcSchema.optional().describe('Services, start-up, installations, drivers and the like.'),
  hostsFile: hostsFileSchema.optional().describe("What in it touches names of Apple's."),
  ports: z.array(portSchema).optional().describe("The local ports of Apple's programs."),
  firewall: firewallSchema.optional().describe("Rules that block one of Apple's programs."),
  connectionCheck: checkSchema.optional().describe('Only where somebody asked for the check.'),
  endpoints: z
    .array(endpointResultSchema)
    .optional()
    .describe('One for each name that was tried. Only where somebody asked for the check.'),
  recording: recordingSchema
    .optional()
    .describe(
      'What appeared, changed and went while somebody recorded, for example a phone being plugged in.',
    ),
  findings: z.array(reportFindingSchema),
  findingsThen: z
    .array(reportFindingSchema)
    .optional()
    .describe('What an opened report said, and what its facts no longer come to today.'),
  notKnown: countSchema
    .optional()
    .describe('How many things an opened report held that this version does not know.'),
  diagnosis: diagnosisSchema.optional().describe('Where somebody asked the doctor.'),
  explained: z.array(reportExplanationSchema).optional().describe('Only with --explain.'),
})

/** As it is written, and as it is read: what an older version did not write is filled in as "not checked". */
export type Report = TypeOf<typeof reportSchema>
export type ReportProcess = Report['processes'][number]
export type ReportInstance = ReportProcess['instances'][number]
export type ReportExamined = TypeOf<typeof examinedSchema>
export type ReportExplanation = TypeOf<typeof reportExplanationSchema>
