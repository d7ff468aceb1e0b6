/** The check of Apple's servers. */
import { z } from 'zod'
import { nameSchema, trialSchema, type StepName } from './connection-steps.ts'
import { utcSchema, wordOf, type TypeOf } from './schema.ts'

const msSchema = z.number().min(0)

export const connectionSymptoms = [
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
] as const
export type ConnectionSymptom = (typeof connectionSymptoms)[number]

/** What is worth saying beside the symptom, without being trouble by itself. */
export const connectionNotes = [
  'hosts-file',
  'private-address',
  /** Trusted by a public root, but by none of the authorities that are known here. */
  'unknown-issuer',
  /** Issued in the name of a maker with roots of its own, which this program cannot verify. */
  'issuer-not-verified',
  'ipv4-failed',
  'ipv6-failed',
  'direct-works',
  'proxy-failed',
  'proxy-kind-not-supported',
  'proxy-not-known',
] as const
export type ConnectionNote = (typeof connectionNotes)[number]

const targetSchema = z.object({
  id: z.string(),
  /** A name, or a literal address. */
  host: z.string(),
  port: z.int().min(1).max(65_535),
  /** Whether the server speaks TLS. When left out: on every port but 80. */
  withTls: z.boolean().optional(),
})
export type ConnectionTarget = TypeOf<typeof targetSchema>

export const resultShape = targetSchema.extend({
  symptom: wordOf(connectionSymptoms),
  notes: z.array(wordOf(connectionNotes)),
  elapsedMs: msSchema,
  /** The line of the hosts file that holds the name, or null. */
  hostsLine: z.int().nullable(),
  /** Who issued the certificate that was shown, or null. */
  issuer: nameSchema.nullable(),
  /** Empty when nothing was tried. */
  trials: z.array(trialSchema).describe('The ways that were tried; the first one counts.'),
})
export type ConnectionResult = TypeOf<typeof resultShape>

export const connectionOveralls = [
  'ok',
  'some-failed',
  'all-failed',
  'no-network',
  'clock-wrong',
  'intercepted',
  'proxy-needed',
  'proxy-demands-password',
  'proxy-failed',
  /** Nothing failed, but time was over before all had been tried. */
  'not-finished',
  'cancelled',
  'nothing-to-check',
] as const
export type ConnectionOverall = (typeof connectionOveralls)[number]

export const checkShape = z.object({
  startedAtUtc: utcSchema,
  elapsedMs: msSchema,
  /** Whether this PC has any address besides its loopback ones. */
  hasNetwork: z.boolean(),
  overall: wordOf(connectionOveralls),
})

export interface ConnectionCheck extends TypeOf<typeof checkShape> {
  /** In the order in which they were asked for. */
  readonly targets: readonly ConnectionResult[]
}

export interface ConnectionProgress {
  readonly targetId: string
  /** The step that has just ended, or `done` with the result. */
  readonly step: StepName | 'done'
  readonly result?: ConnectionResult
  readonly done: number
  readonly total: number
}

/** What a proxy setting says about one address, in the order in which to try. */
export type ProxyChoice =
  | 'direct'
  | { readonly host: string; readonly port: number }
  /** SOCKS, or a proxy that is itself spoken to over TLS: not tried by this program. */
  | { readonly notSupported: string }
