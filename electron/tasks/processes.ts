/** The list of all processes, one at a time, and the examining of single ones. */
import { imageNameKey } from '../../shared/catalogue/match.ts'
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import { failure, type Result } from '../../shared/model/result.ts'
import { skipped, type Probe } from '../../shared/model/probe.ts'
import type { FileHash, HashFailure } from '../../shared/model/process-facts.ts'
import type { Signature } from '../../shared/model/signature.ts'
import type { ExaminedProcess } from '../../shared/model/inspection.ts'
import type { ListedProcess, Listing, ListingFailure } from '../../shared/model/process.ts'
import { shareRun } from '../async/shared-run.ts'
import { examine } from '../inspection/examine.ts'
import type { Asking } from '../sources/asking.ts'
import type { Sources } from '../sources/sources.ts'

export interface ProcessTasks {
  /** Lists anew. */
  readonly list: () => Promise<Result<Listing, ListingFailure>>
  /** Null when the process of that pid in the last list has ended, or the pid now belongs to another one. */
  readonly examine: (pid: number) => Promise<ExaminedProcess | null>
  /** The last list that worked. */
  readonly latest: () => Listing | undefined
  /** The SHA-256 of a file; the question for another one ends it. */
  readonly hash: (path: string) => Promise<Result<FileHash, HashFailure>>
  readonly cancelHash: () => void
  /** The signature of a file, once with the network. */
  readonly checkOnline: (path: string) => Promise<Probe<Signature>>
  /** The window has gone: nobody waits for what is still being asked. */
  readonly cancel: () => void
}

export function openProcessTasks(sources: Sources, catalogue: Catalogue): ProcessTasks {
  const lists = shareRun<never, Result<Listing, ListingFailure>, Listing>(
    (context) => sources.list(context),
    (answer) => (answer.ok ? answer.value : undefined),
  )
  const hashes = shareRun<never, Result<FileHash, HashFailure>, never, string>(
    (context, path) =>
      sources.hashFile?.(path, context) ??
      Promise.resolve(failure({ code: 'not-checked', detail: 'not a live PC' })),
  )
  const online = shareRun<never, Probe<Signature>, never, string>(
    (context, path) =>
      sources.checkOnline?.(path, context) ?? Promise.resolve(skipped('not-checked')),
  )
  const examining = new Set<AbortController>()
  const list = () => lists.run(() => {})

  return {
    list,
    latest: lists.latest,
    hash: (path) => hashes.run(() => {}, path),
    cancelHash: hashes.cancel,
    checkOnline: (path) => online.run(() => {}, path),
    examine: async (pid) => {
      const before = lists.latest()?.processes.find((process) => process.pid === pid)
      await list()
      // Without a new list the last one must do: the sources themselves notice a pid that was given away.
      const listing = lists.latest()
      const now = listing?.processes.find((process) => process.pid === pid)
      if (listing === undefined || now === undefined) return null
      if (before !== undefined && !isSameProcess(before, now)) return null
      const controller = new AbortController()
      examining.add(controller)
      try {
        return await examineOne(sources, catalogue, listing, now, { signal: controller.signal })
      } finally {
        examining.delete(controller)
      }
    },
    cancel: () => {
      lists.cancel()
      hashes.cancel()
      online.cancel()
      for (const controller of examining) controller.abort()
    },
  }
}

/** ps-list knows start times to the second, and may be off by one between two lists. */
const startToleranceMs = 2000

function isSameProcess(before: ListedProcess, now: ListedProcess): boolean {
  if (before.name !== now.name) return false
  const [from, to] = [before.startedAtUtc, now.startedAtUtc]
  if (from.state !== 'known' || to.state !== 'known') return true
  if (from.value === to.value) return true
  return (
    now.counts.state !== 'known' &&
    Math.abs(Date.parse(from.value) - Date.parse(to.value)) <= startToleranceMs
  )
}

/** The same questions as in an inspection, for this process alone and for the catalogue's entry of its name. */
async function examineOne(
  sources: Sources,
  catalogue: Catalogue,
  listing: Listing,
  process: ListedProcess,
  asking: Asking,
): Promise<ExaminedProcess | null> {
  const key = imageNameKey(process.name)
  const entries = catalogue.processes.filter(({ imageName }) => imageNameKey(imageName) === key)
  const imageName = entries[0]?.imageName ?? process.name
  const { byPid } = await examine(
    sources,
    { ...catalogue, processes: entries },
    { ...listing, processes: [process] },
    [{ process, imageName }],
    asking,
  )
  const examined = byPid.get(process.pid)
  if (examined === undefined) return null
  const { imagePath } = examined
  if (imagePath.state === 'failed' && imagePath.reason === 'process-ended') return null
  return { ...examined, parentName: sources.parentName(process, listing) }
}
