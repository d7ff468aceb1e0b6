/** An IP address, written from its bytes as `netstat` writes it. */

export function formatIpv4(bytes: Uint8Array): string {
  return bytes.join('.')
}

/**
 * The shortest form of RFC 5952: lower case, no leading zeros, the first longest run of two or more zero groups as `::`.
 * @param bytes 16 of them
 */
export function formatIpv6(bytes: Uint8Array): string {
  if (isMappedIpv4(bytes)) return `::ffff:${formatIpv4(bytes.subarray(12))}`
  const groups = Array.from(
    { length: 8 },
    (_, at) => ((bytes[2 * at] ?? 0) << 8) | (bytes[2 * at + 1] ?? 0),
  )
  const run = longestZeroRun(groups)
  const write = (some: readonly number[]) => some.map((group) => group.toString(16)).join(':')
  if (run.length < 2) return write(groups)
  return `${write(groups.slice(0, run.start))}::${write(groups.slice(run.start + run.length))}`
}

/** `fe80::/10`: such an address means something only together with its interface. */
export function isLinkLocalIpv6(bytes: Uint8Array): boolean {
  return bytes[0] === 0xfe && ((bytes[1] ?? 0) & 0xc0) === 0x80
}

function isMappedIpv4(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 10).every((byte) => byte === 0) && bytes[10] === 255 && bytes[11] === 255
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: 0, length: 0 }
  let start = 0
  groups.forEach((group, at) => {
    if (group !== 0) start = at + 1
    else if (at + 1 - start > best.length) best = { start, length: at + 1 - start }
  })
  return best
}
