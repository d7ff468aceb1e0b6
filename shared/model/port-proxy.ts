/** A port proxy (`netsh interface portproxy`). */
export const portProxyKinds = ['v4tov4', 'v4tov6', 'v6tov4', 'v6tov6'] as const
type PortProxyKind = (typeof portProxyKinds)[number]

export interface PortProxy {
  /** From which kind of address to which. */
  readonly kind: PortProxyKind
  readonly listen: ProxyEnd
  readonly connect: ProxyEnd
}

export interface ProxyEnd {
  /** As it was set up: an address, a host name, or `*` for every address. */
  readonly address: string
  readonly port: number
}
