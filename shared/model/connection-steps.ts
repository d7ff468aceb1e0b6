/** How far one way to a server led, step by step: name, address, connection, proxy, TLS, certificate. */
import { z } from 'zod'
import type { Probe } from './probe.ts'
import { countSchema, named, wordOf, type TypeOf } from './schema.ts'

/** Why a step has no answer. The texts turn it into words. */
export type ConnectionReason =
  | 'name-not-found'
  | 'name-no-answer'
  | 'name-server-failed'
  | 'no-address'
  | 'refused'
  | 'unreachable'
  /** This PC has no route to that kind of address at all. */
  | 'no-route'
  /** The system itself forbade the connection: a firewall on this PC. */
  | 'blocked-here'
  | 'timed-out'
  | 'closed-early'
  | 'not-tls'
  /** The server speaks TLS, and ended the talk with an alert or with versions that this program does not speak. */
  | 'tls-refused'
  | 'no-certificate'
  | 'proxy-unreachable'
  | 'proxy-no-answer'
  | 'proxy-not-http'
  | 'proxy-demands-password'
  | 'proxy-refused-target'
  /** Skipped: an earlier step had no answer. */
  | 'step-before-failed'
  /** Skipped: the host is a literal address. */
  | 'literal-address'
  /** Skipped: through a proxy, the proxy looks the name up. */
  | 'proxy-resolves'
  | 'no-proxy'
  | 'no-tls-here'
  /** Skipped: another address had connected first. */
  | 'not-needed'
  | 'cancelled'
  /** Skipped: the time for the whole check was over. */
  | 'time-over'

/** The answer of one step, and how long it took, in whole milliseconds. */
export type Step<T> = Probe<T> & { readonly elapsedMs: number }

const msSchema = z.number().min(0)

/** As a probe, with the time that the step took. */
function stepSchema<T extends z.ZodType>(value: T) {
  const without = { reason: z.string(), elapsedMs: msSchema }
  return z.discriminatedUnion('state', [
    z.object({ state: z.literal('known'), value, elapsedMs: msSchema }),
    z.object({ state: z.literal('denied'), ...without }),
    z.object({ state: z.literal('failed'), ...without }),
    z.object({ state: z.literal('skipped'), ...without }),
  ])
}

const addressKindSchema = wordOf([
  'public',
  'private',
  'loopback',
  'link-local',
  'carrier-nat',
  'unspecified',
  'not-usable',
])
export type AddressKind = TypeOf<typeof addressKindSchema>

const addressSchema = named(
  'Address',
  z.object({ address: z.string(), family: z.union([z.literal(4), z.literal(6)]) }),
)
export type ResolvedAddress = TypeOf<typeof addressSchema>
export type AddressFamily = ResolvedAddress['family']

const tlsSchema = z.object({
  /** For example `TLSv1.3`. */
  protocol: z.string(),
})
export type TlsFact = TypeOf<typeof tlsSchema>

/** CN and O as they stand in the certificate: anybody's words, cut at 256 characters. */
export const nameSchema = named(
  'CertificateName',
  z.object({ commonName: z.string(), organization: z.string() }),
)
export type CertificateName = TypeOf<typeof nameSchema>

const certificateSchema = z.object({
  subject: nameSchema,
  issuer: nameSchema,
  /** ISO 8601, UTC. Null when the certificate holds no date that can be read. */
  validFromUtc: z.string().nullable(),
  validToUtc: z.string().nullable(),
  /** The names that it is for, at most 50, each cut at 256 characters. */
  names: z.array(z.string()),
  nameMatches: z.boolean(),
  dates: wordOf(['valid', 'expired', 'not-yet-valid']),
  /** Whether its chain leads to a public root, dates and name aside. */
  isTrusted: z.boolean(),
  isSelfSigned: z.boolean(),
  /** From the server's certificate upwards, as it was sent; at most 10. */
  chain: z.array(z.object({ subject: nameSchema, issuer: nameSchema })),
})
export type CertificateFact = TypeOf<typeof certificateSchema>

const stepsSchema = named(
  'Steps',
  z.object({
    /** `name-server`: asked directly, because the system was slow or gave no clear answer. */
    name: stepSchema(z.object({ answeredBy: wordOf(['system', 'name-server']) })),
    /** At most 8; `count` says how many there were. */
    address: stepSchema(
      z.object({
        addresses: z.array(addressSchema.extend({ kind: addressKindSchema })),
        count: countSchema,
      }),
    ),
    /** The address that answered first: the server's, or through a proxy the proxy's. */
    tcp: stepSchema(addressSchema),
    /** The status of the proxy's answer to CONNECT. */
    proxy: stepSchema(z.object({ status: z.int() })),
    tls: stepSchema(tlsSchema),
    certificate: stepSchema(certificateSchema),
  }),
)
export type ConnectionSteps = TypeOf<typeof stepsSchema>
export type StepName = keyof ConnectionSteps

const attemptSchema = addressSchema.extend({ outcome: stepSchema(z.literal('connected')) })
export type ConnectAttempt = TypeOf<typeof attemptSchema>

const waySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('direct') }),
  z.object({ kind: z.literal('proxy'), host: z.string(), port: z.int() }),
])
export type ConnectionWay = TypeOf<typeof waySchema>

/** One way that was tried, and how far it led. */
export const trialSchema = named(
  'Trial',
  z.object({
    way: waySchema,
    steps: stepsSchema,
    /** One for each address that was tried: IPv4 and IPv6 side by side. */
    attempts: z.array(attemptSchema),
    /** What a proxy that demands a logon accepts, for example `Negotiate` (Windows logon) or `Basic`. */
    proxySchemes: z.array(z.string()),
  }),
)
export type ConnectionTrial = TypeOf<typeof trialSchema>
