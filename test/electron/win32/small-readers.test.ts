/** Are times, identifiers, registry values and answers about trust read rightly? */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoFromFiletime } from '../../../electron/win32/bridge/filetime.ts'
import {
  readCertificateAddress,
  readSignerRecord,
} from '../../../electron/win32/bytes/read-provider-signer.ts'
import { readRegistryBytes } from '../../../electron/win32/bytes/read-registry-value.ts'
import {
  readIntegrityLevel,
  readSecurityId,
} from '../../../electron/win32/bytes/read-security-id.ts'
import { offsetOfAddress, readPointedString } from '../../../electron/win32/bridge/read-strings.ts'
import { verdictOfTrustCode } from '../../../electron/win32/files/trust-code.ts'
import {
  readStateData,
  turnIntoClose,
  writeCatalogueInfo,
  writeFileInfo,
  writeTrustData,
} from '../../../electron/win32/files/trust-data.ts'

describe('isoFromFiletime', () => {
  it('counts from 1601 and keeps milliseconds', () => {
    expect(isoFromFiletime(116_444_736_000_000_000n)).toBe('1970-01-01T00:00:00.000Z')
    expect(isoFromFiletime(116_444_736_000_019_999n)).toBe('1970-01-01T00:00:00.001Z')
    expect(isoFromFiletime(1n)).toBe('1601-01-01T00:00:00.000Z')
  })
  it('knows no time for 0, for less, and for more than a date can hold', () => {
    for (const ticks of [0n, -1n, 0x7fff_ffff_ffff_ffffn * 16n]) {
      expect(isoFromFiletime(ticks)).toBeNull()
    }
  })
  it('never throws', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n }), (ticks) => {
        const iso = isoFromFiletime(ticks)
        if (iso !== null) expect(Number.isNaN(Date.parse(iso))).toBe(false)
      }),
    )
  })
})

describe('verdictOfTrustCode', () => {
  it.each([
    [0, 'trusted'],
    [0x800b0109, 'untrusted-root'],
    [0x800b010a, 'untrusted-root'],
    [0x800b0101, 'expired'],
    [0x800b010c, 'revoked'],
    [0x80092010, 'revoked'],
    [0x800b0111, 'distrusted'],
    [0x80096010, 'tampered'],
    [0x800b0100, 'none'],
    [0x800b0001, 'none'],
    [0x800b0003, 'none'],
    [0x80090006, 'cannot-tell'],
    [1, 'cannot-tell'],
  ])('reads 0x%s', (code, verdict) => {
    expect(verdictOfTrustCode(code)).toBe(verdict)
  })
  it('does not trust a root that nobody knows, by the code in Microsoft’s list (not recorded: Wine never gives it)', () => {
    // WinVerifyTrust answers with a signed number; CERT_E_UNTRUSTEDROOT.
    const answer = -2_146_762_487
    expect(verdictOfTrustCode(answer >>> 0)).toBe('untrusted-root')
  })
  it('trusts nothing but 0', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 0xffffffff }), (code) => {
        expect(verdictOfTrustCode(code)).not.toBe('trusted')
      }),
    )
  })
})

describe('the question for WinVerifyTrust', () => {
  it('is laid out as 64-bit Windows reads it', () => {
    const data = writeTrustData(1, 0x1122334455667788n)
    expect(data.subarray(0, 40).toString('hex')).toBe(
      `58000000${'00'.repeat(20)}020000000000000001000000${'00'.repeat(4)}`,
    )
    expect(data.subarray(40, 56).toString('hex')).toBe('88776655443322110100000000000000')
    expect(data.readUInt32LE(72)).toBe(0x1010)
  })
  it('may fetch what is missing only where somebody asked for that', () => {
    const cacheOnly = 0x1000
    expect(writeTrustData(1, 1n).readUInt32LE(72) & cacheOnly).toBe(cacheOnly)
    expect(writeTrustData(1, 1n, true).readUInt32LE(72) & cacheOnly).toBe(0)
  })
  it('asks for no windows and no network, and is closed by the same record', () => {
    const data = writeTrustData(2, 1n)
    data.writeBigUInt64LE(7n, 56)
    turnIntoClose(data)
    expect(data.readUInt32LE(48)).toBe(2)
    expect(readStateData(data)).toBe(7n)
  })
  it('names file and catalogue by address', () => {
    const file = writeFileInfo(0x10n, 0x20n)
    expect([file.readUInt32LE(0), file.readBigUInt64LE(8), file.readBigUInt64LE(16)]).toEqual([
      32,
      0x10n,
      0x20n,
    ])
    const member = writeCatalogueInfo({
      cataloguePathAddress: 1n,
      tagAddress: 2n,
      pathAddress: 3n,
      fileHandle: 4n,
      hashAddress: 5n,
      hashBytes: 32,
      catalogueAdmin: 6n,
    })
    expect([8, 16, 24, 32, 40, 64].map((offset) => member.readBigUInt64LE(offset))).toEqual([
      1n,
      2n,
      3n,
      4n,
      5n,
      6n,
    ])
    expect([member.readUInt32LE(0), member.readUInt32LE(48)]).toEqual([72, 32])
  })
})

