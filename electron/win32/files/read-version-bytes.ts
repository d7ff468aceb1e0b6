/**
 * The bytes of a program's version resource, found by its headers: sections, then the tree of resources (kind, name,
 * language). Trusts no number in it: the file is a stranger's. https://learn.microsoft.com/windows/win32/debug/pe-format
 */
import type { ReadAt } from './held-file.ts'
import { dosHeaderBytes, headersBytes, readHeadersOffset } from '../bytes/read-certificate-table.ts'

const versionKind = 16
const resourceEntry = 2
const sectionBytes = 40
/** What the format itself allows. */
const mostSections = 96
/** Programs have a few dozen kinds and languages; more is not looked through. */
const mostEntries = 1024
/** A version resource counts its own length in 16 bits. */
const mostBytes = 64 * 1024

interface Section {
  readonly address: number
  readonly sizeBytes: number
  readonly offset: number
}

/**
 * @returns `none`: no program of Windows, or one without such a resource. `cut`: the headers say that there is one, but
 * the file ends before it.
 */
export async function readVersionBytes(
  readAt: ReadAt,
  likedLanguages: readonly number[] = [],
): Promise<Buffer | 'none' | 'cut'> {
  const headersAt = readHeadersOffset(await readAt(0, dosHeaderBytes))
  if (headersAt === null) return 'none'
  const headers = await readAt(headersAt, headersBytes)
  const root = resourceAddress(headers)
  if (root === null) return 'none'
  const sections = readSections(
    headers,
    await readAt(sectionsAt(headersAt, headers), sectionsBytes(headers)),
  )
  const rootAt = offsetOf(root, sections)
  if (rootAt === null) return 'cut'

  const kind = (await readEntries(readAt, rootAt, rootAt)).find(({ id }) => id === versionKind)
  if (kind?.isFolder !== true) return 'none'
  const [name] = await readEntries(readAt, rootAt, kind.at)
  if (name?.isFolder !== true) return 'cut'
  const languages = (await readEntries(readAt, rootAt, name.at)).filter(({ isFolder }) => !isFolder)
  const best = inOrder(languages, likedLanguages)[0]
  if (best === undefined) return 'cut'

  const entry = await readAt(best.at, 8)
  if (entry.length < 8) return 'cut'
  const at = offsetOf(entry.readUInt32LE(0), sections)
  const sizeBytes = entry.readUInt32LE(4)
  if (at === null) return 'cut'
  const bytes = await readAt(at, Math.min(sizeBytes, mostBytes))
  return bytes.length === 0 ? 'cut' : bytes
}

/** Relative to where Windows loads the program; null where the headers name no resources. */
function resourceAddress(headers: Buffer): number | null {
  if (headers.length < 26 || headers.toString('latin1', 0, 4) !== 'PE\0\0') return null
  const kind = headers.readUInt16LE(24)
  if (kind !== 0x10b && kind !== 0x20b) return null
  const directory = 24 + (kind === 0x10b ? 96 : 112)
  const entry = directory + resourceEntry * 8
  if (headers.length < entry + 8 || headers.readUInt32LE(directory - 4) <= resourceEntry)
    return null
  const address = headers.readUInt32LE(entry)
  return address === 0 ? null : address
}

const sectionsAt = (headersAt: number, headers: Buffer) => headersAt + 24 + headers.readUInt16LE(20)

const sectionsBytes = (headers: Buffer) =>
  sectionBytes * Math.min(headers.readUInt16LE(6), mostSections)

function readSections(headers: Buffer, bytes: Buffer): readonly Section[] {
  const count = Math.min(headers.readUInt16LE(6), Math.floor(bytes.length / sectionBytes))
  return Array.from({ length: count }, (_, index) => {
    const at = index * sectionBytes
    return {
      address: bytes.readUInt32LE(at + 12),
      sizeBytes: bytes.readUInt32LE(at + 16),
      offset: bytes.readUInt32LE(at + 20),
    }
  })
}

/** Where in the file lies what Windows loads there? */
function offsetOf(address: number, sections: readonly Section[]): number | null {
  const section = sections.find(
    (one) => address >= one.address && address < one.address + one.sizeBytes,
  )
  return section === undefined ? null : address - section.address + section.offset
}

interface Entry {
  readonly id: number
  /** Else it is a leaf, which says where the bytes are. */
  readonly isFolder: boolean
  /** In the file. */
  readonly at: number
}

/** Entries by number only: one that has a name of letters is none of ours. */
async function readEntries(readAt: ReadAt, rootAt: number, at: number): Promise<readonly Entry[]> {
  const headerBytes = 16
  const header = await readAt(at, headerBytes)
  if (header.length < headerBytes) return []
  const named = header.readUInt16LE(12)
  const count = Math.min(named + header.readUInt16LE(14), mostEntries)
  const bytes = await readAt(at + headerBytes, count * 8)
  return Array.from({ length: Math.floor(bytes.length / 8) }, (_, index): Entry => {
    const id = bytes.readUInt32LE(index * 8)
    const place = bytes.readUInt32LE(index * 8 + 4)
    return { id, isFolder: place >= 0x8000_0000, at: rootAt + (place & 0x7fff_ffff) }
  })
}

/** In the order of liking: those given, then neutral, then US English, then whatever there is. */
function inOrder(languages: readonly Entry[], likedLanguages: readonly number[]): readonly Entry[] {
  const liked = [...likedLanguages, 0, 0x409]
  const rank = ({ id }: Entry): number => {
    const index = liked.indexOf(id)
    return index < 0 ? liked.length : index
  }
  return [...languages].sort((a, b) => rank(a) - rank(b))
}
