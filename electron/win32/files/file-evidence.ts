/** What can be found out about one program file: its signature and its version resource, kept until the file changes. */
import type { FileEvidence } from '../../../shared/model/file-evidence.ts'
import { known, type Probe } from '../../../shared/model/probe.ts'
import type { Signature } from '../../../shared/model/signature.ts'
import { skippedFor } from '../bridge/reasons.ts'
import { checkOnline } from './check-online.ts'
import { readFileStamp, withHeldFile } from './held-file.ts'
import type { FileStamp } from './held-file.ts'
import { lookIntoFile } from './look-into-file.ts'
import { readSignature } from './signature.ts'
import { readVersionOf } from './version-info.ts'

interface FileEvidenceOptions {
  readonly signal?: AbortSignal
  /** Windows language ids, the user's first. */
  readonly likedLanguages?: readonly number[]
}

export interface FileEvidenceReader {
  readonly read: (path: string, options?: FileEvidenceOptions) => Promise<FileEvidence>
  /** Once with the network. What it comes to holds from then on, until the file changes. */
  readonly checkOnline: (path: string, signal?: AbortSignal) => Promise<Probe<Signature>>
}

/** A PC with more different program files running than this looks some of them up again. */
const mostKept = 1024

/** @param look what is done on a miss; the tests count how often. */
export function createFileEvidenceReader(
  look: typeof lookAt = lookAt,
  stampOf: typeof readFileStamp = readFileStamp,
  check: typeof checkOnline = checkOnline,
): FileEvidenceReader {
  const kept = new Map<string, { readonly stamp: FileStamp; readonly evidence: FileEvidence }>()

  const readOnce = async (path: string, options: FileEvidenceOptions): Promise<FileEvidence> => {
    const before = await stampOf(path)
    if ('state' in before) return { signature: before, version: before }
    const key = keyOf(path, options.likedLanguages)
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
    checkOnline: async (path, signal) => {
      const before = await stampOf(path)
      if ('state' in before) return before
      const signature = await check(path, signal)
      const after = await stampOf(path)
      const last = kept.get(keyOf(path))
      if (signature.state !== 'known' || last === undefined || 'state' in after) return signature
      if (isSame(before, after) && isSame(last.stamp, after)) {
        kept.set(keyOf(path), { stamp: after, evidence: { ...last.evidence, signature } })
      }
      return signature
    },
  }
}

const keyOf = (path: string, likedLanguages: readonly number[] = []): string =>
  JSON.stringify([path, likedLanguages])

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
