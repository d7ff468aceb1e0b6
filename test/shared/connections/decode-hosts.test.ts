import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeHosts, largestHostsBytes } from '../../../shared/connections/decode-hosts.ts'
import { parseHosts } from '../../../shared/connections/parse-hosts.ts'

const text = '127.0.0.1 gs.apple.com # spärrad 🔒\r\n'
const utf8 = (value: string) => new TextEncoder().encode(value)
const utf16le = (value: string) => new Uint8Array(Buffer.from(`\ufeff${value}`, 'utf16le'))
const utf16be = (value: string) => {
  const turned = Buffer.from(`\ufeff${value}`, 'utf16le')
  turned.swap16()
  return new Uint8Array(turned)
}

describe('The bytes of a hosts file', () => {
  it.each([
    ['utf-8', utf8(text)],
    ['utf-8-mark', utf8(`\ufeff${text}`)],
    ['utf-16le', utf16le(text)],
    ['utf-16be', utf16be(text)],
  ])('in %s give its text without the mark', (encoding, bytes) => {
    expect(decodeHosts(bytes)).toEqual({ ok: true, value: { text, encoding } })
  })

  it('in an old code page give a text whose names are right', () => {
    const bytes = new Uint8Array(Buffer.from('# spärrad\r\n127.0.0.1 gs.apple.com', 'latin1'))
    const decoded = decodeHosts(bytes)
    expect(decoded).toMatchObject({ ok: true, value: { encoding: 'single-byte' } })
    expect(decoded.ok && parseHosts(decoded.value.text).lines).toHaveLength(1)
  })

  it('may be none at all, a mark alone, or half a letter of UTF-16', () => {
    expect(decodeHosts(new Uint8Array())).toMatchObject({ ok: true, value: { text: '' } })
    for (const bytes of [
      [0xff, 0xfe],
      [0xfe, 0xff, 0x00],
      [0xef, 0xbb, 0xbf],
    ]) {
      expect(decodeHosts(new Uint8Array(bytes))).toMatchObject({ ok: true, value: { text: '' } })
    }
  })

  it.each([
    ['an overlong form', [0xc0, 0xaf]],
    ['another overlong form', [0xe0, 0x80, 0xaf]],
    ['half of a pair', [0xed, 0xa0, 0x80]],
    ['a letter that is cut off', [0x61, 0xe2, 0x82]],
    ['a code beyond the last', [0xf4, 0x90, 0x80, 0x80]],
    ['a first byte that none has', [0xf5, 0x80, 0x80, 0x80]],
    ['the last half of a pair', [0xed, 0xbf, 0xbf]],
    ['an overlong form of four bytes', [0xf0, 0x8f, 0xbf, 0xbf]],
    ['a letter that something else ends', [0xe2, 0x82, 0x41]],
    ['a letter that ends twice', [0xc3, 0xa5, 0xa5]],
  ])('are no UTF-8 with %s', (_, bytes) => {
    expect(decodeHosts(new Uint8Array(bytes))).toMatchObject({
      ok: true,
      value: { encoding: 'single-byte' },
    })
  })

  it.each([
    [[0xc2, 0x80], 0x80],
    [[0xdf, 0xbf], 0x7ff],
    [[0xe0, 0xa0, 0x80], 0x800],
    [[0xed, 0x9f, 0xbf], 0xd7ff],
    [[0xee, 0x80, 0x80], 0xe000],
    [[0xef, 0xbf, 0xbf], 0xffff],
    [[0xf0, 0x90, 0x80, 0x80], 0x10000],
    [[0xf4, 0x8f, 0xbf, 0xbf], 0x10ffff],
  ])('with the first or last letter of a length, %j, are UTF-8', (bytes, code) => {
    expect(decodeHosts(new Uint8Array([0x61, ...bytes]))).toEqual({
      ok: true,
      value: { text: `a${String.fromCodePoint(code)}`, encoding: 'utf-8' },
    })
  })

  it('with one sign in fifty that no text has are text, with more they are none', () => {
    const bytes = (odd: number) => utf8('\0'.repeat(odd) + 'x'.repeat(100 - odd))
    expect(decodeHosts(bytes(2)).ok).toBe(true)
    expect(decodeHosts(bytes(3)).ok).toBe(false)
    const usual = utf8('\t\n\v\f\r\x1a')
    expect(decodeHosts(usual).ok).toBe(true)
    for (const sign of ['\x08', '\x0e', '\x1f', '\x7f']) {
      expect(decodeHosts(utf8(sign)).ok).toBe(false)
    }
  })

  it('that are no text are refused', () => {
    const binary = { ok: false, failure: 'binary' }
    expect(decodeHosts(new Uint8Array(4_096))).toEqual(binary)
    expect(decodeHosts(new Uint8Array(Buffer.from(text, 'utf16le')))).toEqual(binary)
    expect(decodeHosts(Uint8Array.from({ length: 4_096 }, (_, i) => (i * 7919) % 256))).toEqual(
      binary,
    )
    expect(decodeHosts({ length: largestHostsBytes + 1 } as Uint8Array)).toEqual({
      ok: false,
      failure: 'too-large',
    })
  })

  it('of any kind give text or a refusal, and any text comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const decoded = decodeHosts(bytes)
        if (decoded.ok) parseHosts(decoded.value.text)
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (value) => {
        fc.pre(!value.startsWith('\ufeff'))
        for (const bytes of [utf8(value), utf16le(value), utf16be(value)]) {
          expect(decodeHosts(bytes)).toMatchObject({ ok: true, value: { text: value } })
        }
      }),
    )
  })

  it('of several megabytes are put together whole', () => {
    const long = '127.0.0.1 ad.example # å\n'.repeat(200_000)
    expect(decodeHosts(utf8(long))).toEqual({ ok: true, value: { text: long, encoding: 'utf-8' } })
  })
})
