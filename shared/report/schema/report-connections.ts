/** What do the parts of a report look like that are about this PC's side of connections: hosts file, ports, firewall? */
import { z } from 'zod'
import { confidenceSchema } from '../../catalogue/schema.ts'
import { hostsFindingCodeSchema, hostsOwnerSchema } from '../../catalogue/hosts-lines-schema.ts'
import { pidSchema, probeSchema, trustSchema } from './report-parts.ts'

const text = z.string().describe("In the report's language.")

const hostsFindingSchema = z.object({
  code: hostsFindingCodeSchema,
  severity: z.enum(['info', 'attention', 'danger']),
  lineNumber: z.int().min(1),
  address: z.string(),
  names: z.array(z.string()),
  why: z
    .enum(['comment', 'earlier-line', 'beyond-nine', 'odd-number', 'not-an-address'])
    .nullable()
    .describe('Why the line does nothing, or why nobody can tell.'),
  decidedByLine: z.int().nullable(),
  whose: hostsOwnerSchema.nullable(),
  errors: z.array(z.string()).describe('Ids of rows of the error table.'),
  isIpv6Only: z.boolean().default(false).describe('Over IPv4 the names still lead to Apple.'),
  undo: z.enum(['switch-off-line', 'ask-first', 'nothing']),
  undoLines: z.array(z.int()).default([]).describe('What has to be switched off together.'),
  sources: z.array(z.string()),
  confidence: confidenceSchema,
  text,
})

export const hostsFileSchema = probeSchema(
  z.object({
    path: z.string(),
    entryCount: z.int().min(0),
    omittedLineCount: z.int().min(0),
    findings: z.array(hostsFindingSchema).describe("Lines that touch a name of Apple's."),
  }),
)

const proxyEndSchema = z.object({ address: z.string(), port: z.int() })

const portOwnerSchema = z.object({
  pid: pidSchema,
  name: z.string().nullable(),
  catalogueId: z.string().nullable(),
  trust: trustSchema.nullable(),
  services: z.array(z.string()),
  addresses: z.array(z.string()),
  proxies: z.array(
    z.object({
      kind: z.enum(['v4tov4', 'v4tov6', 'v6tov4', 'v6tov6']),
      listen: proxyEndSchema,
      connect: proxyEndSchema,
    }),
  ),
  standing: z.enum(['expected', 'other', 'unknown']),
  reason: z.enum(['owner-not-told', 'owner-not-listed', 'owner-not-proven']).nullable(),
})

export const portSchema = z.object({
  id: z.string(),
  port: z.int().min(1).max(65_535),
  protocol: z.enum(['tcp', 'udp']),
  verdict: z.enum(['owner-expected', 'owner-other', 'nobody', 'cannot-tell']),
  isNormal: z.boolean().nullable().describe('Null when nobody can say.'),
  reason: z.string().nullable(),
  owners: z.array(portOwnerSchema),
  elsewhere: z.array(portOwnerSchema).describe('The same number on other addresses.'),
  isProofOfLife: z.boolean(),
  text,
})

export const firewallSchema = probeSchema(
  z.object({
    rules: z.array(
      z.object({
        id: z.string(),
        origin: z.enum(['this-pc', 'group-policy']),
        action: z.enum(['allow', 'block', 'bypass']),
        isActive: z.boolean(),
        direction: z.enum(['in', 'out']),
        program: z.string().nullable(),
        profiles: z.array(z.string()),
        protocol: z.number().nullable(),
        isNarrowed: z.boolean(),
        name: z.string(),
        text,
      }),
    ),
    unreadable: z.int().min(0).describe('Rules that could not be read.'),
  }),
)
