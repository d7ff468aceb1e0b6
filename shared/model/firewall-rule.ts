/** A rule of Windows Firewall. */
import type { Severity } from './finding.ts'

export const ruleDirections = ['in', 'out'] as const
type RuleDirection = (typeof ruleDirections)[number]

export const ruleActions = ['allow', 'block', 'bypass'] as const
type RuleAction = (typeof ruleActions)[number]

/** `mdm`: Intune or another service that manages the PC. */
export const ruleOrigins = ['this-pc', 'group-policy', 'mdm'] as const
type RuleOrigin = (typeof ruleOrigins)[number]

export interface FirewallRule {
  /** The name under which the registry keeps it. */
  readonly id: string
  readonly origin: RuleOrigin
  readonly action: RuleAction
  readonly isActive: boolean
  readonly direction: RuleDirection
  /** The program, as it is stored: `%variables%` and all. Null when the rule is for every program. */
  readonly program: string | null
  /** Key name of a service, or `*` for every service. Null when the rule does not name one. */
  readonly service: string | null
  /** Security id or family name of an app's package. Null when the rule does not name one. */
  readonly package: string | null
  /** Networks that it is for, such as `Public`. Empty: for all. */
  readonly profiles: readonly string[]
  /** Number of the protocol, 6 for TCP and 17 for UDP. Null: for all. */
  readonly protocol: number | null
  /** As stored: numbers, ranges and keywords. Empty: all. */
  readonly localPorts: readonly string[]
  readonly remotePorts: readonly string[]
  /** As stored: addresses, ranges, networks and keywords. Empty: all. */
  readonly remoteAddresses: readonly string[]
  /** Whether ports, addresses, interfaces, services, users or anything else narrow it further. */
  readonly isNarrowed: boolean
  /** As Windows shows it; `@library,-number` where the text of that number was not found. */
  readonly name: string
}

/** For whom of Apple's a rule holds. */
export const firewallReaches = [
  ...(['program', 'service', 'package', 'every-service', 'every-program'] as const),
] as const
export type FirewallReach = (typeof firewallReaches)[number]

export const firewallProfiles = ['Domain', 'Private', 'Public'] as const
export type FirewallProfile = (typeof firewallProfiles)[number]

/**
 * - `outgoing`: whatever no rule allows to go out.
 * - `incoming`: whatever comes in, allowed by a rule or not.
 */
export const defaultBlocks = ['outgoing', 'incoming'] as const
type DefaultBlock = (typeof defaultBlocks)[number]

/** What the firewall blocks in one kind of network beside its rules, where it is stricter than usual. */
export interface FirewallDefault {
  readonly profile: FirewallProfile
  readonly blocks: DefaultBlock
}

/** An active rule that blocks something of Apple's. */
export interface BlockingRule extends FirewallRule {
  readonly reach: FirewallReach
  /** `info`: it blocks, but probably nothing that anybody misses. */
  readonly severity: Severity
}

/** What a look at Windows Firewall came to. */
export interface FirewallLook {
  readonly rules: readonly BlockingRule[]
  /** How many rules could not be read, or not be understood: what they say is unknown. */
  readonly unreadable: number
  /** Absent where nobody looked, as in reports of older versions. */
  readonly defaults?: readonly FirewallDefault[] | undefined
}
