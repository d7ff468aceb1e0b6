/** Whether Windows's own account may add files to a folder, read from the bytes of its security descriptor. */
import { readSecurityId } from './read-security-id.ts'

/** https://learn.microsoft.com/windows/win32/api/winnt/ns-winnt-security_descriptor, in its self-relative form. */
const headerBytes = 20
const SE_DACL_PRESENT = 4

const ACCESS_ALLOWED_ACE_TYPE = 0
const ACCESS_DENIED_ACE_TYPE = 1
const INHERIT_ONLY_ACE = 8

const FILE_ADD_FILE = 2
const GENERIC_ALL = 0x10000000
const GENERIC_WRITE = 0x40000000
const adding = FILE_ADD_FILE | GENERIC_ALL | GENERIC_WRITE

/** Whom LocalSystem belongs to: itself, everyone, authenticated users, users, administrators. */
const localSystem: ReadonlySet<string> = new Set([
  'S-1-5-18',
  'S-1-1-0',
  'S-1-5-11',
  'S-1-5-32-544',
])

/** Null when these are no such bytes. */
export function maySystemAdd(bytes: Buffer): boolean | null {
  if (bytes.length < headerBytes) return null
  const hasList = (bytes.readUInt16LE(2) & SE_DACL_PRESENT) !== 0
  const listAt = bytes.readUInt32LE(16)
  // Without a list everybody may do everything.
  if (!hasList || listAt === 0) return true
  if (listAt + 8 > bytes.length) return null
  const count = bytes.readUInt16LE(listAt + 4)
  let at = listAt + 8
  for (let index = 0; index < count; index += 1) {
    if (at + 8 > bytes.length) return null
    const size = bytes.readUInt16LE(at + 2)
    if (size < 8 || at + size > bytes.length) return null
    const [type, aceFlags] = [bytes.readUInt8(at), bytes.readUInt8(at + 1)]
    const isPlain = type === ACCESS_ALLOWED_ACE_TYPE || type === ACCESS_DENIED_ACE_TYPE
    const isMeant =
      (bytes.readUInt32LE(at + 4) & adding) !== 0 && (aceFlags & INHERIT_ONLY_ACE) === 0
    if (isPlain && isMeant) {
      const securityId = readSecurityId(bytes.subarray(at, at + size), 8)
      // The first entry that speaks of it decides.
      if (securityId !== null && localSystem.has(securityId)) {
        return type === ACCESS_ALLOWED_ACE_TYPE
      }
    }
    at += size
  }
  return false
}
