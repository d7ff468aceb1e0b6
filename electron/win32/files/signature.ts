/**
 * A file's signature, as Windows judges it. Asks Windows, without windows of its own, and without the
 * network unless somebody asks for that.
 * https://learn.microsoft.com/windows/win32/api/wintrust/nf-wintrust-winverifytrust
 */
import type { Probe } from '../../../shared/model/probe.ts'
import { known } from '../../../shared/model/probe.ts'
import type { Signature } from '../../../shared/model/signature.ts'
import { callAsync } from '../bridge/call-async.ts'
import { withCatalogueEntry } from './catalogue-entry.ts'
import type { CatalogueEntry } from './catalogue-entry.ts'
import type { HeldFile } from './held-file.ts'
import { INVALID_HANDLE_VALUE } from '../bridge/kernel32.ts'
import { loadKoffi } from '../bridge/load-koffi.ts'
import type { Koffi } from '../bridge/load-koffi.ts'
import { holding, stillString } from '../bridge/native-memory.ts'
import { unavailable } from '../bridge/reasons.ts'
import { noSigner, readSigner } from './signer.ts'
import { verdictOfTrustCode } from './trust-code.ts'
import {
  readStateData,
  turnIntoClose,
  writeCatalogueInfo,
  writeFileInfo,
  writeTrustData,
  WTD_CHOICE_CATALOG,
  WTD_CHOICE_FILE,
} from './trust-data.ts'
import { wintrust, WINTRUST_ACTION_GENERIC_VERIFY_V2 } from '../bridge/wintrust.ts'
import type { Wintrust } from '../bridge/wintrust.ts'

/**
 * @param file held open: its handle is what gets checked, not whatever the path means by then.
 * @param mayAskNetwork whether Windows may fetch certificates that this PC does not have
 */
export async function readSignature(
  file: HeldFile,
  mayAskNetwork = false,
): Promise<Probe<Signature>> {
  const koffi = loadKoffi()
  if (!koffi.ok) return unavailable(koffi.failure)
  const api = wintrust()
  if (!api.ok) return unavailable(api.failure)

  const embedded = await checkEmbedded(koffi.value, api.value, file, mayAskNetwork)
  if (embedded.verdict !== 'none') return known(embedded)
  const listed = await withCatalogueEntry(file.handle, (entry) =>
    checkCatalogue(koffi.value, api.value, file, entry),
  )
  if (listed === 'not-listed') return known(embedded)
  // Without the catalogues "not signed" would be a guess: most of Windows is signed only there.
  if (listed === 'unknown') return known({ ...embedded, verdict: 'cannot-tell' })
  return known(listed.found)
}

async function checkEmbedded(
  koffi: Koffi,
  api: Wintrust,
  file: HeldFile,
  mayAskNetwork: boolean,
): Promise<Signature> {
  const path = stillString(file.path)
  const info = writeFileInfo(koffi.address(path), file.handle)
  const data = writeTrustData(WTD_CHOICE_FILE, koffi.address(info), mayAskNetwork)
  return holding([path, info], () => check(koffi, api, 'embedded', data))
}

async function checkCatalogue(
  koffi: Koffi,
  api: Wintrust,
  file: HeldFile,
  entry: CatalogueEntry,
): Promise<Signature> {
  const path = stillString(file.path)
  const cataloguePath = stillString(entry.cataloguePath)
  const tag = stillString(entry.hash.toString('hex').toUpperCase())
  const hash = stillString('\0'.repeat(entry.hash.length))
  entry.hash.copy(hash)
  const info = writeCatalogueInfo({
    cataloguePathAddress: koffi.address(cataloguePath),
    tagAddress: koffi.address(tag),
    pathAddress: koffi.address(path),
    fileHandle: file.handle,
    hashAddress: koffi.address(hash),
    hashBytes: entry.hash.length,
    catalogueAdmin: entry.admin,
  })
  const data = writeTrustData(WTD_CHOICE_CATALOG, koffi.address(info))
  return holding([path, cataloguePath, tag, hash, info], () => check(koffi, api, 'catalogue', data))
}

async function check(
  koffi: Koffi,
  api: Wintrust,
  where: 'embedded' | 'catalogue',
  data: Buffer,
): Promise<Signature> {
  const action = WINTRUST_ACTION_GENERIC_VERIFY_V2
  return holding([data], async () => {
    const answer = await callAsync(api.WinVerifyTrust, INVALID_HANDLE_VALUE, action, data)
    try {
      const code = answer >>> 0
      const verdict = verdictOfTrustCode(code)
      const facts = verdict === 'none' ? noSigner : readSigner(koffi, api, readStateData(data))
      return { verdict, where: verdict === 'none' ? null : where, code, ...facts }
    } finally {
      turnIntoClose(data)
      await callAsync(api.WinVerifyTrust, INVALID_HANDLE_VALUE, action, data)
    }
  })
}
