/**
 * How many bytes lie in a folder. A backup has a hundred thousand files: the count goes on in the background, and what it
 * came to is kept.
 */
import { lstat, opendir } from 'node:fs/promises'
import { win32 } from 'node:path'
import { withDeadline } from '../../async/deadline.ts'
import { takeTurns } from '../../async/turns.ts'
import { failed, known, skipped, type Probe } from '../../../shared/model/probe.ts'
import { pathForWindows, probeForNodeError } from './held-file.ts'

/** So long it is kept; a backup makes it grow, but the question is whether it is large. */
const keptMs = 10 * 60_000
/** Then the background gives up too. */
const longestMs = 60_000
const mostFolders = 100_000
/** At most so many files are asked at once: Node has four threads for all files. */
const atOnce = 8

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
  const rest = takeTurns()
  const endsAt = performance.now() + longestMs
  let [bytes, folders] = [0, 0]
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    folders += 1
    if (folders > mostFolders) return failed('too-large')
    try {
      let files: string[] = []
      const add = async () => {
        const sizes = await Promise.all(files.map(sizeOf))
        bytes += sizes.reduce((sum, size) => sum + size, 0)
        files = []
      }
      for await (const entry of await opendir(pathForWindows(folder), { bufferSize: 256 })) {
        await rest()
        if (performance.now() > endsAt) return skipped('timeout')
        const path = win32.join(folder, entry.name)
        if (entry.isDirectory()) waiting.push(path)
        else if (entry.isFile()) files.push(path)
        if (files.length >= atOnce) await add()
      }
      await add()
    } catch (error) {
      // What went away meanwhile has no size; what nobody may look into makes the sum wrong.
      const why = probeForNodeError(error)
      if (folder === root || why.state === 'denied') return why
    }
  }
  return known(bytes)
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await lstat(pathForWindows(path))).size
  } catch {
    return 0
  }
}
