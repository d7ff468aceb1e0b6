/** Windows's own proxy settings, read from their bytes: `DefaultConnectionSettings` of a user, `WinHttpSettings` of services. */
import type { ProxyKind } from '../../../shared/model/pc-facts.ts'

/** A version, a counter, then the flags; https://learn.microsoft.com/windows/win32/wininet/internet-per-conn-option-list-structures */
const flagsAt = 8
const proxyAt = 12

const PROXY_TYPE_PROXY = 2
const PROXY_TYPE_AUTO_PROXY_URL = 4
const PROXY_TYPE_AUTO_DETECT = 8

/** Null when these are no such bytes. A proxy without an address is none, as Windows takes it. */
export function readConnectionSettings(bytes: Buffer): ProxyKind | null {
  if (bytes.length < proxyAt + 4) return null
  const version = bytes.readUInt32LE(0)
  // 0x18 and 0x28 stand in those of services, 0x3c and 0x46 in a user's.
  if (version < 0x18 || version > 0x46) return null
  const flags = bytes.readUInt32LE(flagsAt)
  if ((flags & ~0xf) !== 0) return null
  const hasAddress = bytes.readUInt32LE(proxyAt) > 0
  if ((flags & PROXY_TYPE_AUTO_PROXY_URL) !== 0) return 'script'
  if ((flags & PROXY_TYPE_PROXY) !== 0 && hasAddress) return 'fixed'
  return (flags & PROXY_TYPE_AUTO_DETECT) === 0 ? 'none' : 'automatic'
}
