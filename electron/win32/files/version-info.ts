/** The version resource of a program file, read from the file itself. */
import type { Probe } from '../../../shared/model/probe.ts'
import { known } from '../../../shared/model/probe.ts'
import type { VersionInfo } from '../../../shared/model/file-evidence.ts'
import { failedFor } from '../bridge/reasons.ts'
import { withHeldFile } from './held-file.ts'
import type { ReadAt } from './held-file.ts'
import { readVersionBytes } from './read-version-bytes.ts'
import { readVersionResource } from '../bytes/read-version-resource.ts'

/** @param likedLanguages Windows language ids, the user's first. */
export function readVersionInfo(
  path: string,
  likedLanguages: readonly number[] = [],
): Promise<Probe<VersionInfo>> {
  return withHeldFile(path, ({ readAt }) => readVersionOf(readAt, likedLanguages))
}

/**
 * Windows' own function takes the words from a `.mui` file beside the program, which no signature of the program covers:
 * so the bytes are read where they lie.
 */
export async function readVersionOf(
  readAt: ReadAt,
  likedLanguages: readonly number[] = [],
): Promise<Probe<VersionInfo>> {
  const bytes = await readVersionBytes(readAt, likedLanguages)
  if (bytes === 'none') return failedFor('no-version-resource')
  const info = bytes === 'cut' ? null : readVersionResource(bytes, likedLanguages)
  return info === null ? failedFor('unreadable') : known(info)
}
