/** This PC's own side of its connections. Read-only: nothing connects for it. */
import type { HostsFinding } from './judge-hosts.ts'
import type { PortJudgement } from './judge-ports.ts'
import type { ConnectionCheck } from '../model/connection.ts'
import type { FirewallLook } from '../model/firewall-rule.ts'
import type { Probe } from '../model/probe.ts'

export interface HostsLook {
  readonly path: string
  /** Lines with an address and at least one name, whoever's. */
  readonly entryCount: number
  /** Only what touches a name of Apple's. */
  readonly findings: readonly HostsFinding[]
  /** Lines that touch one, but were left out because there are too many. */
  readonly omittedLineCount: number
}

export interface ConnectionsLook {
  /** ISO 8601, UTC. */
  readonly takenAtUtc: string
  readonly hostsFile: Probe<HostsLook>
  /** One for each port that is watched, in their order. */
  readonly ports: readonly PortJudgement[]
  readonly firewall: Probe<FirewallLook>
}

/** What there is to report: a part that nobody asked for is missing. */
export interface Connections {
  readonly look?: ConnectionsLook
  readonly check?: ConnectionCheck
}
