/** Where an address of a hosts file leads. */

/**
 * - `loopback`: this PC. `nowhere`: no address that anybody answers at (0.0.0.0, ::, broadcast).
 * - `private`: the network at home or at work. `apple`: a block that belongs to Apple. `public`: anybody.
 */
export type AddressKind = 'loopback' | 'nowhere' | 'private' | 'apple' | 'public'

export interface HostAddress {
  readonly family: 4 | 6
  readonly kind: AddressKind
}

/** Longer ones are no addresses: eight groups, a dotted tail, a zone. */
const longestAddress = 80

/** Four plain decimal numbers, or IPv6 with or without zone; undefined for everything else, short forms too. */
export function readHostAddress(text: string): HostAddress | undefined {
  if (text.length > longestAddress) return undefined
  const four = ipv4Bytes(text)
  if (four !== undefined) return { family: 4, kind: kindOfIpv4(four) }
  const groups = ipv6Groups(text)
  return groups === undefined ? undefined : { family: 6, kind: kindOfIpv6(groups) }
}

/**
 * Numbers that some programs take for an address (`127.1`, `0`, `0x7f000001`, `127.000.000.001`). Whether Windows does
 * is not established: of `0` people report that it does not.
 */
export function looksLikeShortAddress(text: string): boolean {
  return (
    text.length <= longestAddress &&
    /^(0x[0-9a-f]{1,8}|\d{1,10})(\.(0x[0-9a-f]{1,8}|\d{1,10})){0,3}\.?$/i.test(text)
  )
}

function ipv4Bytes(text: string): readonly number[] | undefined {
  if (text.length < 7 || text.length > 15) return undefined
  const bytes: number[] = []
  let value = -1
  for (let i = 0; i <= text.length; i++) {
    const code = i === text.length ? 0x2e : text.charCodeAt(i)
    if (code === 0x2e) {
      if (value < 0 || bytes.length === 4) return undefined
      bytes.push(value)
      value = -1
    } else {
      const digit = code - 0x30
      // A second digit behind a leading zero: some read it as octal.
      if (digit < 0 || digit > 9 || value === 0) return undefined
      value = value < 0 ? digit : value * 10 + digit
      if (value > 255) return undefined
    }
  }
  return bytes.length === 4 ? bytes : undefined
}

function kindOfIpv4([a = 0, b = 0]: readonly number[]): AddressKind {
  if (a === 127) return 'loopback'
  if (a === 0 || a >= 224) return 'nowhere'
  if (a === 17) return 'apple'
  const isPrivate =
    a === 10 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    (a === 100 && b >= 64 && b <= 127)
  return isPrivate ? 'private' : 'public'
}

function ipv6Groups(text: string): readonly number[] | undefined {
  const [address = '', zone, ...rest] = text.split('%')
  if (rest.length > 0 || (zone !== undefined && !/^[0-9a-z_.-]{1,32}$/i.test(zone)))
    return undefined
  const halves = address.split('::')
  if (halves.length > 2 || !address.includes(':')) return undefined
  const parts = halves.map((half, index) => groupsOf(half, index === halves.length - 1))
  const [head, tail] = parts
  if (head === undefined) return undefined
  if (halves.length === 1) return head.length === 8 ? head : undefined
  if (tail === undefined || head.length + tail.length > 7) return undefined
  return [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail]
}

/** @param mayEndDotted the last part of an address may be IPv4: `::ffff:127.0.0.1`. */
function groupsOf(half: string, mayEndDotted: boolean): readonly number[] | undefined {
  if (half === '') return []
  const groups: number[] = []
  const parts = half.split(':')
  for (const [index, part] of parts.entries()) {
    if (/^[0-9a-f]{1,4}$/i.test(part)) {
      groups.push(Number.parseInt(part, 16))
      continue
    }
    const four = mayEndDotted && index === parts.length - 1 ? ipv4Bytes(part) : undefined
    if (four === undefined) return undefined
    const [a = 0, b = 0, c = 0, d = 0] = four
    groups.push(a * 256 + b, c * 256 + d)
  }
  return groups
}

function kindOfIpv6(groups: readonly number[]): AddressKind {
  const [first = 0] = groups
  const isZeroUpTo = (end: number) => groups.slice(0, end).every((group) => group === 0)
  const [sixth = 0, high = 0, low = 0] = groups.slice(5)
  const isMapped = isZeroUpTo(5) && sixth === 0xffff
  if (isMapped) return kindOfIpv4([high >> 8, high & 255, low >> 8, low & 255])
  if (isZeroUpTo(7)) return low === 1 ? 'loopback' : low === 0 ? 'nowhere' : 'public'
  if ((first & 0xff00) === 0xff00) return 'nowhere'
  const isPrivate = (first & 0xfe00) === 0xfc00 || (first & 0xffc0) === 0xfe80
  if (isPrivate) return 'private'
  return appleIpv6.some(([a, b]) => a === first && b === groups[1]) ? 'apple' : 'public'
}

/** The first two groups of Apple's blocks, as `assets/connections/hosts-lines.json` lists them. */
const appleIpv6: readonly (readonly [number, number])[] = [
  [0x2620, 0x149],
  [0x2403, 0x300],
  [0x2a01, 0xb740],
]