describe('the records of a signature check', () => {
  it('tell the time of a stamp and the address of the certificate', () => {
    const signer = Buffer.alloc(56)
    signer.writeUInt32LE(64, 0)
    signer.writeBigInt64LE(116_444_736_000_000_000n, 4)
    expect(readSignerRecord(signer)).toEqual({
      verifiedAsOfUtc: '1970-01-01T00:00:00.000Z',
      hasCounterSigner: false,
    })
    signer.writeUInt32LE(1, 44)
    signer.writeBigUInt64LE(1n, 48)
    expect(readSignerRecord(signer)?.hasCounterSigner).toBe(true)

    const certificate = Buffer.alloc(16)
    certificate.writeUInt32LE(80, 0)
    expect(readCertificateAddress(certificate)).toBeNull()
    certificate.writeBigUInt64LE(9n, 8)
    expect(readCertificateAddress(certificate)).toBe(9n)
  })
  it('tell nothing when they are shorter than they must be', () => {
    expect(readSignerRecord(Buffer.alloc(55))).toBeNull()
    expect(readSignerRecord(Buffer.alloc(56))).toBeNull()
    expect(readCertificateAddress(Buffer.alloc(15))).toBeNull()
    expect(readCertificateAddress(Buffer.alloc(16))).toBeNull()
  })
})

describe('readRegistryBytes', () => {
  const utf16 = (text: string) => Buffer.from(text, 'utf16le')
  it('reads text with, without and behind its end', () => {
    expect(readRegistryBytes(1, utf16('a b\0'))).toEqual({ kind: 'text', text: 'a b' })
    expect(readRegistryBytes(1, utf16('a b'))).toEqual({ kind: 'text', text: 'a b' })
    expect(readRegistryBytes(2, utf16('%x%\0rest\0'))).toEqual({
      kind: 'expandable-text',
      text: '%x%',
    })
    expect(readRegistryBytes(1, utf16('ab').subarray(0, 3))).toEqual({ kind: 'text', text: 'a' })
    expect(readRegistryBytes(1, Buffer.alloc(0))).toEqual({ kind: 'text', text: '' })
  })
  it('reads a number of four bytes and no other', () => {
    expect(readRegistryBytes(4, Buffer.from('ffffffff', 'hex'))).toEqual({
      kind: 'number',
      number: 0xffffffff,
    })
    expect(readRegistryBytes(4, Buffer.alloc(3))).toEqual({ kind: 'other', type: 4 })
    expect(readRegistryBytes(11, Buffer.from('0000000001000000', 'hex'))).toEqual({
      kind: 'large-number',
      number: 0x1_0000_0000n,
    })
    expect(readRegistryBytes(11, Buffer.alloc(4))).toEqual({ kind: 'other', type: 11 })
    expect(readRegistryBytes(10, Buffer.alloc(4))).toEqual({ kind: 'other', type: 10 })
  })
  it('reads several texts, up to the empty one that ends them, and without their end', () => {
    const texts = (text: string) => readRegistryBytes(7, utf16(text))
    expect(texts('a\0b c\0\0rest\0')).toEqual({ kind: 'texts', texts: ['a', 'b c'] })
    expect(texts('a\0b')).toEqual({ kind: 'texts', texts: ['a', 'b'] })
    expect(texts('')).toEqual({ kind: 'texts', texts: [] })
    expect(texts('\0\0')).toEqual({ kind: 'texts', texts: [] })
  })
  it('gives bytes as a copy: the buffer of the reader is used again', () => {
    const data = Buffer.from('030000', 'hex')
    const value = readRegistryBytes(3, data)
    data.fill(0xff)
    expect(value).toEqual({ kind: 'bytes', bytes: Buffer.from('030000', 'hex') })
  })
})

describe('readSecurityId', () => {
  const localSystem = Buffer.from('010100000000000512000000', 'hex')
  it('writes an identifier as Windows does', () => {
    expect(readSecurityId(localSystem, 0)).toBe('S-1-5-18')
  })
  it('is null when the identifier is not whole', () => {
    for (let end = 0; end < localSystem.length; end += 1) {
      expect(readSecurityId(localSystem.subarray(0, end), 0)).toBeNull()
    }
    expect(readSecurityId(Buffer.from('01ff000000000005', 'hex'), 0)).toBeNull()
  })
  it.each([
    ['S-1-16-0', 'untrusted'],
    ['S-1-16-4096', 'low'],
    ['S-1-16-8192', 'medium'],
    ['S-1-16-8448', 'medium'],
    ['S-1-16-12288', 'high'],
    ['S-1-16-16384', 'system'],
    ['S-1-16-20480', 'protected'],
    ['S-1-5-18', null],
  ])('reads the level of %s', (label, level) => {
    expect(readIntegrityLevel(label)).toBe(level)
  })
})

describe('addresses in a buffer', () => {
  it('are turned into places only inside of it', () => {
    const bytes = Buffer.from('ab\0', 'utf16le')
    expect(readPointedString(bytes, 100n, 100n)).toBe('ab')
    expect(readPointedString(bytes, 100n, 104n)).toBe('')
    for (const address of [0n, 99n, 105n, 106n, 2n ** 63n]) {
      expect(readPointedString(bytes, 100n, address)).toBeUndefined()
    }
    expect(readPointedString(bytes.subarray(0, 4), 100n, 100n)).toBeUndefined()
    expect(offsetOfAddress(bytes, 100n, 100n, 7)).toBeUndefined()
  })
})
