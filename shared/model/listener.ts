/** A listening socket. */
export const portProtocols = ['tcp', 'udp'] as const
type PortProtocol = (typeof portProtocols)[number]

export interface Listener {
  readonly protocol: PortProtocol
  readonly family: 4 | 6
  /** `127.0.0.1`, `0.0.0.0` for every IPv4 address; `::1`, `::`; a link-local one with its interface, `fe80::1%12`. */
  readonly address: string
  readonly port: number
  /** 0 when the system does not say whose it is. */
  readonly pid: number
  /**
   * ISO 8601, UTC: when the process that has the pid started, so that it can be told from a later one with the same
   * pid. Null when that process was not in the list, or has no time (as pid 0).
   */
  readonly startedAtUtc: string | null
}
