/** The shape of `assets/connections/hosts-lines.json`, what may be said about lines of a hosts file, checked by the build. */
import { z } from 'zod'
import { evidenceSchema } from './catalogue-schema.ts'

/** What is found out about a line; the words are `connections.hosts.finding.<code>`. */
export const hostsFindingCodeSchema = z.enum([
  /** Apple's signing server leads somewhere else. */
  'signing-redirect',
  'signing-blocked',
  'activation-blocked',
  'sign-in-blocked',
  /** Whether a certificate is still valid cannot be asked. */
  'certificates-blocked',
  'updates-blocked',
  'store-blocked',
  'push-blocked',
  'icloud-blocked',
  /** Names for statistics and advertising: nothing that a user wants stops. */
  'analytics-blocked',
  'analytics-redirected',
  /** Some other name of Apple's leads nowhere. */
  'apple-name-blocked',
  'apple-name-redirected',
  /** The name is tied to an address that is Apple's own. */
  'apple-name-pinned',
  'harmless',
  /** Whether Windows reads the line is not known. */
  'cannot-tell',
])

/** Who wrote the line; the words are `connections.hosts.whose.<code>`. */
export const hostsOwnerSchema = z.enum(['cydia', 'signing-tool', 'update-blocker'])

const effects = { blocked: hostsFindingCodeSchema, redirected: hostsFindingCodeSchema }

const labelPart = z.string().regex(/^[a-z0-9-]+$/)

export const hostsLinesSchema = z.strictObject({
  /** A name belongs to Apple when it is one of these or below one. */
  domains: z.array(z.strictObject({ domain: z.string().min(1), ...evidenceSchema.shape })).min(1),
  appleNetworks: z.array(
    z.strictObject({
      network: z.enum(['17.0.0.0/8', '2620:149::/32', '2403:300::/32', '2a01:b740::/32']),
      ...evidenceSchema.shape,
    }),
  ),
  /** Windows reads no more names of one line than this. */
  namesPerLine: z.strictObject({ limit: z.number().int().min(1), ...evidenceSchema.shape }),
  /** What a name is for. The first one whose pattern fits counts. */
  purposes: z.array(
    z.strictObject({
      id: z.enum([
        ...(['analytics', 'signing', 'activation', 'sign-in', 'certificates'] as const),
        ...(['updates', 'store', 'push', 'icloud'] as const),
      ]),
      patterns: z.array(z.string().min(1)).min(1),
      /** A label of the name tells it too: the parts between its hyphens, or how the label starts or ends. */
      labelParts: z
        .strictObject({
          whole: z.array(labelPart).min(1),
          starts: z.array(labelPart).min(1),
          ends: z.array(labelPart).min(1),
        })
        .optional(),
      ...effects,
      errors: z.array(z.strictObject({ error: z.string().min(1), ...evidenceSchema.shape })),
      ...evidenceSchema.shape,
    }),
  ),
  otherNames: z.strictObject({ ...effects, ...evidenceSchema.shape }),
  /** Lines that somebody has seen, with their author. */
  lines: z.array(
    z.strictObject({
      id: z.string().min(1),
      address: z.string().min(1),
      name: z.string().min(1),
      whose: hostsOwnerSchema,
      ...evidenceSchema.shape,
    }),
  ),
  /** So many update servers blocked at once are somebody's decision, not chance. */
  updateBlock: z.strictObject({
    atLeast: z.number().int().min(2),
    whose: hostsOwnerSchema,
    ...evidenceSchema.shape,
  }),
  /** Evidence of the steps that undo a line. */
  undo: evidenceSchema,
})

export type HostsFindingCode = z.infer<typeof hostsFindingCodeSchema>
export type HostsOwner = z.infer<typeof hostsOwnerSchema>
export type HostsLines = z.infer<typeof hostsLinesSchema>
