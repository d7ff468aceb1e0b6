/**
 * How many bytes lie in a folder. A backup has a hundred thousand files: the count goes on in the background, and what it
 * came to is kept.
 */
import type { Dir } from 'node:fs'
import { lstat, opendir } from 'node:fs/promises'
import { win32 } from 'node:path'
import { withDeadline } from '../../async/deadline.ts'
import { failed, known, skipped, type Probe } from '../../../shared/model/probe.ts'
import { slowCalls } from '../bridge/call-async.ts'
import { pathForWindows, probeForNodeError } from '../files/held-file.ts'

/** So long it is kept; a backup makes it grow, but the question is whether it is large. */
const keptMs = 10 * 60_000
/** Then the background gives up too. */
const longestMs = 60_000
const mostFolders = 100_000
/** So many entries in one go, one after the other: what hangs keeps one of Node's four threads. */
const atOnce = 64

interface Counting {
  readonly startedAt: number
  readonly answer: Promise<Probe<number>>
}

const counts = new Map<string, Counting>()

/** What is known after `waitMs`; afterwards the same question finds it kept. */
export function readFolderSize(folder: string, waitMs: number): Promise<Probe<number>> {
  const key = folder.toLowerCase()
  const kept = counts.get(key)
  const isFresh = kept !== undefined && performance.now() - kept.startedAt < keptMs
  const counting = isFresh ? kept : { startedAt: performance.now(), answer: countBytes(folder) }
  counts.set(key, counting)
  return withDeadline<Probe<number>>(counting.answer, waitMs, skipped('timeout'))
}

/** Links are counted as nothing and never followed. */
async function countBytes(root: string): Promise<Probe<number>> {
  const waiting = [root]
  const endsAt = performance.now() + longestMs
  let [bytes, folders] = [0, 0]
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    folders += 1
    if (folders > mostFolders) return failed('too-large')
    const path = folder
    try {
      const entries = await slowCalls.run(() =>
        opendir(pathForWindows(path), { bufferSize: atOnce }),
      )
      if (entries === null) return skipped('timeout')
      try {
        for (let isWhole = false; !isWhole;) {
          if (performance.now() > endsAt) return skipped('timeout')
          const some = await slowCalls.run(() => readSome(entries, path))
          if (some === null) return skipped('timeout')
          bytes += some.bytes
          waiting.push(...some.folders)
          isWhole = some.isWhole
        }
      } finally {
        // Closing what is still being read would throw.
        await entries.close().catch(() => {})
      }
    } catch (error) {
      // What went away meanwhile has no size; what nobody may look into makes the sum wrong.
      const why = probeForNodeError(error)
      if (folder === root || why.state === 'denied') return why
    }
  }
  return known(bytes)
}

async function readSome(entries: Dir, folder: string) {
  const folders: string[] = []
  let bytes = 0
  for (let count = 0; count < atOnce; count += 1) {
    const entry = await entries.read()
    if (entry === null) return { bytes, folders, isWhole: true }
    const path = win32.join(folder, entry.name)
    if (entry.isDirectory()) folders.push(path)
    else if (entry.isFile()) bytes += await sizeOf(path)
  }
  return { bytes, folders, isWhole: false }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await lstat(pathForWindows(path))).size
  } catch {
    return 0
  }
}
