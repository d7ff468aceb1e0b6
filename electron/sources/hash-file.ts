/** The SHA-256 of a file, read piece by piece, with a deadline; kept until the file changes. */
import { createHash } from 'node:crypto'
import { open, stat, type FileHandle } from 'node:fs/promises'
import type { FileHash, HashFailure } from '../../shared/model/process-facts.ts'
import { failure, success, type Result } from '../../shared/model/result.ts'
import type { ProbeReason } from '../../shared/model/probe.ts'
import { pathForWindows, probeForNodeError } from '../win32/files/held-file.ts'

export interface HashOptions {
  readonly signal: AbortSignal
  /** For the whole file: a drive that hangs must not keep anybody waiting for ever. */
  readonly deadlineMs?: number
}

type Hashed = Result<FileHash, HashFailure>

/** Small enough that hashing one piece holds nobody up. */
const pieceBytes = 512 * 1024
const usualDeadlineMs = 60_000
const mostKept = 256

/** @returns a function that remembers what it hashed, by path, size and time of change. */
export function createFileHasher(): (path: string, options: HashOptions) => Promise<Hashed> {
  const kept = new Map<string, { readonly stamp: string; readonly hash: FileHash }>()

  return async (path, { signal, deadlineMs = usualDeadlineMs }) => {
    const limits = new AbortController()
    let why: ProbeReason = 'cancelled'
    const given = new Promise<Hashed>((resolve) => {
      limits.signal.addEventListener('abort', () => {
        resolve(failed(why, path))
      })
    })
    const stop = () => {
      limits.abort()
    }
    const timer = setTimeout(() => {
      why = 'timeout'
      stop()
    }, deadlineMs)
    signal.addEventListener('abort', stop, { once: true })
    if (signal.aborted) stop()
    try {
      return await Promise.race([hashOnce(path, limits.signal), given])
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      // Whoever still reads, for nobody any more, stops at the next piece.
      stop()
    }
  }

  async function hashOnce(path: string, signal: AbortSignal): Promise<Hashed> {
    try {
      // C text ends at a NUL: what is opened would not be what was named.
      if (path === '' || path.includes('\0')) return failed('file-missing', path)
      const status = await stat(pathForWindows(path), { bigint: true })
      // A pipe would never end.
      if (!status.isFile()) return failed('not-a-file', path)
      const stamp = `${status.dev} ${status.ino} ${status.size} ${status.mtimeNs} ${status.ctimeNs}`
      const last = kept.get(path)
      if (last?.stamp === stamp) return success(last.hash)
      if (signal.aborted) return failed('cancelled', path)
      const file = await open(pathForWindows(path), 'r')
      try {
        const sha256 = await digest(file, signal)
        if (sha256 === null) return failed('cancelled', path)
        const hash = { path, sha256, sizeBytes: Number(status.size) }
        kept.delete(path)
        kept.set(path, { stamp, hash })
        for (const oldest of kept.keys()) {
          if (kept.size <= mostKept) break
          kept.delete(oldest)
        }
        return success(hash)
      } finally {
        await file.close()
      }
    } catch (error) {
      const probe = probeForNodeError(error)
      const code = probe.state === 'known' ? 'cannot-read' : probe.reason
      return failure({ code, detail: String(error) })
    }
  }
}

/** Null when nobody waits any more. */
async function digest(file: FileHandle, signal: AbortSignal): Promise<string | null> {
  const hash = createHash('sha256')
  const piece = Buffer.alloc(pieceBytes)
  for (;;) {
    if (signal.aborted) return null
    const { bytesRead } = await file.read(piece, 0, pieceBytes, null)
    if (bytesRead === 0) return hash.digest('hex')
    hash.update(piece.subarray(0, bytesRead))
  }
}

function failed(code: ProbeReason, detail: string): Hashed {
  return failure({ code, detail })
}
