/** What kind of network adapter it is, from Windows's type and description. */
import { findOtherMaker } from '../../../shared/catalogue/other-makers.ts'
import type { AdapterKind } from '../../../shared/model/pc-facts.ts'
import type { AdapterRow } from '../bytes/read-adapters.ts'

/** https://www.iana.org/assignments/ianaiftype-mib */
const ethernet = 6
const ppp = 23
export const loopback = 24
const wireless = 71
const tunnelType = 131

/** Microsoft's own ways from IPv6 to IPv4, which are on every PC and take nobody's traffic. */
const windowsTunnels = /teredo|isatap|6to4|ip-https/i
const tunnels =
  /wintun|wireguard|openvpn|\btap[-0-9]|\btap\b|\btun\b|\bvpn|vpn\b|\btunnel\b|anyconnect|\bwarp\b|globalprotect|pangp|fortinet|sonicwall|juniper networks virtual|check point virtual/i
const virtuals =
  /hyper-v virtual|virtualbox|vmware virtual|vmnet|docker|\bloopback\b|parallels|npcap|virtual (?:ethernet )?adapter|virtual ethernet|zerotier/i
/** Of the Wi-Fi itself, for projecting and mobile hotspots. */
const wifiDirect = /wi-?fi direct virtual/i

export function adapterKind({
  description,
  interfaceType,
}: Pick<AdapterRow, 'description' | 'interfaceType'>): AdapterKind {
  if (windowsTunnels.test(description)) return 'other'
  if (wifiDirect.test(description)) return 'other'
  const maker = findOtherMaker('adapter', description)
  if (maker?.may.includes('tunnel') === true) return 'tunnel'
  // A dial-up or VPN connection of Windows itself.
  if (interfaceType === ppp || interfaceType === tunnelType) return 'tunnel'
  if (tunnels.test(description)) return 'tunnel'
  if (virtuals.test(description)) return 'virtual'
  if (interfaceType === wireless) return 'wi-fi'
  return interfaceType === ethernet ? 'ethernet' : 'other'
}

/** The adapter of a connection that the user made bears the name that the user gave it. */
export function descriptionOf({ description, interfaceType }: AdapterRow): string {
  return interfaceType === ppp ? 'PPP' : description.slice(0, 256)
}
