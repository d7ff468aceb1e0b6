/** The bytes of this PC's hosts file. Read only, and never more than it can sensibly be. */
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Probe } from '../../shared/model/probe.ts'

/** The longest lists against advertisements have about 5 MB. */
export const hostsFileLimitBytes = 16 * 1024 * 1024

export type HostsFileReason = 'needs-admin' | 'too-large' | 'not-a-file' | 'cannot-read'

interface HostsFileOptions {
  readonly path?: string
  readonly platform?: string
  readonly environment?: Readonly<Record<string, string | undefined>>
}

export function hostsFilePath({
  path,
  platform = process.platform,
  environment = process.env,
}: HostsFileOptions = {}): string {
  if (path !== undefined) return path
  if (platform !== 'win32') return '/etc/hosts'
  return join(environment['SystemRoot'] ?? 'C:\\Windows', 'System32', 'drivers', 'etc', 'hosts')
}

/** A hosts file that is not there is an empty one: Windows does without. */
export async function readHostsFile(options: HostsFileOptions = {}): Promise<Probe<Uint8Array>> {
  const path = hostsFilePath(options)
  try {
    // Looked at before it is opened: to open a pipe would wait for whoever writes to it.
    const found = await stat(path)
    if (!found.isFile()) return failedFor('not-a-file')
    if (found.size > hostsFileLimitBytes) return failedFor('too-large')
    return await readBytes(path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return { state: 'known', value: new Uint8Array(0) }
    if (code === 'EACCES' || code === 'EPERM') return { state: 'denied', reason: 'needs-admin' }
    return failedFor('cannot-read')
  }
}

async function readBytes(path: string): Promise<Probe<Uint8Array>> {
  const handle = await open(path, 'r')
  try {
    const chunks: Buffer[] = []
    let length = 0
    // Counted while reading, because a file can grow after it was looked at.
    for (;;) {
      const chunk = Buffer.alloc(256 * 1024)
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, length)
      if (bytesRead === 0) return { state: 'known', value: Buffer.concat(chunks, length) }
      length += bytesRead
      if (length > hostsFileLimitBytes) return failedFor('too-large')
      chunks.push(chunk.subarray(0, bytesRead))
    }
  } finally {
    await handle.close()
  }
}

function failedFor(reason: HostsFileReason): Probe<never> {
  return { state: 'failed', reason }
}
