/** Port proxies of Windows. `netsh interface portproxy` keeps them in the registry. */
import type { PortProxy, ProxyEnd } from '../../../shared/model/port-proxy.ts'
import type { Probe } from '../../../shared/model/probe.ts'
import { known } from '../../../shared/model/probe.ts'
import { listRegistryValues } from '../registry/registry.ts'

const root = 'SYSTEM\\CurrentControlSet\\Services\\PortProxy'

/** A proxy hands on TCP alone. */
const kinds: readonly PortProxy['kind'][] = ['v4tov4', 'v4tov6', 'v6tov4', 'v6tov6']

/** Empty on most PCs. https://learn.microsoft.com/windows-server/networking/technologies/netsh/netsh-interface-portproxy */
export async function listPortProxies(signal?: AbortSignal): Promise<Probe<readonly PortProxy[]>> {
  const proxies: PortProxy[] = []
  for (const kind of kinds) {
    const entries = await listRegistryValues('HKLM', `${root}\\${kind}\\tcp`, signal)
    if (entries.state !== 'known') return entries
    for (const { name, value } of entries.value) {
      const listen = readProxyEnd(name)
      const connect = value?.kind === 'text' ? readProxyEnd(value.text) : null
      // netsh writes nothing else; what somebody else wrote there names no port.
      if (listen !== null && connect !== null) proxies.push({ kind, listen, connect })
    }
  }
  return known(proxies)
}

/** A host name has at most 253 letters, an address fewer. */
const longestAddress = 253

/** Address and port with a slash between them, as in `0.0.0.0/27015` or `::1/80`; null for anything else. */
export function readProxyEnd(text: string): ProxyEnd | null {
  if (text.length > longestAddress + '/65535'.length) return null
  const [, address, digits] = /^([^/\s\p{Cc}]+)\/(\d{1,5})$/u.exec(text) ?? []
  const port = Number(digits)
  if (address === undefined || !(port >= 1 && port <= 65_535)) return null
  return { address, port }
}
