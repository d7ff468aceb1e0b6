/** What do the parts of a report look like that describe one process, one service, one file? */
import { z } from 'zod'
import { knownFolderNames, variableNames } from '../../model/places.ts'

/** Wherever a detail may be missing, the reason stands in its place as a stable code. */
export function probeSchema<T extends z.ZodType>(value: T) {
  const reason = z.string()
  return z.discriminatedUnion('state', [
    z.object({ state: z.literal('known'), value }),
    z.object({ state: z.literal('denied'), reason }),
    z.object({ state: z.literal('failed'), reason }),
    z.object({ state: z.literal('skipped'), reason }),
  ])
}

/** A part that an older version of the program did not write reads as "not checked". */
function laterProbe<T extends z.ZodType>(value: T) {
  return probeSchema(value).default({ state: 'skipped', reason: 'not-checked' } as never)
}

export const pidSchema = z.int().min(0).max(0xffffffff)
export const utcSchema = z.iso.datetime()

const signatureSchema = z
  .object({
    verdict: z.enum([
      'trusted',
      'untrusted-root',
      'expired',
      'revoked',
      'distrusted',
      'tampered',
      'none',
      'cannot-tell',
    ]),
    where: z.enum(['embedded', 'catalogue']).nullable(),
    code: z.number().describe('What Windows answered; 0 is "sound".'),
    signer: z.object({ commonName: z.string(), organization: z.string() }).nullable(),
    issuer: z.string().nullable(),
    stampedAtUtc: utcSchema.nullable(),
  })
  .describe('The signer is only as good as the verdict: anybody may claim any name.')

const versionSchema = z
  .object({
    companyName: z.string().nullable(),
    fileDescription: z.string().nullable(),
    productName: z.string().nullable(),
    fileVersion: z.string().nullable(),
    productVersion: z.string().nullable(),
    originalFilename: z.string().nullable(),
    fixedFileVersion: z.string().nullable(),
  })
  .describe('What the file says about itself: claims, not proof.')

const ownerSchema = z.object({
  securityId: z.string(),
  account: z.string().nullable(),
  integrity: z.enum(['untrusted', 'low', 'medium', 'high', 'system', 'protected']).nullable(),
})

const neighbourSchema = z
  .object({
    fileName: z.string(),
    isPresent: probeSchema(z.boolean()),
    signature: probeSchema(signatureSchema),
  })
  .describe('A library in the same folder that the program would load.')

export const examinedSchema = z.object({
  pid: pidSchema,
  parentPid: pidSchema,
  parentName: z.string().nullable().default(null),
  name: z.string().describe('The image name as the process list gave it.'),
  imagePath: probeSchema(z.string()),
  imagePathWay: z.enum(['handle', 'pid', 'service', 'lister']).nullable().default(null),
  startedAtUtc: probeSchema(utcSchema),
  workingSetBytes: probeSchema(z.number().min(0)),
  counts: laterProbe(z.object({ sessionId: z.number(), threads: z.number(), handles: z.number() })),
  signature: laterProbe(signatureSchema),
  version: laterProbe(versionSchema),
  neighbours: z.array(neighbourSchema).default([]),
  owner: laterProbe(ownerSchema),
  services: laterProbe(z.array(z.string())).describe('Services that run in it.'),
})

const factSchema = z.object({
  state: z.enum(['ticked', 'crossed', 'unknown']),
  code: z.string(),
  rule: z.string(),
  text: z.string(),
})

export const trustSchema = z
  .enum(['genuine', 'wrong-folder', 'wrong-signer', 'unsigned', 'tampered', 'cannot-tell'])
  .describe('Whether this is the real one. A name alone proves nothing: cannot-tell.')

export const instanceSchema = examinedSchema.extend({
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
})

export const absenceSchema = z.enum([
  'not-installed',
  'other-stack',
  'retired',
  'only-during-task',
  'only-when-needed',
  'waits-for-feature',
  'waits-for-itunes',
  'waits-for-device',
  'not-opened',
  'service-stopped',
  'service-disabled',
  'service-missing',
  'not-needed',
  'not-started',
  'cannot-tell',
])

export const lookAlikeSchema = instanceSchema.extend({
  resembles: z.string().describe("The catalogue's image name."),
  resemblesId: z.string(),
  why: z.enum([
    'hidden-signs',
    'double-extension',
    'other-extension',
    'confusable-letters',
    'dots-or-blanks',
    'one-letter',
  ]),
  text: z.string(),
})

export const serviceSchema = z.object({
  processId: z.string().describe('The catalogue process that it starts.'),
  keyName: z.string(),
  isInstalled: probeSchema(z.boolean()),
  listed: probeSchema(
    z.object({
      keyName: z.string(),
      displayName: z.string(),
      state: z.enum([
        'stopped',
        'start-pending',
        'stop-pending',
        'running',
        'continue-pending',
        'pause-pending',
        'paused',
        'unknown',
      ]),
      pid: pidSchema.nullable(),
    }),
  ),
  configuration: probeSchema(
    z.object({
      startType: z.enum(['boot', 'system', 'automatic', 'manual', 'disabled', 'unknown']),
      imagePath: z.string(),
      account: z.string(),
    }),
  ),
})

const folderProbe = probeSchema(z.string().nullable())
const [programs, programsX86, common, commonX86] = knownFolderNames

export const placesSchema = z.object({
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
})

export const stackSchema = z.enum([
  'desktop',
  'store',
  'apple-devices',
  'mixed',
  'none',
  'cannot-tell',
])

const stackInputSchema = z.enum(['services', 'packages', 'folders', 'processes'])

export const stackSignSchema = z.object({
  stack: z.enum(['desktop', 'store', 'apple-devices']),
  input: stackInputSchema,
  subject: z.string(),
})

export const stackUnknownSchema = z.object({ input: stackInputSchema, reason: z.string() })

const runKeyShape = {
  hive: z.enum(['HKCU', 'HKLM']),
  view: z.enum(['64-bit', '32-bit']).describe('The part of the registry that such programs see.'),
}

export const runKeySchema = z.object({
  ...runKeyShape,
  read: probeSchema(z.literal(true)).describe('Why it could not be read, if it could not.'),
})

const autostartEntrySchema = z.object({
  ...runKeyShape,
  valueName: z.string(),
  command: probeSchema(z.string()).describe('As it is stored.'),
  startupSwitch: probeSchema(z.object({ isOn: z.boolean(), offSinceUtc: utcSchema.nullable() })),
  startsIt: z.boolean().nullable().describe('False for an entry of that name alone.'),
  program: z.string().nullable(),
  place: z.enum(['expected', 'elsewhere', 'unknown']),
  access: z
    .enum(['protected', 'user', 'open', 'unknown'])
    .default('unknown')
    .describe("Who may write to the program's folder, by its path."),
  signature: laterProbe(signatureSchema).describe('Of a program that lies elsewhere.'),
})

export const autostartSchema = z.object({
  processId: z.string(),
  state: z.enum(['on', 'off', 'none', 'cannot-tell']),
  offSinceUtc: utcSchema.nullable(),
  reason: z.string().nullable().describe('Why nobody can tell, if so.'),
  text: z.string(),
  entries: z.array(autostartEntrySchema),
})
