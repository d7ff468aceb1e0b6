/** What can be found out about one program file: its signature and its version resource, kept until the file changes. */
import type { FileEvidence } from '../../../shared/model/evidence.ts'
import { dearCalls } from '../bridge/call-async.ts'
import { readFileStamp, withHeldFile } from './held-file.ts'
import type { FileStamp } from './held-file.ts'
import { skippedFor } from '../bridge/reasons.ts'
import { readSignature } from './signature.ts'
import { readVersionInfo } from './version-info.ts'

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
    const stamp = await stampOf(path)
    if ('state' in stamp) return { signature: stamp, version: stamp }
    const key = JSON.stringify([path, options.likedLanguages ?? []])
    const last = kept.get(key)
    if (last !== undefined && isSame(last.stamp, stamp)) return last.evidence
    // The window may have gone while this waited for the disk.
    if (options.signal?.aborted === true) return cancelled

    const looked = await look(path, options)
    kept.delete(key)
    if (looked.stamp !== null) {
      kept.set(key, { stamp: looked.stamp, evidence: looked.evidence })
      for (const oldest of kept.keys()) {
        if (kept.size <= mostKept) break
        kept.delete(oldest)
      }
    }
    return looked.evidence
  }

  return {
    read: async (path, options = {}) =>
      (await dearCalls.run(() => readOnce(path, options), options.signal)) ?? cancelled,
  }
}

const cancelled: FileEvidence = {
  signature: skippedFor('cancelled'),
  version: skippedFor('cancelled'),
}

function isSame(a: FileStamp, b: FileStamp): boolean {
  return a.sizeBytes === b.sizeBytes && a.modifiedTicks === b.modifiedTicks
}

interface Looked {
  /** Null when the answer must not be kept. */
  readonly stamp: FileStamp | null
  readonly evidence: FileEvidence
}

async function lookAt(path: string, options: FileEvidenceOptions): Promise<Looked> {
  const looked = await withHeldFile(path, async (file): Promise<Looked> => {
    const version = await readVersionInfo(file.path, options.likedLanguages)
    const signature = await readSignature(file)
    const { sizeBytes, modifiedTicks } = file
    const stamp = signature.state === 'known' ? { sizeBytes, modifiedTicks } : null
    return { stamp, evidence: { signature, version } }
  })
  if ('evidence' in looked) return looked
  return { stamp: null, evidence: { signature: looked, version: looked } }
}
