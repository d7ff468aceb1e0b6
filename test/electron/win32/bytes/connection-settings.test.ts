/** Proxy settings and times out of the registry's bytes. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSystemTime } from '../../../../electron/win32/network/network-category.ts'
import { readConnectionSettings } from '../../../../electron/win32/bytes/read-connection-settings.ts'
import { mutated } from '../mutate.ts'

const hex = (text: string) => Buffer.from(text.replaceAll(',', ''), 'hex')

/** Exported from real PCs; each with where it was published. */
const published = [
  // https://learn.microsoft.com: the default of WinHTTP
  ['18,00,00,00,00,00,00,00,01,00,00,00,00,00,00,00,00,00,00,00', 'none'],
  // "Automatically detect" of a user, Windows's own default
  ['46,00,00,00,09,00,00,00,09,00,00,00,00,00,00,00,00,00,00,00', 'automatic'],
  // A user's 192.168.1.1:80
  [
    '46,00,00,00,03,00,00,00,07,00,00,00,0e,00,00,00,31,39,32,2e,31,36,38,2e,31,2e,31,3a,38,30',
    'script',
  ],
  [
    '46,00,00,00,03,00,00,00,03,00,00,00,0e,00,00,00,31,39,32,2e,31,36,38,2e,31,2e,31,3a,38,30',
    'fixed',
  ],
  // The switch is on and no address is written
  ['28,00,00,00,00,00,00,00,03,00,00,00,00,00,00,00,00,00,00,00', 'none'],
] as const

test.each(published)('%s is %s', (bytes, kind) => {
  expect(readConnectionSettings(hex(bytes))).toBe(kind)
})

test('other bytes are no settings, and no bytes throw', () => {
  for (const bytes of [
    '',
    '46',
    '00,00,00,00,00,00,00,00,01,00,00,00,00,00,00,00',
    '46,00,00,00,00,00,00,00,ff,00,00,00,00,00,00,00',
  ]) {
    expect(readConnectionSettings(hex(bytes))).toBeNull()
  }
  fc.assert(
    fc.property(mutated(hex(published[2][0])), (bytes) => {
      const kind = readConnectionSettings(bytes)
      expect(kind === null || ['none', 'automatic', 'script', 'fixed'].includes(kind)).toBe(true)
    }),
  )
})

test('a time of the calendar grows; anything else counts as none', () => {
  const time = (...parts: readonly number[]) => {
    const bytes = Buffer.alloc(16)
    for (const [at, part] of parts.entries()) bytes.writeUInt16LE(part, 2 * at)
    return readSystemTime(bytes)
  }
  expect(time(2026, 5, 0, 2)).toBeGreaterThan(time(2026, 5, 0, 1, 23, 59))
  expect(time(2026, 13, 0, 1)).toBe(0)
  expect(readSystemTime(Buffer.alloc(3))).toBe(0)
})
