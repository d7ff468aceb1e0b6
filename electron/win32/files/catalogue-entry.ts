/**
 * The catalogue file of Windows that lists a program file. Most of Windows' own programs are signed that way, not in
 * the file itself.
 */
import { callAsync } from '../bridge/call-async.ts'
import type { Pointer } from '../bridge/load-koffi.ts'
import { readTerminatedStringWithin } from '../bridge/read-strings.ts'
import { wintrustCatalogues, wintrustCatalogues2 } from '../bridge/wintrust-catalogues.ts'
import type { WintrustCatalogues } from '../bridge/wintrust-catalogues.ts'

export interface CatalogueEntry {
  readonly cataloguePath: string
  /** The file's hash, by which the catalogue knows it. */
  readonly hash: Buffer
  readonly admin: Pointer
}

/** `unknown`: the catalogues could not be asked. */
export type CatalogueAnswer<T> = { readonly found: T } | 'not-listed' | 'unknown'

const longestHashBytes = 64

/** Runs `use` while the catalogue is open. Newer catalogues list SHA-256, older ones SHA-1. */
export async function withCatalogueEntry<T>(
  file: Pointer,
  use: (entry: CatalogueEntry) => Promise<T>,
): Promise<CatalogueAnswer<T>> {
  const api = wintrustCatalogues()
  if (!api.ok) return 'unknown'
  let answer: CatalogueAnswer<T> = 'unknown'
  for (const kind of ['sha256', 'sha1'] as const) {
    const next = await tryKind(api.value, kind, file, use)
    if (typeof next !== 'string') return next
    if (next === 'not-listed') answer = next
  }
  return answer
}

async function tryKind<T>(
  api: WintrustCatalogues,
  kind: 'sha256' | 'sha1',
  file: Pointer,
  use: (entry: CatalogueEntry) => Promise<T>,
): Promise<CatalogueAnswer<T>> {
  const newer = wintrustCatalogues2()
  if (kind === 'sha256' && !newer.ok) return 'unknown'
  const context = Buffer.alloc(8)
  const acquired =
    kind === 'sha256' && newer.ok
      ? newer.value.CryptCATAdminAcquireContext2(context, null, 'SHA256', null, 0)
      : api.CryptCATAdminAcquireContext(context, null, 0)
  if (acquired === 0) return 'unknown'
  const admin = context.readBigUInt64LE()
  try {
    const hash = Buffer.alloc(longestHashBytes)
    const size = Buffer.alloc(4)
    size.writeUInt32LE(hash.length)
    const hashed =
      kind === 'sha256' && newer.ok
        ? await callAsync(
            newer.value.CryptCATAdminCalcHashFromFileHandle2,
            admin,
            file,
            size,
            hash,
            0,
          )
        : await callAsync(api.CryptCATAdminCalcHashFromFileHandle, file, size, hash, 0)
    const hashBytes = size.readUInt32LE()
    if (hashed === 0 || hashBytes === 0 || hashBytes > hash.length) return 'unknown'
    return await lookUp(api, admin, hash.subarray(0, hashBytes), use)
  } finally {
    api.CryptCATAdminReleaseContext(admin, 0)
  }
}

async function lookUp<T>(
  api: WintrustCatalogues,
  admin: Pointer,
  hash: Buffer,
  use: (entry: CatalogueEntry) => Promise<T>,
): Promise<CatalogueAnswer<T>> {
  const catalogue = await callAsync(
    api.CryptCATAdminEnumCatalogFromHash,
    admin,
    hash,
    hash.length,
    0,
    null,
  )
  if (catalogue === null) return 'not-listed'
  try {
    // CATALOG_INFO: its own size, then the path.
    const information = Buffer.alloc(4 + 2 * 260)
    information.writeUInt32LE(information.length)
    if (api.CryptCATCatalogInfoFromContext(catalogue, information, 0) === 0) return 'unknown'
    const cataloguePath = readTerminatedStringWithin(information, 4, information.length)
    return { found: await use({ cataloguePath, hash, admin }) }
  } finally {
    api.CryptCATAdminReleaseCatalogContext(admin, catalogue, 0)
  }
}
