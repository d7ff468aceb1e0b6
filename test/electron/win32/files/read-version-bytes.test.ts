/** Is a program's version resource found by its headers, whatever a stranger has written into them? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readVersionBytes } from '../../../../electron/win32/files/read-version-bytes.ts'
import { readVersionOf } from '../../../../electron/win32/files/version-info.ts'
import { mutated } from '../mutate.ts'
import { recorded } from '../recorded.ts'

const program = recorded('signed-program').bytes
const reading = (bytes: Buffer) => (position: number, length: number) =>
  Promise.resolve(bytes.subarray(position, position + length))
const find = (bytes: Buffer, liked: readonly number[] = []) =>
  readVersionBytes(reading(bytes), liked)

const headersAt = program.readUInt32LE(60)
const sectionsAt = headersAt + 24 + program.readUInt16LE(headersAt + 20)
const sectionCount = program.readUInt16LE(headersAt + 6)
const resourceSectionAt = Array.from(
  { length: sectionCount },
  (_, index) => sectionsAt + 40 * index,
).find((at) => program.toString('latin1', at, at + 5) === '.rsrc')!
const treeAt = program.readUInt32LE(resourceSectionAt + 20)
const treeAddress = program.readUInt32LE(resourceSectionAt + 12)

/** Three languages of one resource, made up: only the tree is asked for. */
function threeLanguages(languages: readonly number[]): Buffer {
  const copy = Buffer.from(program)
  const tree = Buffer.alloc(512)
  const folder = (at: number, entries: readonly (readonly [id: number, place: number])[]) => {
    tree.writeUInt16LE(entries.length, at + 14)
    entries.forEach(([id, place], index) => {
      tree.writeUInt32LE(id, at + 16 + 8 * index)
      tree.writeUInt32LE(place >>> 0, at + 20 + 8 * index)
    })
  }
  const inFolder = 0x80000000
  folder(0, [
    [3, inFolder + 64],
    [16, inFolder + 64],
  ])
  folder(64, [[1, inFolder + 128]])
  folder(
    128,
    languages.map((language, index) => [language, 256 + 16 * index] as const),
  )
  languages.forEach((language, index) => {
    tree.writeUInt32LE(treeAddress + 400 + 2 * index, 256 + 16 * index)
    tree.writeUInt32LE(2, 260 + 16 * index)
    tree.writeUInt16LE(language, 400 + 2 * index)
  })
  tree.copy(copy, treeAt)
  return copy
}

describe('readVersionBytes', () => {
  it('finds the resource of a 64-bit program', async () => {
    expect(await readVersionOf(reading(program))).toMatchObject({
      state: 'known',
      value: { companyName: 'Apple Inc.', fixedFileVersion: '486.0.2.16' },
    })
  })

  it.each([
    [[0x41d], [0x407, 0x41d, 0x409], 0x41d],
    [[0x40c, 0x407], [0x407, 0x41d, 0x409], 0x407],
    [[], [0x407, 0x41d, 0x409], 0x409],
    [[], [0x407, 0x409, 0], 0],
    [[], [0x407, 0x41d], 0x407],
  ])('of those who like %j and a program in %j it takes %j', async (liked, languages, expected) => {
    const bytes = await find(threeLanguages(languages), liked)
    expect(Buffer.isBuffer(bytes) && bytes.readUInt16LE(0)).toBe(expected)
  })

  it('finds none in what is no program, and in a program without resources', async () => {
    expect(await find(Buffer.alloc(0))).toBe('none')
    expect(await find(Buffer.alloc(64))).toBe('none')
    expect(await find(Buffer.from('MZ'.padEnd(64, '\0')))).toBe('none')
    const without = Buffer.from(program)
    without.writeUInt32LE(0, headersAt + 24 + 112 + 16)
    expect(await find(without)).toBe('none')
    const fewer = Buffer.from(program)
    fewer.writeUInt32LE(2, headersAt + 24 + 108)
    expect(await find(fewer)).toBe('none')
    const another = Buffer.from(program)
    another.writeUInt16LE(0x107, headersAt + 24)
    expect(await find(another)).toBe('none')
  })

  it('finds none where there are resources of other kinds only', async () => {
    const other = threeLanguages([0x409])
    other.writeUInt32LE(24, treeAt + 24)
    expect(await find(other)).toBe('none')
  })

  it('is cut where the file ends before its own resource, or places it in no section', async () => {
    expect(await find(program.subarray(0, treeAt))).not.toBeInstanceOf(Buffer)
    const outside = Buffer.from(program)
    outside.writeUInt32LE(0x7fff_0000, headersAt + 24 + 112 + 16)
    expect(await find(outside)).toBe('cut')
    const empty = threeLanguages([])
    expect(await find(empty)).toBe('cut')
    const elsewhere = threeLanguages([0x409])
    elsewhere.writeUInt32LE(0x7fff_0000, treeAt + 256)
    expect(await find(elsewhere)).toBe('cut')
  })

  it('reads no more than a resource can hold, whatever length is claimed', async () => {
    const long = threeLanguages([0x409])
    long.writeUInt32LE(0xffff_ffff, treeAt + 260)
    const asked: number[] = []
    await readVersionBytes((position, length) => {
      asked.push(length)
      return reading(long)(position, length)
    })
    expect(Math.max(...asked)).toBeLessThanOrEqual(64 * 1024)
  })

  it('does not go round in circles', async () => {
    const circle = threeLanguages([0x409])
    // The kind's folder is the root itself.
    circle.writeUInt32LE(0x8000_0000, treeAt + 28)
    let reads = 0
    await readVersionBytes((position, length) => {
      reads += 1
      return reading(circle)(position, length)
    })
    expect(reads).toBeLessThan(20)
  })

  it('survives any damage', async () => {
    await fc.assert(
      fc.asyncProperty(mutated(program), async (bytes) => {
        const found = await find(bytes)
        expect(found === 'none' || found === 'cut' || Buffer.isBuffer(found)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
