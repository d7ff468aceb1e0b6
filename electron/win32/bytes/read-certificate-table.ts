/**
 * The place of the certificate table in a program file. Reads headers only; the table is outside of what Windows
 * loads, and any program may write anything into it. https://learn.microsoft.com/windows/win32/debug/pe-format
 */

/** Counted from the beginning of the file. */
export interface CertificateTable {
  readonly offset: number
  readonly sizeBytes: number
}

/** Up to and with the field that says where the headers begin. */
export const dosHeaderBytes = 64
/** Signature, file header, and the longer of the two optional headers up to and with entry 4 of its directory. */
export const headersBytes = 4 + 20 + 112 + 5 * 8

const securityEntry = 4
const directoryOf: ReadonlyMap<number, number> = new Map([
  [0x10b, 96],
  [0x20b, 112],
])

/** @returns where "PE" must stand, or null when the file is no program of Windows. */
export function readHeadersOffset(start: Buffer): number | null {
  if (start.length < dosHeaderBytes || start.toString('latin1', 0, 2) !== 'MZ') return null
  return start.readUInt32LE(60)
}

/**
 * @param headers the bytes from where "PE" must stand; fewer than `headersBytes` where the file ends.
 * @returns `none`: no program of Windows, or one without a table. `cut`: the file ends before it can say so.
 */
export function readCertificateTable(headers: Buffer): CertificateTable | 'none' | 'cut' {
  if (headers.length < 4 || headers.toString('latin1', 0, 4) !== 'PE\0\0') return 'none'
  const optional = 24
  if (headers.length < optional + 2) return 'cut'
  const directory = directoryOf.get(headers.readUInt16LE(optional))
  if (directory === undefined) return 'none'
  const entry = optional + directory + securityEntry * 8
  if (headers.length < entry + 8) return 'cut'
  const entries = headers.readUInt32LE(optional + directory - 4)
  // The entry must lie in the optional header: what follows it is something else.
  const optionalBytes = headers.readUInt16LE(4 + 16)
  if (entries <= securityEntry || optional + optionalBytes < entry + 8) return 'none'
  const table = { offset: headers.readUInt32LE(entry), sizeBytes: headers.readUInt32LE(entry + 4) }
  return table.offset === 0 || table.sizeBytes === 0 ? 'none' : table
}
