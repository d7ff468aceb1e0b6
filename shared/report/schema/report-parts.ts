/** The shape of processes, places and start-up in a report. */
import { z } from 'zod'
import { autostartShape } from '../../model/autostart.ts'
import { factStates, imagePathWays } from '../../model/evidence.ts'
import { neighbourSchema, versionSchema } from '../../model/file-evidence.ts'
import {
  absenceCodes,
  lookAlikeReasons,
  singleStacks,
  stackInputs,
  stacks,
  trustVerdicts,
} from '../../model/inspection.ts'
import { ownerSchema } from '../../model/owner.ts'
import { laterProbe, named, pidSchema, probeSchema, utcSchema, wordOf } from '../../model/schema.ts'
import { signatureSchema } from '../../model/signature.ts'
import { knownFolderNames, variableNames } from '../../model/places.ts'

export const examinedSchema = named(
  'ExaminedProcess',
  z.object({
    pid: pidSchema,
    parentPid: pidSchema,
    parentName: z.string().nullable().default(null),
    name: z.string().describe('The image name as the process list gave it.'),
    imagePath: probeSchema(z.string()),
    imagePathWay: wordOf(imagePathWays).nullable().default(null),
    startedAtUtc: probeSchema(utcSchema),
    workingSetBytes: probeSchema(z.number().min(0)),
    counts: laterProbe(
      z.object({ sessionId: z.number(), threads: z.number(), handles: z.number() }),
    ),
    signature: laterProbe(signatureSchema),
    version: laterProbe(versionSchema),
    neighbours: z.array(neighbourSchema).default([]),
    owner: laterProbe(ownerSchema),
    services: laterProbe(z.array(z.string())).describe('Services that run in it.'),
  }),
)

const factSchema = named(
  'Fact',
  z.object({
    state: wordOf(factStates),
    code: z.string(),
    rule: z.string(),
    text: z.string(),
  }),
)

export const trustSchema = named(
  'Trust',
  wordOf(trustVerdicts).describe(
    'Whether this is the real one. A name alone proves nothing: cannot-tell.',
  ),
)

export const instanceSchema = named(
  'Instance',
  examinedSchema.extend({
    trust: trustSchema,
    trustReason: z.string().nullable().optional().describe('Why not more is known.'),
    facts: z
      .object({
        name: factSchema,
        folder: factSchema,
        signer: factSchema,
        originalName: factSchema,
      })
      .optional()
      .describe('The four facts that the verdict rests on.'),
  }),
)

export const absenceSchema = named('Absence', wordOf(absenceCodes))

export const lookAlikeSchema = named(
  'LookAlike',
  instanceSchema.extend({
    resembles: z.string().describe("The catalogue's image name."),
    resemblesId: z.string(),
    why: wordOf(lookAlikeReasons),
    text: z.string(),
  }),
)

const folderProbe = probeSchema(z.string().nullable())
const [programs, programsX86, common, commonX86] = knownFolderNames

export const placesSchema = named(
  'Places',
  z.object({
    knownFolders: z.object({
      [programs]: folderProbe,
      [programsX86]: folderProbe,
      [common]: folderProbe,
      [commonX86]: folderProbe,
    }),
    storePackages: probeSchema(
      z.array(
        z.object({
          fullName: z.string(),
          familyName: z.string(),
          folder: probeSchema(z.string()),
        }),
      ),
    ),
    installFolders: probeSchema(z.array(z.string())),
    variables: z
      .partialRecord(z.enum(variableNames), z.string())
      .optional()
      .describe('Variables of the user that looked, as far as they name folders.'),
  }),
)

export const stackSchema = named('Stack', wordOf(stacks))

const stackInputSchema = wordOf(stackInputs)

export const stackSignSchema = named(
  'StackSign',
  z.object({
    stack: wordOf(singleStacks),
    input: stackInputSchema,
    subject: z.string(),
  }),
)

export const stackUnknownSchema = named(
  'StackUnknown',
  z.object({ input: stackInputSchema, reason: z.string() }),
)

/** Its keys in the contract's order. */
export const autostartSchema = named(
  'Autostart',
  z.object({
    ...autostartShape.omit({ entries: true }).shape,
    text: z.string(),
    entries: autostartShape.shape.entries,
  }),
)
