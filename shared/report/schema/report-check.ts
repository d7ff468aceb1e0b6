/** The shape of a check in a report. */
import { z } from 'zod'
import {
  addressKinds,
  certificateDates,
  connectionNotes,
  connectionOveralls,
  connectionSymptoms,
  nameAnswerers,
} from '../../model/connection.ts'
import { utcSchema, named, wordOf } from '../../model/schema.ts'

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

const nameSchema = named(
  'CertificateName',
  z.object({ commonName: z.string(), organization: z.string() }),
)
const addressSchema = named(
  'Address',
  z.object({
    address: z.string(),
    family: z.union([z.literal(4), z.literal(6)]),
  }),
)

const stepsSchema = named(
  'Steps',
  z.object({
    name: stepSchema(z.object({ answeredBy: wordOf(nameAnswerers) })),
    address: stepSchema(
      z.object({
        addresses: z.array(
          addressSchema.extend({
            kind: wordOf(addressKinds),
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
        dates: wordOf(certificateDates),
        isTrusted: z.boolean(),
        isSelfSigned: z.boolean(),
        chain: z.array(z.object({ subject: nameSchema, issuer: nameSchema })),
      }),
    ),
  }),
)

const trialSchema = named(
  'Trial',
  z.object({
    way: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('direct') }),
      z.object({ kind: z.literal('proxy'), host: z.string(), port: z.int() }),
    ]),
    steps: stepsSchema,
    attempts: z.array(addressSchema.extend({ outcome: stepSchema(z.literal('connected')) })),
    proxySchemes: z.array(z.string()),
  }),
)

export const endpointResultSchema = named(
  'EndpointResult',
  z.object({
    id: z.string(),
    host: z.string(),
    port: z.int().min(1).max(65_535),
    withTls: z.boolean().optional(),
    symptom: wordOf(connectionSymptoms),
    notes: z.array(wordOf(connectionNotes)),
    elapsedMs: z.number().min(0),
    hostsLine: z.int().nullable(),
    issuer: nameSchema.nullable(),
    trials: z.array(trialSchema).describe('The ways that were tried; the first one counts.'),
    title: text,
    text,
  }),
)

export const checkSchema = named(
  'ConnectionCheck',
  z.object({
    startedAtUtc: utcSchema,
    elapsedMs: z.number().min(0),
    hasNetwork: z.boolean(),
    overall: wordOf(connectionOveralls),
    title: text,
    text,
  }),
)
