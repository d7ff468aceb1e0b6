/** Kinds of addresses: of the internet, of this network, of this PC. */
import type { AddressKind } from '../model/connection-steps.ts'

/** @see https://www.iana.org/assignments/iana-ipv4-special-registry/ */
export function addressKind(address: string): AddressKind {
  const four = parseIpv4(address)
  if (four !== undefined) return kindOfIpv4(four)
  const six = parseIpv6(address)
  return six === undefined ? 'not-usable' : kindOfIpv6(six)
}

function kindOfIpv4([a = 0, b = 0]: readonly number[]): AddressKind {
  if (a === 0) return 'unspecified'
  if (a === 127) return 'loopback'
  if (a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168)) return 'private'
  if (a === 169 && b === 254) return 'link-local'
  if (a === 100 && b >= 64 && b < 128) return 'carrier-nat'
  // 198.18.0.0/15 stays public: some VPN programs answer every name from it, and the connections work.
  return a >= 224 ? 'not-usable' : 'public'
}

function kindOfIpv6(groups: readonly number[]): AddressKind {
  const [first = 0, second = 0] = groups
  const embedded = () => {
    const [high = 0, low = 0] = groups.slice(6)
    return kindOfIpv4([high >> 8, high & 255, low >> 8, low & 255])
  }
  const zeros = (upTo: number) => groups.slice(0, upTo).every((group) => group === 0)
  if (zeros(8)) return 'unspecified'
  if (zeros(7) && groups[7] === 1) return 'loopback'
  if (zeros(5) && groups[5] === 0xffff) return embedded()
  // NAT64: how a network without IPv4 reaches IPv4 servers.
  if (first === 0x64 && second === 0xff9b) return embedded()
  if ((first & 0xfe00) === 0xfc00) return 'private'
  if ((first & 0xffc0) === 0xfe80) return 'link-local'
  if ((first & 0xff00) === 0xff00) return 'not-usable'
  return 'public'
}

function parseIpv4(text: string): readonly number[] | undefined {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(text)) return undefined
  const parts = text.split('.').map(Number)
  return parts.every((part) => part <= 255) ? parts : undefined
}

function parseIpv6(text: string): readonly number[] | undefined {
  const [withoutZone = ''] = text.split('%')
  if (withoutZone.length > 45 || !withoutZone.includes(':')) return undefined
  // An IPv4 address at the end stands for the last two groups.
  const lastColon = withoutZone.lastIndexOf(':')
  const four = parseIpv4(withoutZone.slice(lastColon + 1))
  const plain =
    four === undefined
      ? withoutZone
      : `${withoutZone.slice(0, lastColon + 1)}${hex(four[0], four[1])}:${hex(four[2], four[3])}`
  const halves = plain.split('::')
  if (halves.length > 2) return undefined
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail]
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined
  return groups.map((group) => Number.parseInt(group, 16))
}

function hex(high = 0, low = 0): string {
  return (high * 256 + low).toString(16)
}
