/** The shape of processes, services and files in a report. */
import { z } from 'zod'
import { autostartPlaces, autostartStates, hives, registryViews } from '../../model/autostart.ts'
import { factStates, imagePathWays } from '../../model/evidence.ts'
import {
  absenceCodes,
  lookAlikeReasons,
  singleStacks,
  stackInputs,
  stacks,
  trustVerdicts,
} from '../../model/inspection.ts'
import { integrityLevels } from '../../model/owner.ts'
import { serviceStartTypes, serviceStates } from '../../model/service.ts'
import { signaturePlaces, signatureVerdicts } from '../../model/signature.ts'
import { folderAccesses, knownFolderNames, variableNames } from '../../model/places.ts'

/** A schema under its own name in `report.schema.json`. */
export function named<T extends z.ZodType>(id: string, schema: T): T {
  return schema.meta({ ...schema.meta(), id })
}

/**
 * One word of a list. Reports of other versions may hold others: they are judged as the list's word for not knowing,
 * where it has one, and are shown and written back as they are. The type tells what this version knows.
 */
export function wordOf<const T extends readonly string[]>(
  list: T,
  otherwise: T[number] | undefined = notKnowing.find((word) => list.includes(word)),
): z.ZodType<T[number]> {
  const words = z.union([z.enum(list), z.string()])
  const told = otherwise === undefined ? words : words.meta({ [otherwiseKey]: otherwise })
  return told
}

/** A keyword of our own in `report.schema.json`. */
const otherwiseKey = 'x-otherwise'

const notKnowing = ['cannot-tell', 'unknown', 'attention']

const reason = z.string().describe('A stable code.')
const notKnownSchema = named(
  'NotKnown',
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('denied'), reason }),
    z.object({ state: z.literal('failed'), reason }),
    z.object({ state: z.literal('skipped'), reason }),
  ]),
)

/** Wherever a detail may be missing, the reason stands in its place. */
export function probeSchema<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion('state', [
    z.object({ state: z.literal('known'), value }),
    notKnownSchema,
  ])
}

/** A part that an older version of the program did not write reads as "not checked". */
function laterProbe<T extends z.ZodType>(value: T) {
  return probeSchema(value).default({ state: 'skipped', reason: 'not-checked' } as never)
}

export const pidSchema = named('Pid', z.int().min(0).max(0xffffffff))
export const utcSchema = named('Utc', z.iso.datetime())

export const signatureSchema = named(
  'Signature',
  z
    .object({
      verdict: wordOf(signatureVerdicts),
      where: wordOf(signaturePlaces).nullable(),
      code: z.number().describe('What Windows answered; 0 is "sound".'),
      signer: z.object({ commonName: z.string(), organization: z.string() }).nullable(),
      issuer: z.string().nullable(),
      stampedAtUtc: utcSchema.nullable(),
    })
    .describe('The signer is only as good as the verdict: anybody may claim any name.'),
)

const versionSchema = named(
  'Version',
  z
    .object({
      companyName: z.string().nullable(),
      fileDescription: z.string().nullable(),
      productName: z.string().nullable(),
      fileVersion: z.string().nullable(),
      productVersion: z.string().nullable(),
      originalFilename: z.string().nullable(),
      fixedFileVersion: z.string().nullable(),
    })
    .describe('What the file says about itself: claims, not proof.'),
)

const ownerSchema = named(
  'Owner',
  z.object({
    securityId: z.string(),
    account: z.string().nullable(),
    integrity: wordOf(integrityLevels).nullable(),
  }),
)

const neighbourSchema = named(
  'Neighbour',
  z
    .object({
      fileName: z.string(),
      isPresent: probeSchema(z.boolean()),
      signature: probeSchema(signatureSchema),
    })
    .describe('A library in the same folder that the program would load.'),
)

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

export const serviceSchema = named(
  'Service',
  z.object({
    processId: z.string().describe('The catalogue process that it starts.'),
    keyName: z.string(),
    isInstalled: probeSchema(z.boolean()),
    listed: probeSchema(
      z.object({
        keyName: z.string(),
        displayName: z.string(),
        state: wordOf(serviceStates),
        pid: pidSchema.nullable(),
        lastExit: z
          .object({ code: z.int().min(0), ownCode: z.int().min(0) })
          .optional()
          .describe('How it last ended; 1066 stands for the own code, 1077 for never started.'),
      }),
    ),
    configuration: probeSchema(
      z.object({
        startType: wordOf(serviceStartTypes),
        imagePath: z.string(),
        account: z.string(),
      }),
    ),
    isProgramThere: laterProbe(z.boolean()).describe(
      'Whether the program that it starts is there.',
    ),
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

const runKeyShape = {
  hive: wordOf(hives),
  view: wordOf(registryViews).describe('The part of the registry that such programs see.'),
}

export const runKeySchema = named(
  'RunKey',
  z.object({
    ...runKeyShape,
    read: probeSchema(z.literal(true)).describe('Why it could not be read, if it could not.'),
  }),
)

const autostartEntrySchema = named(
  'AutostartEntry',
  z.object({
    ...runKeyShape,
    valueName: z.string(),
    command: probeSchema(z.string()).describe('As it is stored.'),
    startupSwitch: probeSchema(z.object({ isOn: z.boolean(), offSinceUtc: utcSchema.nullable() })),
    startsIt: z.boolean().nullable().describe('False for an entry of that name alone.'),
    program: z.string().nullable(),
    place: wordOf(autostartPlaces),
    access: wordOf(folderAccesses)
      .default('unknown')
      .describe("Who may write to the program's folder, by its path."),
    signature: laterProbe(signatureSchema).describe('Of a program that lies elsewhere.'),
  }),
)

export const autostartSchema = named(
  'Autostart',
  z.object({
    processId: z.string(),
    state: wordOf(autostartStates),
    offSinceUtc: utcSchema.nullable(),
    reason: z.string().nullable().describe('Why nobody can tell, if so.'),
    text: z.string(),
    entries: z.array(autostartEntrySchema),
  }),
)
