/** Is a version resource read in any language, and is a broken one harmless? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readVersionResource } from '../../../../electron/win32/bytes/read-version-resource.ts'
import { fenced, fenceLetter, mutated } from '../mutate.ts'
import { recorded } from '../recorded.ts'

const languages = recorded('version-languages').bytes

describe('readVersionResource', () => {
  it('likes US English when nobody asks for another language', () => {
    expect(readVersionResource(languages)).toEqual({
      companyName: 'English',
      fileDescription: 'Beskrivning',
      productName: 'Product',
      fileVersion: null,
      productVersion: null,
      originalFilename: null,
      fixedFileVersion: '486.0.2.16',
    })
  })

  it('likes the language that is asked for, whatever its place', () => {
    expect(readVersionResource(languages, [0x041d])?.companyName).toBe('Svenska')
    expect(readVersionResource(languages, [0x0407, 0x041d])?.companyName).toBe('Svenska')
  })

  it('finds text in a language that nobody likes', () => {
    const other = Buffer.from(languages)
    other.write('040c', other.indexOf(Buffer.from('041d04b0', 'utf16le')), 'utf16le')
    other.write('0407', other.indexOf(Buffer.from('040904b0', 'utf16le')), 'utf16le')
    expect(readVersionResource(other)?.companyName).toBe('Svenska')
  })

  it('hands on hostile text as it is, for the drawing side to make harmless', () => {
    const info = readVersionResource(recorded('version-hostile').bytes)
    expect(info?.companyName).toBe('Apple\u202eexe.\u0007<b>')
    expect(info?.productName).toBe('Яблоко 🍏')
  })

  it('reads what can be read of a block that claims to be longer than its file', () => {
    const info = readVersionResource(recorded('version-broken').bytes)
    expect(info?.fixedFileVersion).toBe('486.0.2.16')
  })

  it('is null for bytes that are no version resource', () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.alloc(3),
      Buffer.alloc(512),
      Buffer.alloc(512, 255),
    ])
      expect(readVersionResource(bytes)).toBeNull()
  })

  it('gives the fixed version only where its mark stands', () => {
    const unmarked = Buffer.from(languages)
    const markAt = unmarked.indexOf(Buffer.from('bd04effe', 'hex'))
    unmarked.writeUInt32LE(0, markAt)
    expect(readVersionResource(unmarked)?.fixedFileVersion).toBeNull()
    expect(readVersionResource(unmarked)?.companyName).toBe('English')
  })

  it('survives every cut', () => {
    for (let end = 0; end < languages.length; end += 1) {
      const info = readVersionResource(fenced(languages.subarray(0, end)))
      expect(JSON.stringify(info)).not.toContain(fenceLetter)
    }
  })

  it('survives any damage without reading outside of the bytes', () => {
    for (const name of ['version-languages', 'version-hostile', 'version-broken']) {
      fc.assert(
        fc.property(mutated(recorded(name).bytes), (damaged) => {
          const info = readVersionResource(fenced(damaged))
          expect(JSON.stringify(info)).not.toContain(fenceLetter)
        }),
        { numRuns: 2000 },
      )
    }
  })
})
