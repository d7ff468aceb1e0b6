/** Is the address of a certificate taken only out of a record that is whole? */
import { expect, test } from 'vitest'
import { readCertificateAddress } from '../../../../electron/win32/bytes/read-provider-signer.ts'

function record(size: number, address: bigint, length = 16): Buffer {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32LE(size)
  bytes.writeBigUInt64LE(address, 8)
  return bytes.subarray(0, length)
}

test('a whole record tells it, one that is larger too', () => {
  expect(readCertificateAddress(record(16, 7n))).toBe(7n)
  expect(readCertificateAddress(record(200, 7n))).toBe(7n)
})

test('one that says to be smaller, that was cut or that has no address tells none', () => {
  expect(readCertificateAddress(record(15, 7n))).toBeNull()
  expect(readCertificateAddress(record(16, 7n, 15))).toBeNull()
  expect(readCertificateAddress(record(16, 0n))).toBeNull()
})
