/** What do recorded bytes look like after somebody has broken them? For fast-check. */
import fc from 'fast-check'

type Change =
  | { readonly kind: 'byte'; readonly at: number; readonly value: number }
  | { readonly kind: 'long'; readonly at: number; readonly value: number }
  | { readonly kind: 'cut'; readonly at: number }

const nasty = fc.constantFrom(
  0,
  1,
  2,
  3,
  5,
  6,
  7,
  8,
  0x7f,
  0x80,
  0xff,
  0x98,
  0xfffe,
  0xffff,
  0xffffffff,
)

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('byte' as const), at: fc.nat(), value: fc.nat(255) }),
  fc.record({ kind: fc.constant('long' as const), at: fc.nat(), value: nasty }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }),
)

/** A copy with 1 to 12 bytes or words changed, and now and then an earlier end. */
export const fenceLetter = '☠'
const fenceBytes = Buffer.from(fenceLetter, 'utf16le')

export function mutated(bytes: Buffer): fc.Arbitrary<Buffer> {
  return (
    fc
      .array(change, { minLength: 1, maxLength: 12 })
      .map((changes) => {
        let copy = Buffer.from(bytes)
        for (const each of changes) {
          if (copy.length === 0) break
          const at = each.at % copy.length
          if (each.kind === 'byte') copy[at] = each.value
          else if (each.kind === 'cut') copy = copy.subarray(0, at)
          else if (at + 4 <= copy.length) copy.writeUInt32LE(each.value, at)
        }
        return copy
      })
      // By chance a change can make the very letter that tells of reading outside.
      .filter((copy) => !copy.includes(fenceBytes))
  )
}

/**
 * The bytes with sentinels on both sides, as a view into a larger memory: a reader that leaves the view would
 * read letters that no recording holds.
 */
export function fenced(bytes: Buffer): Buffer {
  const fence = Buffer.from('☠'.repeat(4096), 'utf16le')
  const whole = Buffer.concat([fence, bytes, fence])
  return whole.subarray(fence.length, fence.length + bytes.length)
}
