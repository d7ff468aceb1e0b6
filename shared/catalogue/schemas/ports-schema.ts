/** The shape of `assets/connections/ports.json`. */
import { z } from 'zod'
import { evidenceSchema } from './catalogue-schema.ts'

const numberSchema = z.number().int().min(1).max(65535)

/** `local`: a program on this PC listens. `outward`: this PC connects to others. */
export const portRoleSchema = z.enum(['local', 'outward', 'both'])

/** How far the port reaches: nothing but this PC, the network at home or at work, the internet. */
export const portScopeSchema = z.enum(['this-pc', 'local-network', 'internet'])

const portRowSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  from: numberSchema,
  /** The last port of a range; the same as `from` for a single port. */
  to: numberSchema,
  inArticle: z.boolean(),
  /** What the article says; null for rows that it does not have. */
  articleProtocol: z.enum(['TCP', 'UDP', 'TCP/UDP']).nullable(),
  /** What is true, as far as known. */
  protocols: z.array(z.enum(['TCP', 'UDP'])).min(1),
  protocolEvidence: evidenceSchema,
  role: portRoleSchema,
  scope: portScopeSchema,
  roleEvidence: evidenceSchema,
  /** Catalogue processes that use the port, as far as known. */
  processIds: z.array(z.string().min(1)),
  /** Evidence of the number and of what it is used for. */
  ...evidenceSchema.shape,
})

/** The whole of the file. */
export const portsSchema = z.array(portRowSchema)

export type PortRow = z.infer<typeof portRowSchema>
