/**
 * A version resource, read from its bytes. Reads VS_VERSIONINFO as it lies in the file, any language of it, and trusts
 * no length in it: the bytes are those of a stranger's program.
 * https://learn.microsoft.com/windows/win32/menurc/vs-versioninfo
 */
import type { VersionInfo } from '../../../shared/model/file-evidence.ts'

const fixedSignature = 0xfeef04bd
const fixedBytes = 52
/** A resource names a handful of languages with a dozen strings. More is not read. */
const mostBlocks = 4096
/** Windows' own readers stop far earlier; nobody reads a longer line. */
const mostChars = 32_767

interface Block {
  readonly key: string
  readonly isText: boolean
  /** In bytes for binary values, in characters for text. */
  readonly valueLength: number
  readonly valueAt: number
  readonly end: number
}

interface Budget {
  left: number
}

/** Languages in the order of liking: those given, then neutral, then US English, then whatever there is. */
export function readVersionResource(
  bytes: Buffer,
  likedLanguages: readonly number[] = [],
): VersionInfo | null {
  const root = readBlock(bytes, 0, bytes.length)
  if (root?.key !== 'VS_VERSION_INFO') return null
  const budget: Budget = { left: mostBlocks }

  const tables: { readonly language: number; readonly strings: ReadonlyMap<string, string> }[] = []
  const childrenAt = align(root.valueAt + root.valueLength)
  for (const child of blocksBetween(bytes, childrenAt, root.end, budget)) {
    if (child.key !== 'StringFileInfo') continue
    for (const table of blocksBetween(bytes, child.valueAt, child.end, budget)) {
      const language = Number.parseInt(table.key.slice(0, 4), 16)
      tables.push({ language, strings: readStrings(bytes, table, budget) })
    }
  }

  const liked = [...likedLanguages, 0, 0x409]
  const rank = (language: number): number => {
    const index = liked.indexOf(language)
    return index < 0 ? liked.length : index
  }
  tables.sort((a, b) => rank(a.language) - rank(b.language))
  const find = (key: string): string | null => {
    for (const { strings } of tables) {
      const value = strings.get(key)
      if (value !== undefined && value !== '') return value
    }
    return null
  }
  return {
    companyName: find('COMPANYNAME'),
    fileDescription: find('FILEDESCRIPTION'),
    productName: find('PRODUCTNAME'),
    fileVersion: find('FILEVERSION'),
    productVersion: find('PRODUCTVERSION'),
    originalFilename: find('ORIGINALFILENAME'),
    fixedFileVersion: readFixedVersion(bytes, root),
  }
}

function readStrings(bytes: Buffer, table: Block, budget: Budget): ReadonlyMap<string, string> {
  const strings = new Map<string, string>()
  for (const block of blocksBetween(bytes, table.valueAt, table.end, budget)) {
    // Some linkers count the value in bytes, some leave the NUL out of the count: the block's end is the rule.
    const room = Math.min(block.end, block.valueAt + 2 * mostChars)
    const value = block.valueLength === 0 ? '' : textUntilNul(bytes, block.valueAt, room).text
    const key = block.key.toUpperCase()
    if (!strings.has(key)) strings.set(key, value)
  }
  return strings
}

function readFixedVersion(bytes: Buffer, root: Block): string | null {
  if (root.isText || root.valueLength < fixedBytes || root.valueAt + fixedBytes > root.end) {
    return null
  }
  if (bytes.readUInt32LE(root.valueAt) !== fixedSignature) return null
  const high = bytes.readUInt32LE(root.valueAt + 8)
  const low = bytes.readUInt32LE(root.valueAt + 12)
  return `${String(high >>> 16)}.${String(high & 0xffff)}.${String(low >>> 16)}.${String(low & 0xffff)}`
}

/** Every step goes forward by at least a header, so that this ends. */
function* blocksBetween(
  bytes: Buffer,
  start: number,
  end: number,
  budget: Budget,
): Generator<Block> {
  for (let offset = align(start); offset < end;) {
    budget.left -= 1
    if (budget.left < 0) return
    const block = readBlock(bytes, offset, end)
    if (block === undefined) return
    yield block
    offset = align(block.end)
  }
}

function readBlock(bytes: Buffer, offset: number, limit: number): Block | undefined {
  const headerBytes = 6
  if (offset + headerBytes > limit) return undefined
  const length = bytes.readUInt16LE(offset)
  if (length < headerBytes) return undefined
  // A length beyond the parent is cut, not refused: real programs with such resources exist.
  const end = Math.min(offset + length, limit)
  const { text: key, endAt } = textUntilNul(bytes, offset + headerBytes, end)
  return {
    key,
    isText: bytes.readUInt16LE(offset + 4) === 1,
    valueLength: bytes.readUInt16LE(offset + 2),
    valueAt: Math.min(align(endAt), end),
    end,
  }
}

/** `endAt` lies behind the NUL, or at the limit when there is none. */
function textUntilNul(
  bytes: Buffer,
  start: number,
  limit: number,
): { readonly text: string; readonly endAt: number } {
  let at = start
  while (at + 2 <= limit && bytes.readUInt16LE(at) !== 0) at += 2
  return { text: bytes.toString('utf16le', start, at), endAt: Math.min(at + 2, limit) }
}

function align(offset: number): number {
  return (offset + 3) & ~3
}
