/**
 * The question for WinVerifyTrust, laid out in memory. Writes the structures of 64-bit Windows (x64 and ARM64 are the
 * same) into buffers; addresses are given, so that this runs and is tested anywhere.
 */
import { stillMemory } from '../bridge/native-memory.ts'

/** https://learn.microsoft.com/windows/win32/api/wintrust/ns-wintrust-wintrust_file_info */
export function writeFileInfo(pathAddress: bigint, fileHandle: bigint): Buffer {
  const info = stillMemory(32)
  info.writeUInt32LE(info.length, 0)
  info.writeBigUInt64LE(pathAddress, 8)
  info.writeBigUInt64LE(fileHandle, 16)
  return info
}

export interface CatalogueMember {
  readonly cataloguePathAddress: bigint
  /** The hash in hexadecimal letters. */
  readonly tagAddress: bigint
  readonly pathAddress: bigint
  readonly fileHandle: bigint
  readonly hashAddress: bigint
  readonly hashBytes: number
  readonly catalogueAdmin: bigint
}

/** https://learn.microsoft.com/windows/win32/api/wintrust/ns-wintrust-wintrust_catalog_info */
export function writeCatalogueInfo(member: CatalogueMember): Buffer {
  const info = stillMemory(72)
  info.writeUInt32LE(info.length, 0)
  info.writeBigUInt64LE(member.cataloguePathAddress, 8)
  info.writeBigUInt64LE(member.tagAddress, 16)
  info.writeBigUInt64LE(member.pathAddress, 24)
  info.writeBigUInt64LE(member.fileHandle, 32)
  info.writeBigUInt64LE(member.hashAddress, 40)
  info.writeUInt32LE(member.hashBytes, 48)
  info.writeBigUInt64LE(member.catalogueAdmin, 64)
  return info
}

const WTD_UI_NONE = 2
const WTD_REVOKE_NONE = 0
export const WTD_CHOICE_FILE = 1
export const WTD_CHOICE_CATALOG = 2
const WTD_STATEACTION_VERIFY = 1
const WTD_STATEACTION_CLOSE = 2
const WTD_REVOCATION_CHECK_NONE = 0x10
/** No network at any step: what is not known on this PC stays unknown. */
const WTD_CACHE_ONLY_URL_RETRIEVAL = 0x1000

const at = { stateAction: 48, stateData: 56 } as const

/** https://learn.microsoft.com/windows/win32/api/wintrust/ns-wintrust-wintrust_data */
export function writeTrustData(choice: number, infoAddress: bigint, mayAskNetwork = false): Buffer {
  const data = stillMemory(88)
  data.writeUInt32LE(data.length, 0)
  data.writeUInt32LE(WTD_UI_NONE, 24)
  data.writeUInt32LE(WTD_REVOKE_NONE, 28)
  data.writeUInt32LE(choice, 32)
  data.writeBigUInt64LE(infoAddress, 40)
  data.writeUInt32LE(WTD_STATEACTION_VERIFY, at.stateAction)
  const offline = mayAskNetwork ? 0 : WTD_CACHE_ONLY_URL_RETRIEVAL
  data.writeUInt32LE(WTD_REVOCATION_CHECK_NONE | offline, 72)
  return data
}

/** What the check left behind, to be read before it is closed. 0 when there is nothing. */
export function readStateData(data: Buffer): bigint {
  return data.readBigUInt64LE(at.stateData)
}

/** Turns the question into the order to free what the check left behind. */
export function turnIntoClose(data: Buffer): void {
  data.writeUInt32LE(WTD_STATEACTION_CLOSE, at.stateAction)
}
