/** What can be found out about one program file: its signature and its version resource, kept until the file changes. */
import type { FileEvidence } from '../../../shared/model/evidence.ts'
import { known } from '../../../shared/model/probe.ts'
import { skippedFor } from '../bridge/reasons.ts'
import { readFileStamp, withHeldFile } from './held-file.ts'
import type { FileStamp } from './held-file.ts'
import { lookIntoFile } from './look-into-file.ts'
import { readSignature } from './signature.ts'
import { readVersionOf } from './version-info.ts'

export interface FileEvidenceOptions {
  readonly signal?: AbortSignal
  /** Windows language ids, the user's first. */
  readonly likedLanguages?: readonly number[]
}

export interface FileEvidenceReader {
  readonly read: (path: string, options?: FileEvidenceOptions) => Promise<FileEvidence>
}

/** A PC with more different program files running than this looks some of them up again. */
const mostKept = 1024

/** @param look what is done on a miss; the tests count how often. */
export function createFileEvidenceReader(
  look: typeof lookAt = lookAt,
  stampOf: typeof readFileStamp = readFileStamp,
): FileEvidenceReader {
  const kept = new Map<string, { readonly stamp: FileStamp; readonly evidence: FileEvidence }>()

  const readOnce = async (path: string, options: FileEvidenceOptions): Promise<FileEvidence> => {
    const before = await stampOf(path)
    if ('state' in before) return { signature: before, version: before }
    const key = JSON.stringify([path, options.likedLanguages ?? []])
    const last = kept.get(key)
    if (last !== undefined && isSame(last.stamp, before)) return last.evidence
    // The window may have gone while this waited for the disk.
    if (options.signal?.aborted === true) return cancelled

    const evidence = await look(path, options)
    kept.delete(key)
    // What was replaced while it was looked at is looked at again; so is what could not be looked at.
    const after = await stampOf(path)
    if (evidence.signature.state === 'known' && !('state' in after) && isSame(before, after)) {
      kept.set(key, { stamp: after, evidence })
      for (const oldest of kept.keys()) {
        if (kept.size <= mostKept) break
        kept.delete(oldest)
      }
    }
    return evidence
  }

  return {
    read: async (path, options = {}) => {
      const task = async () => known(await readOnce(path, options))
      const given = await lookIntoFile(path, task, options.signal)
      return given.state === 'known' ? given.value : { signature: given, version: given }
    },
  }
}

const cancelled: FileEvidence = {
  signature: skippedFor('cancelled'),
  version: skippedFor('cancelled'),
}

function isSame(a: FileStamp, b: FileStamp): boolean {
  return (
    a.sizeBytes === b.sizeBytes &&
    a.id === b.id &&
    a.modifiedNs === b.modifiedNs &&
    a.changedNs === b.changedNs
  )
}

async function lookAt(path: string, options: FileEvidenceOptions): Promise<FileEvidence> {
  const looked = await withHeldFile(path, async (file): Promise<FileEvidence> => {
    const version = await readVersionOf(file.readAt, options.likedLanguages)
    return { version, signature: await readSignature(file) }
  })
  return 'version' in looked ? looked : { signature: looked, version: looked }
}
