/** A rule of Windows Firewall. */
export const ruleDirections = ['in', 'out'] as const
export type RuleDirection = (typeof ruleDirections)[number]

export const ruleActions = ['allow', 'block', 'bypass'] as const
export type RuleAction = (typeof ruleActions)[number]

export const ruleOrigins = ['this-pc', 'group-policy'] as const
export type RuleOrigin = (typeof ruleOrigins)[number]

export interface FirewallRule {
  /** The name under which the registry keeps it. */
  readonly id: string
  readonly origin: RuleOrigin
  readonly action: RuleAction
  readonly isActive: boolean
  readonly direction: RuleDirection
  /** The program, as it is stored: `%variables%` and all. Null when the rule is for every program. */
  readonly program: string | null
  /** Networks that it is for, such as `Public`. Empty: for all. */
  readonly profiles: readonly string[]
  /** Number of the protocol, 6 for TCP and 17 for UDP. Null: for all. */
  readonly protocol: number | null
  /** Whether ports, addresses, interfaces, services, users or anything else narrow it further. */
  readonly isNarrowed: boolean
  /** As it is stored; `@library,-number` stands for a text in a library. */
  readonly name: string
}
