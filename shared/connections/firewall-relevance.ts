/** How much a blocking rule of Windows Firewall matters to Apple's programs: by direction, ports and addresses. */
import type { Severity } from '../model/finding.ts'
import type { FirewallReach, FirewallRule } from '../model/firewall-rule.ts'
import { readHostAddress } from './host-address.ts'

type Narrowing = Pick<
  FirewallRule,
  'direction' | 'protocol' | 'localPorts' | 'remotePorts' | 'remoteAddresses'
>

const tcp = 6
const udp = 17

/** Ports of Apple's article that a PC connects to, and those on which others reach it. */
const outward = { [tcp]: [80, 443, 5223], [udp]: [5353] } as const
const inward = { [tcp]: [3689], [udp]: [5353] } as const

/** @returns null where the rule leaves everything of Apple's alone. */
export function relevanceOf(rule: Narrowing, reach: FirewallReach): Severity | null {
  const isOfAll = reach === 'every-program' || reach === 'every-service'
  const touched = touchesAddresses(rule)
  if (!touchesPorts(rule) || touched === 'none') return isOfAll ? null : 'info'
  if (!isOfAll) return 'attention'
  // From outside nobody has to reach iTunes but to share or to synchronise without a cable.
  return rule.direction === 'in' || touched === 'some' ? 'info' : 'attention'
}

function touchesPorts({ direction, protocol, localPorts, remotePorts }: Narrowing): boolean {
  if (protocol !== null && protocol !== tcp && protocol !== udp) return false
  const [ports, others, wanted] =
    direction === 'out' ? [remotePorts, localPorts, outward] : [localPorts, remotePorts, inward]
  // A connection comes from any port: a rule that names one of the other side's is about something else.
  if (others.length > 0) return false
  if (ports.length === 0) return true
  const numbers = protocol === null ? [...wanted[tcp], ...wanted[udp]] : wanted[protocol]
  return ports.some((port) => numbers.some((number) => isInRange(port, number)))
}

/** `443`, `80-90`; a keyword such as `RPC` is none of Apple's. */
function isInRange(port: string, number: number): boolean {
  const [, low, high] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(port) ?? []
  return low !== undefined && number >= Number(low) && number <= Number(high ?? low)
}

function touchesAddresses({ direction, remoteAddresses }: Narrowing): 'all' | 'some' | 'none' {
  if (remoteAddresses.length === 0) return 'all'
  const found = remoteAddresses.map((address) =>
    direction === 'in' ? reachFromNearby(address) : reachToApple(address),
  )
  return found.includes('all') ? 'all' : found.includes('some') ? 'some' : 'none'
}

type Reached = 'all' | 'some' | 'none'

/** Who shares a library or synchronises without a cable is in the same network. */
function reachFromNearby(address: string): Reached {
  if (/^(?:LocalSubnet\d?|Intranet|Ply2Renders)$/i.test(address)) return 'all'
  const range = ipv4Range(address)
  if (range === undefined) return 'none'
  return privateNetworks.some(([low, high]) => range[0] <= high && range[1] >= low)
    ? 'some'
    : 'none'
}

/** Apple's own networks: one whole, or a part of one. */
function reachToApple(address: string): Reached {
  if (/^Internet$/i.test(address)) return 'all'
  const range = ipv4Range(address)
  if (range !== undefined) {
    if (range[0] <= appleFirst && range[1] >= appleLast) return 'all'
    return range[0] <= appleLast && range[1] >= appleFirst ? 'some' : 'none'
  }
  if (/^(?:::\/0|::-ffff:.*)$/i.test(address)) return 'some'
  const [first = '', last = first] = address.replace(/\/\d+$/, '').split('-')
  return [first, last].some((one) => readHostAddress(one)?.kind === 'apple') ? 'some' : 'none'
}

const appleFirst = 17 * 2 ** 24
const appleLast = 18 * 2 ** 24 - 1
const privateNetworks: readonly (readonly [number, number])[] = [
  [10 * 2 ** 24, 11 * 2 ** 24 - 1],
  [0xac10_0000, 0xac1f_ffff],
  [0xc0a8_0000, 0xc0a8_ffff],
]

/** `17.0.0.0`, `17.0.0.0-17.255.255.255`, `17.0.0.0/8`, `17.0.0.0/255.0.0.0`. */
function ipv4Range(text: string): readonly [number, number] | undefined {
  const parts = /^([\d.]{7,15})(?:([-/])([\d.]{1,15}))?$/.exec(text)
  const first = ipv4Number(parts?.[1])
  if (parts === null || first === undefined) return undefined
  const [, , mark, second] = parts
  if (mark === undefined || second === undefined) return [first, first]
  if (mark === '-') {
    const last = ipv4Number(second)
    return last === undefined || last < first ? undefined : [first, last]
  }
  const size = /^\d{1,2}$/.test(second) ? sizeOfPrefix(Number(second)) : sizeOfMask(second)
  if (size === undefined) return undefined
  const start = first - (first % size)
  return [start, start + size - 1]
}

function sizeOfPrefix(bits: number): number | undefined {
  return bits > 32 ? undefined : 2 ** (32 - bits)
}

function sizeOfMask(mask: string): number | undefined {
  const number = ipv4Number(mask)
  if (number === undefined) return undefined
  const size = 2 ** 32 - number
  return Number.isInteger(Math.log2(size)) ? size : undefined
}

function ipv4Number(text: string | undefined): number | undefined {
  const parts = (text ?? '').split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part))) return undefined
  const bytes = parts.map(Number)
  return bytes.every((byte) => byte < 256)
    ? bytes.reduce((sum, byte) => sum * 256 + byte, 0)
    : undefined
}
