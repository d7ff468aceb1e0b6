/** Who may write to a folder, out of bytes as Windows hands them out and as nobody should. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readInfVersion } from '../../../../electron/win32/bytes/read-inf-version.ts'
import { maySystemAdd } from '../../../../electron/win32/bytes/read-folder-access.ts'
import { mutated } from '../mutate.ts'

/** The layout of MS-DTYP 2.4.6, made by hand: https://learn.microsoft.com/openspecs/windows_protocols/ms-dtyp/7d4dac05-9cef-4563-a058-f108abecce1d */
function descriptor(
  entries: readonly {
    readonly type: number
    readonly flags?: number
    readonly mask: number
    readonly sid: readonly number[]
  }[],
  control = 0x8004,
): Buffer {
  const aces = entries.map(({ type, flags = 0, mask, sid: [authority = 0, ...parts] }) => {
    const ace = Buffer.alloc(16 + 4 * parts.length)
    ace.writeUInt8(type, 0)
    ace.writeUInt8(flags, 1)
    ace.writeUInt16LE(ace.length, 2)
    ace.writeUInt32LE(mask, 4)
    ace.writeUInt8(1, 8)
    ace.writeUInt8(parts.length, 9)
    ace.writeUIntBE(authority, 10, 6)
    for (const [at, part] of parts.entries()) ace.writeUInt32LE(part, 16 + 4 * at)
    return ace
  })
  const header = Buffer.alloc(20)
  header.writeUInt8(1, 0)
  header.writeUInt16LE(control, 2)
  header.writeUInt32LE(20, 16)
  const list = Buffer.alloc(8)
  list.writeUInt8(2, 0)
  list.writeUInt16LE(8 + aces.reduce((sum, { length }) => sum + length, 0), 2)
  list.writeUInt16LE(aces.length, 4)
  return Buffer.concat([header, list, ...aces])
}

const system = [5, 18]
const administrators = [5, 32, 544]
const users = [5, 32, 545]
const fullControl = 0x1f01ff
const readOnly = 0x1200a9

describe('Windows’s own account', () => {
  test('may add where it, its group or everyone is allowed to', () => {
    expect(maySystemAdd(descriptor([{ type: 0, mask: fullControl, sid: system }]))).toBe(true)
    expect(maySystemAdd(descriptor([{ type: 0, mask: fullControl, sid: administrators }]))).toBe(
      true,
    )
    expect(maySystemAdd(descriptor([{ type: 0, mask: 0x10000000, sid: [1, 0] }]))).toBe(true)
    expect(maySystemAdd(descriptor([], 0x8000))).toBe(true)
  })

  test('may not where nobody allows it, where it is denied first, or where it holds for what is made inside alone', () => {
    expect(maySystemAdd(descriptor([]))).toBe(false)
    expect(
      maySystemAdd(
        descriptor([
          { type: 0, mask: readOnly, sid: system },
          { type: 0, mask: fullControl, sid: users },
        ]),
      ),
    ).toBe(false)
    expect(
      maySystemAdd(
        descriptor([
          { type: 1, mask: 2, sid: system },
          { type: 0, mask: fullControl, sid: system },
        ]),
      ),
    ).toBe(false)
    expect(maySystemAdd(descriptor([{ type: 0, flags: 8, mask: fullControl, sid: system }]))).toBe(
      false,
    )
  })

  test('is not judged from broken bytes, and no bytes throw', () => {
    expect(maySystemAdd(Buffer.alloc(3))).toBeNull()
    const whole = descriptor([
      { type: 0, mask: readOnly, sid: users },
      { type: 0, mask: fullControl, sid: system },
    ])
    expect(maySystemAdd(whole.subarray(0, 40))).toBeNull()
    fc.assert(
      fc.property(mutated(whole), (bytes) => {
        expect([true, false, null]).toContain(maySystemAdd(bytes))
      }),
    )
  })
})

describe('A driver’s setup file', () => {
  test('tells its version in either encoding, with and without blanks and remarks', () => {
    const version = (text: string) => readInfVersion(Buffer.from(text, 'latin1'))
    expect(version('[Version]\r\nDriverVer=05/07/2018, 423.36.0.0\r\n')).toBe('423.36.0.0')
    expect(version('  driverver = 01/01/2010 ,6.0 ; later')).toBe('6.0')
    expect(readInfVersion(Buffer.from('\ufeffDriverVer=1,2.3', 'utf16le'))).toBe('2.3')
  })

  test('that says nothing, or something else, tells none', () => {
    for (const text of [
      '',
      'DriverVer',
      'DriverVer=05/07/2018',
      ';DriverVer=1,2',
      'DriverVer=1,a.b',
      'DriverVer=1,1.2.3.4.5.6',
      'x'.repeat(300_000),
    ]) {
      expect(readInfVersion(Buffer.from(text))).toBeNull()
    }
  })
})
