/** The check of Apple's servers, step by step. */
import type { Probe } from './probe.ts'

export const nameAnswerers = ['system', 'name-server'] as const
type NameAnswerer = (typeof nameAnswerers)[number]

export const certificateDates = ['valid', 'expired', 'not-yet-valid'] as const
type CertificateDates = (typeof certificateDates)[number]

export interface ConnectionTarget {
  readonly id: string
  /** A name, or a literal address. */
  readonly host: string
  readonly port: number
  /** Whether the server speaks TLS. When left out: on every port but 80. */
  readonly withTls?: boolean
}

/** The answer of one step, and how long it took, in whole milliseconds. */
export type Step<T> = Probe<T> & { readonly elapsedMs: number }

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

export type AddressFamily = 4 | 6

export const addressKinds = [
  'public',
  'private',
  'loopback',
  'link-local',
  'carrier-nat',
  'unspecified',
  'not-usable',
] as const
export type AddressKind = (typeof addressKinds)[number]

export interface ResolvedAddress {
  readonly address: string
  readonly family: AddressFamily
}

interface NameFact {
  /** `name-server`: asked directly, because the system was slow or gave no clear answer. */
  readonly answeredBy: NameAnswerer
}

interface AddressFact {
  /** At most 8; `count` says how many there were. */
  readonly addresses: readonly (ResolvedAddress & { readonly kind: AddressKind })[]
  readonly count: number
}

interface ProxyFact {
  /** The status of the proxy's answer to CONNECT. */
  readonly status: number
}

export interface TlsFact {
  /** For example `TLSv1.3`. */
  readonly protocol: string
}

export interface CertificateName {
  /** CN and O as they stand in the certificate: anybody's words, cut at 256 characters. */
  readonly commonName: string
  readonly organization: string
}

export interface CertificateFact {
  readonly subject: CertificateName
  readonly issuer: CertificateName
  /** ISO 8601, UTC. Null when the certificate holds no date that can be read. */
  readonly validFromUtc: string | null
  readonly validToUtc: string | null
  /** The names that it is for, at most 50, each cut at 256 characters. */
  readonly names: readonly string[]
  readonly nameMatches: boolean
  readonly dates: CertificateDates
  /** Whether its chain leads to a public root, dates and name aside. */
  readonly isTrusted: boolean
  readonly isSelfSigned: boolean
  /** From the server's certificate upwards, as it was sent; at most 10. */
  readonly chain: readonly { readonly subject: CertificateName; readonly issuer: CertificateName }[]
}

export interface ConnectionSteps {
  readonly name: Step<NameFact>
  readonly address: Step<AddressFact>
  /** The address that answered first: the server's, or through a proxy the proxy's. */
  readonly tcp: Step<ResolvedAddress>
  readonly proxy: Step<ProxyFact>
  readonly tls: Step<TlsFact>
  readonly certificate: Step<CertificateFact>
}

export type StepName = keyof ConnectionSteps

export interface ConnectAttempt extends ResolvedAddress {
  readonly outcome: Step<'connected'>
}

export type ConnectionWay =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly host: string; readonly port: number }

/** One way that was tried, and how far it led. */
export interface ConnectionTrial {
  readonly way: ConnectionWay
  readonly steps: ConnectionSteps
  /** One for each address that was tried: IPv4 and IPv6 side by side. */
  readonly attempts: readonly ConnectAttempt[]
  /** What a proxy that demands a logon accepts, for example `Negotiate` (Windows logon) or `Basic`. */
  readonly proxySchemes: readonly string[]
}

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

export interface ConnectionResult extends ConnectionTarget {
  readonly symptom: ConnectionSymptom
  readonly notes: readonly ConnectionNote[]
  readonly elapsedMs: number
  /** The line of the hosts file that holds the name, or null. */
  readonly hostsLine: number | null
  /** Who issued the certificate that was shown, or null. */
  readonly issuer: CertificateName | null
  /** The first is the one that the symptom speaks of. Empty when nothing was tried. */
  readonly trials: readonly ConnectionTrial[]
}

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

export interface ConnectionCheck {
  /** ISO 8601, UTC. */
  readonly startedAtUtc: string
  readonly elapsedMs: number
  /** Whether this PC has any address besides its loopback ones. */
  readonly hasNetwork: boolean
  readonly overall: ConnectionOverall
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

/** What a server is mostly for: its evidence is that of `purpose`. `other`: none of these, or not known. */
export const endpointUses = [
  'restore',
  'set-up',
  'store',
  'software',
  'certificates',
  'other',
] as const
