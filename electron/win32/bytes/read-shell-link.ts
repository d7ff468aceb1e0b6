/**
 * A shortcut (.lnk) in its bytes: where it leads, and with which arguments. Reads nothing but the file itself, asks no
 * network and no shell.
 *
 * https://learn.microsoft.com/openspecs/windows_protocols/ms-shllink/16cb4ca1-9339-4d0c-a68d-bf1d6cc0f943
 */
import { readTerminatedStringWithin } from '../bridge/read-strings.ts'

export interface ShellLink {
  /** Perhaps with variables. Null where it does not say, as a shortcut of an advertised program. */
  readonly target: string | null
  /** Empty for none. */
  readonly arguments: string
}

const headerBytes = 76
const classId = '0114020000000000c000000000000046'

const flag = {
  hasTargetIdList: 1 << 0,
  hasLinkInfo: 1 << 1,
  hasName: 1 << 2,
  hasRelativePath: 1 << 3,
  hasWorkingDir: 1 << 4,
  hasArguments: 1 << 5,
  hasIconLocation: 1 << 6,
  isUnicode: 1 << 7,
} as const

const environmentBlock = 0xa0000001

/** Null for what is no shortcut, or is cut off before its end. */
export function readShellLink(bytes: Buffer): ShellLink | null {
  if (bytes.length < headerBytes || bytes.readUInt32LE(0) !== headerBytes) return null
  if (bytes.toString('hex', 4, 20) !== classId) return null
  const flags = bytes.readUInt32LE(20)
  const has = (one: number) => (flags & one) !== 0
  let at = headerBytes
  const sizeAt = (offset: number, read: 'readUInt16LE' | 'readUInt32LE', width: number) =>
    offset + width <= bytes.length ? bytes[read](offset) : null

  if (has(flag.hasTargetIdList)) {
    const size = sizeAt(at, 'readUInt16LE', 2)
    if (size === null) return null
    at += 2 + size
  }
  let target: string | null = null
  if (has(flag.hasLinkInfo)) {
    const size = sizeAt(at, 'readUInt32LE', 4)
    if (size === null || size < 4 || at + size > bytes.length) return null
    target = targetIn(bytes.subarray(at, at + size))
    at += size
  }
  let given = ''
  const strings = [
    ...([flag.hasName, flag.hasRelativePath, flag.hasWorkingDir] as const),
    ...([flag.hasArguments, flag.hasIconLocation] as const),
  ]
  for (const one of strings) {
    if (!has(one)) continue
    const count = sizeAt(at, 'readUInt16LE', 2)
    const width = has(flag.isUnicode) ? 2 : 1
    if (count === null || at + 2 + count * width > bytes.length) return null
    const end = at + 2 + count * width
    if (one === flag.hasArguments) given = bytes.toString(encoding(width), at + 2, end)
    at = end
  }
  return { target: variableTarget(bytes, at) ?? target, arguments: cleaned(given) }
}

const encoding = (width: number) => (width === 2 ? 'utf16le' : 'latin1')

function cleaned(text: string): string {
  return text.split('\0', 1)[0]?.trim() ?? ''
}

/** LinkInfo: the path on a drive of this PC or on a share, and what is the same for both. */
function targetIn(info: Buffer): string | null {
  if (info.length < 28) return null
  const headerSize = info.readUInt32LE(4)
  const flags = info.readUInt32LE(8)
  const hasUnicode = headerSize >= 36 && info.length >= 36
  const textAt = (ansi: number, unicode: number): string => {
    const wide = hasUnicode ? info.readUInt32LE(unicode) : 0
    if (wide !== 0) return readTerminatedStringWithin(info, wide, info.length)
    return ansiAt(info, info.readUInt32LE(ansi))
  }
  const suffix = textAt(24, 32)
  if ((flags & 1) !== 0) return joined(textAt(16, 28), suffix)
  if ((flags & 2) !== 0) {
    const share = info.readUInt32LE(20)
    if (share === 0 || share + 20 > info.length) return null
    const nameAt = info.readUInt32LE(share + 8)
    return joined(ansiAt(info, share + nameAt), suffix)
  }
  return null
}

function joined(base: string, suffix: string): string | null {
  if (base === '') return null
  if (suffix === '') return base
  return base.endsWith('\\') ? base + suffix : `${base}\\${suffix}`
}

/** In the PC's own code page, of which ASCII is the same everywhere. */
function ansiAt(bytes: Buffer, offset: number): string {
  if (offset <= 0 || offset >= bytes.length) return ''
  const end = bytes.indexOf(0, offset)
  return bytes.toString('latin1', offset, end < 0 ? bytes.length : end)
}

/** A block behind the strings that holds the target with its variables; the blocks end with a size below four. */
function variableTarget(bytes: Buffer, from: number): string | null {
  for (let at = from; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32LE(at)
    if (size < 4) return null
    if (bytes.readUInt32LE(at + 4) === environmentBlock && at + 788 <= bytes.length) {
      const wide = readTerminatedStringWithin(bytes, at + 268, at + 788)
      const text = wide === '' ? ansiAt(bytes.subarray(0, at + 268), at + 8) : wide
      return text === '' ? null : text
    }
    at += size
  }
  return null
}
