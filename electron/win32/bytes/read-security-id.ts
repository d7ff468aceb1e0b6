/** Security identifiers and integrity labels, read from their bytes. */
import type { IntegrityLevel } from '../../../shared/model/owner.ts'

/**
 * `S-1-5-18` and the like, or null when the bytes at `offset` hold no whole identifier.
 * https://learn.microsoft.com/windows/win32/secauthz/sid-components
 */
export function readSecurityId(bytes: Buffer, offset: number): string | null {
  const headerBytes = 8
  if (offset < 0 || offset + headerBytes > bytes.length) return null
  const count = bytes.readUInt8(offset + 1)
  if (count > 15 || offset + headerBytes + 4 * count > bytes.length) return null
  const parts = [bytes.readUInt8(offset), bytes.readUIntBE(offset + 2, 6)]
  for (let index = 0; index < count; index += 1) {
    parts.push(bytes.readUInt32LE(offset + headerBytes + 4 * index))
  }
  return `S-${parts.join('-')}`
}

/** https://learn.microsoft.com/windows/win32/secauthz/mandatory-integrity-control */
export function readIntegrityLevel(securityId: string): IntegrityLevel | null {
  const match = /^S-1-16-(\d+)$/.exec(securityId)
  if (match === null) return null
  const value = Number(match[1])
  if (value < 0x1000) return 'untrusted'
  if (value < 0x2000) return 'low'
  if (value < 0x3000) return 'medium'
  if (value < 0x4000) return 'high'
  return value < 0x5000 ? 'system' : 'protected'
}
