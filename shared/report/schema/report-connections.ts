/** The shape of hosts file, ports and firewall in a report. */
import { z } from 'zod'
import { portVerdicts } from '../../connections/judge-ports.ts'
import { ownerReasons, ownerStandings } from '../../connections/port-owner.ts'
import { severities } from '../../model/finding.ts'
import {
  defaultBlocks,
  firewallProfiles,
  firewallReaches,
  ruleActions,
  ruleDirections,
  ruleOrigins,
} from '../../model/firewall-rule.ts'
import { portProtocols } from '../../model/listener.ts'
import { portProxyKinds } from '../../model/port-proxy.ts'
import { confidenceSchema } from '../../catalogue/schemas/catalogue-schema.ts'
import {
  hostsFindingCodeSchema,
  hostsOwnerSchema,
} from '../../catalogue/schemas/hosts-lines-schema.ts'
import { named, pidSchema, probeSchema, wordOf } from '../../model/schema.ts'
import { trustSchema } from './report-parts.ts'

const text = z.string().describe("In the report's language.")

const hostsFindingSchema = named(
  'HostsFinding',
  z.object({
    code: wordOf(hostsFindingCodeSchema.options),
    severity: wordOf(severities),
    lineNumber: z.int().min(1),
    address: z.string(),
    names: z.array(z.string()),
    why: wordOf(['comment', 'earlier-line', 'beyond-nine', 'odd-number', 'not-an-address'])
      .nullable()
      .describe('Why the line does nothing, or why nobody can tell.'),
    decidedByLine: z.int().nullable(),
    whose: wordOf(hostsOwnerSchema.options).nullable(),
    errors: z.array(z.string()).describe('Ids of rows of the error table.'),
    isIpv6Only: z.boolean().default(false).describe('Over IPv4 the names still lead to Apple.'),
    undo: wordOf(['switch-off-line', 'ask-first', 'nothing']),
    undoLines: z.array(z.int()).default([]).describe('What has to be switched off together.'),
    sources: z.array(z.string()),
    confidence: wordOf(confidenceSchema.options),
    text,
  }),
)

export const hostsFileSchema = named(
  'HostsFile',
  probeSchema(
    z.object({
      path: z.string(),
      entryCount: z.int().min(0),
      omittedLineCount: z.int().min(0),
      findings: z.array(hostsFindingSchema).describe("Lines that touch a name of Apple's."),
    }),
  ),
)

const proxyEndSchema = named('PortProxyEnd', z.object({ address: z.string(), port: z.int() }))

const portOwnerSchema = named(
  'PortOwner',
  z.object({
    pid: pidSchema,
    name: z.string().nullable(),
    catalogueId: z.string().nullable(),
    trust: trustSchema.nullable(),
    services: z.array(z.string()),
    addresses: z.array(z.string()),
    proxies: z.array(
      z.object({
        kind: wordOf(portProxyKinds),
        listen: proxyEndSchema,
        connect: proxyEndSchema,
      }),
    ),
    standing: wordOf(ownerStandings),
    reason: wordOf(ownerReasons).nullable(),
  }),
)

export const portSchema = named(
  'Port',
  z.object({
    id: z.string(),
    port: z.int().min(1).max(65_535),
    protocol: wordOf(portProtocols),
    verdict: wordOf(portVerdicts),
    isNormal: z.boolean().nullable().describe('Null when nobody can say.'),
    reason: z.string().nullable(),
    owners: z.array(portOwnerSchema),
    elsewhere: z.array(portOwnerSchema).describe('The same number on other addresses.'),
    isProofOfLife: z.boolean(),
    text,
  }),
)

export const firewallSchema = named(
  'Firewall',
  probeSchema(
    z.object({
      rules: z.array(
        z.object({
          id: z.string(),
          origin: wordOf(ruleOrigins),
          action: wordOf(ruleActions),
          isActive: z.boolean(),
          direction: wordOf(ruleDirections),
          program: z.string().nullable(),
          service: z.string().nullable().default(null),
          package: z.string().nullable().default(null),
          profiles: z.array(z.string()),
          protocol: z.number().nullable(),
          localPorts: z.array(z.string()).default([]),
          remotePorts: z.array(z.string()).default([]),
          remoteAddresses: z.array(z.string()).default([]),
          isNarrowed: z.boolean(),
          reach: wordOf(firewallReaches)
            .default('program')
            .describe("Whom of Apple's it holds for."),
          severity: wordOf(severities).default('attention'),
          name: z.string(),
          text,
        }),
      ),
      unreadable: z.int().min(0).describe('Rules that could not be read.'),
      defaults: z
        .array(z.object({ profile: z.enum(firewallProfiles), blocks: z.enum(defaultBlocks) }))
        .optional()
        .describe('Where the firewall blocks more than its rules say.'),
    }),
  ),
)
