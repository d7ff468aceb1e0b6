/** What do the parts of a report look like that are about the check of Apple's servers? */
import { z } from 'zod'
import { utcSchema } from './report-parts.ts'

const text = z.string().describe("In the report's language.")

/** As a probe, with the time that the step took. */
function stepSchema<T extends z.ZodType>(value: T) {
  const elapsedMs = z.number().min(0)
  const without = { reason: z.string(), elapsedMs }
  return z.discriminatedUnion('state', [
    z.object({ state: z.literal('known'), value, elapsedMs }),
    z.object({ state: z.literal('denied'), ...without }),
    z.object({ state: z.literal('failed'), ...without }),
    z.object({ state: z.literal('skipped'), ...without }),
  ])
}

const nameSchema = z.object({ commonName: z.string(), organization: z.string() })
const addressSchema = z.object({
  address: z.string(),
  family: z.union([z.literal(4), z.literal(6)]),
})

const stepsSchema = z.object({
  name: stepSchema(z.object({ answeredBy: z.enum(['system', 'name-server']) })),
  address: stepSchema(
    z.object({
      addresses: z.array(
        addressSchema.extend({
          kind: z.enum([
            'public',
            'private',
            'loopback',
            'link-local',
            'carrier-nat',
            'unspecified',
            'not-usable',
          ]),
        }),
      ),
      count: z.int().min(0),
    }),
  ),
  tcp: stepSchema(addressSchema),
  proxy: stepSchema(z.object({ status: z.int() })),
  tls: stepSchema(z.object({ protocol: z.string() })),
  certificate: stepSchema(
    z.object({
      subject: nameSchema,
      issuer: nameSchema,
      validFromUtc: z.string().nullable(),
      validToUtc: z.string().nullable(),
      names: z.array(z.string()),
      nameMatches: z.boolean(),
      dates: z.enum(['valid', 'expired', 'not-yet-valid']),
      isTrusted: z.boolean(),
      isSelfSigned: z.boolean(),
      chain: z.array(z.object({ subject: nameSchema, issuer: nameSchema })),
    }),
  ),
})

const trialSchema = z.object({
  way: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('direct') }),
    z.object({ kind: z.literal('proxy'), host: z.string(), port: z.int() }),
  ]),
  steps: stepsSchema,
  attempts: z.array(addressSchema.extend({ outcome: stepSchema(z.literal('connected')) })),
  proxySchemes: z.array(z.string()),
})

export const endpointResultSchema = z.object({
  id: z.string(),
  host: z.string(),
  port: z.int().min(1).max(65_535),
  withTls: z.boolean().optional(),
  symptom: z.enum([
    'ok',
    'no-network',
    'name-not-found',
    'name-no-answer',
    'name-server-failed',
    'hosts-file',
    'private-address',
    'refused',
    'unreachable',
    'blocked-here',
    'timed-out',
    'closed-early',
    'not-tls',
    'intercepted',
    'certificate-expired',
    'certificate-not-yet-valid',
    'certificate-other-name',
    'certificate-untrusted',
    'proxy-needed',
    'proxy-demands-password',
    'proxy-failed',
    'cancelled',
    'not-tried',
  ]),
  notes: z.array(
    z.enum([
      'hosts-file',
      'private-address',
      'unknown-issuer',
      'issuer-not-verified',
      'ipv4-failed',
      'ipv6-failed',
      'direct-works',
      'proxy-failed',
      'proxy-kind-not-supported',
      'proxy-not-known',
    ]),
  ),
  elapsedMs: z.number().min(0),
  hostsLine: z.int().nullable(),
  issuer: nameSchema.nullable(),
  trials: z.array(trialSchema).describe('The ways that were tried; the first one counts.'),
  title: text,
  text,
})

export const checkSchema = z.object({
  startedAtUtc: utcSchema,
  elapsedMs: z.number().min(0),
  hasNetwork: z.boolean(),
  overall: z.enum([
    'ok',
    'some-failed',
    'all-failed',
    'no-network',
    'clock-wrong',
    'intercepted',
    'proxy-needed',
    'proxy-demands-password',
    'proxy-failed',
    'not-finished',
    'cancelled',
    'nothing-to-check',
  ]),
  title: text,
  text,
})
