/** The version resource of a program file. */
import type { Probe } from '../../../shared/model/probe.ts'
import { known } from '../../../shared/model/probe.ts'
import type { VersionInfo } from '../../../shared/model/version-info.ts'
import { callAsync } from '../bridge/call-async.ts'
import { readVersionResource } from './read-version-resource.ts'
import { failedFor, unavailable } from '../bridge/reasons.ts'
import { FILE_VER_GET_NEUTRAL, version } from '../bridge/version.ts'

/** A version resource is counted in 16 bits; Windows asks for some room more. */
const mostBytes = 1024 * 1024

/**
 * @param path of a file that exists: a file that is not there and one without a resource look the same from here.
 * @param likedLanguages Windows language ids, the user's first.
 */
export async function readVersionInfo(
  path: string,
  likedLanguages: readonly number[] = [],
): Promise<Probe<VersionInfo>> {
  const library = version()
  if (!library.ok) return unavailable(library.failure)
  const { GetFileVersionInfoSizeExW, GetFileVersionInfoExW } = library.value

  const flags = FILE_VER_GET_NEUTRAL
  const sizeBytes = await callAsync(GetFileVersionInfoSizeExW, flags, path, Buffer.alloc(4))
  if (sizeBytes === 0) return failedFor('no-version-resource')
  if (sizeBytes > mostBytes) return failedFor('unreadable')
  const bytes = Buffer.alloc(sizeBytes)
  if ((await callAsync(GetFileVersionInfoExW, flags, path, 0, sizeBytes, bytes)) === 0) {
    return failedFor('no-version-resource')
  }
  const info = readVersionResource(bytes, likedLanguages)
  return info === null ? failedFor('unreadable') : known(info)
}
