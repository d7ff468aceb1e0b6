import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withoutInvisible } from '../../../shared/catalogue/skeleton.ts'
import { visibleText } from '../../../shared/text/visible-text.ts'

describe('visibleText', () => {
  test('an ordinary name stays exactly as it is', () => {
    expect(visibleText('iTunesHelper.exe')).toBe('iTunesHelper.exe')
    expect(visibleText('  Blåbärsprogram 日本語 🍏.exe  ')).toBe('  Blåbärsprogram 日本語 🍏.exe  ')
    expect(visibleText('')).toBe('')
  })

  test('a right-to-left override can no longer disguise the ending of a name', () => {
    expect(visibleText('iTunes\u202Efdp.exe')).toBe('iTunes⟨U+202E⟩fdp.exe')
  })

  test('every kind of hidden character becomes its code', () => {
    for (const [raw, shown] of [
      ['\u0000', '⟨U+0000⟩'],
      ['\t', '⟨U+0009⟩'],
      ['\u007F', '⟨U+007F⟩'],
      ['\u0085', '⟨U+0085⟩'],
      ['\u200B', '⟨U+200B⟩'],
      ['\u200F', '⟨U+200F⟩'],
      ['\u2028', '⟨U+2028⟩'],
      ['\u202A', '⟨U+202A⟩'],
      ['\u2066', '⟨U+2066⟩'],
      ['\u2069', '⟨U+2069⟩'],
      ['\uFEFF', '⟨U+FEFF⟩'],
      ['\uD800', '⟨U+D800⟩'],
      ['\uDC00x', '⟨U+DC00⟩x'],
    ] as const) {
      expect(visibleText(raw)).toBe(shown)
    }
  })

  test('every sign that takes no room, or looks like a blank, becomes its code', () => {
    const signs = [
      ...[0xad, 0x34f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180e, 0x180f, 0x2065, 0x206a],
      ...[0x2800, 0x3164, 0xfe00, 0xfe0f, 0xffa0, 0xfff0, 0xfff9, 0xfffa, 0xfffb, 0x1d159, 0x1d173],
      ...[0xe0001, 0xe0020, 0xe0061, 0xe007f, 0xe0100, 0xe01ef],
    ]
    for (const sign of signs) {
      const code = sign.toString(16).toUpperCase().padStart(4, '0')
      expect(visibleText(`iTunes${String.fromCodePoint(sign)}.exe`)).toBe(`iTunes⟨U+${code}⟩.exe`)
    }
  })

  test('every sign of Unicode that is drawn as nothing becomes its code', () => {
    for (let sign = 0; sign <= 0x10ffff; sign += 1) {
      const raw = String.fromCodePoint(sign)
      if (/\p{Default_Ignorable_Code_Point}/u.test(raw)) expect(visibleText(raw)).toMatch(/^⟨U\+/)
    }
  })

  test('whatever look-alikes are found by is shown', () => {
    for (let sign = 0x7f; sign <= 0x10ffff; sign += 1) {
      const raw = String.fromCodePoint(sign)
      // Arabic signs that stand around a number are formatting to Unicode, and drawn.
      if (
        withoutInvisible(raw) !== '' ||
        /[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}]/u.test(raw)
      )
        continue
      expect(visibleText(raw)).toMatch(/^⟨U\+/)
    }
  })

  test('letters and signs that can be seen stay, those of other scripts too', () => {
    const seen = 'é\u0301 ᄀ가 ⠁ Ａ \uFFFC\uFFFD 👍🏽 नमस्ते \u00A0\u3000'
    expect(visibleText(seen)).toBe(seen)
  })

  test('whatever comes in, nothing hidden comes out', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        const shown = visibleText(raw)
        expect(shown).not.toMatch(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u)
        expect(shown).not.toMatch(/\p{Cs}/u)
      }),
    )
  })

  test('lone halves of surrogate pairs, wherever they stand, never get through', () => {
    const anyUnits = fc.array(fc.integer({ min: 0xd7fe, max: 0xe001 }), { maxLength: 12 })
    fc.assert(
      fc.property(anyUnits, (units) => {
        expect(visibleText(String.fromCharCode(...units))).not.toMatch(/\p{Cs}/u)
      }),
    )
  })

  test('showing a text twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        expect(visibleText(visibleText(raw))).toBe(visibleText(raw))
      }),
    )
  })

  test('printable text without hidden characters is returned unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (raw) => {
        expect(visibleText(raw)).toBe(raw)
      }),
    )
  })
})
