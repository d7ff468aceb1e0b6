/** Process list and single processes for the window. One list at a time; whoever asks meanwhile gets its answer. */
import { imageNameKey } from '../../shared/catalogue/match.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { Result } from '../../shared/model/result.ts'
import type { ExaminedProcess } from '../../shared/model/inspection.ts'
import type { ListedProcess, Listing, ListingFailure } from '../../shared/model/process.ts'
import { examine } from '../inspection/examine.ts'
import type { Asking } from '../sources/asking.ts'
import type { Sources } from '../sources/sources.ts'

export interface ProcessDesk {
  /** Lists anew. */
  readonly list: () => Promise<Result<Listing, ListingFailure>>
  /** Null when the process of that pid in the last list has ended, or the pid now belongs to another one. */
  readonly examine: (pid: number) => Promise<ExaminedProcess | null>
  /** The window has gone: nobody waits for what is still being asked. */
  readonly cancel: () => void
}

export function openProcessDesk(sources: Sources, catalogue: Catalogue): ProcessDesk {
  let current: Promise<Result<Listing, ListingFailure>> | undefined
  let last: Listing | undefined
  const running = new Set<AbortController>()

  const asked = async <T>(ask: (asking: Asking) => Promise<T>): Promise<T> => {
    const controller = new AbortController()
    running.add(controller)
    try {
      return await ask({ signal: controller.signal })
    } finally {
      running.delete(controller)
    }
  }

  const list = () => {
    current ??= asked(sources.list).then(
      (answer) => {
        current = undefined
        if (answer.ok) last = answer.value
        return answer
      },
      (error: unknown) => {
        current = undefined
        throw error
      },
    )
    return current
  }

  return {
    list,
    examine: async (pid) => {
      const before = last?.processes.find((process) => process.pid === pid)
      const answer = await list()
      // Without a new list the last one must do: the sources themselves notice a pid that was given away.
      const listing = answer.ok ? answer.value : last
      const now = listing?.processes.find((process) => process.pid === pid)
      if (listing === undefined || now === undefined) return null
      if (before !== undefined && !isSameProcess(before, now)) return null
      return asked((asking) => examineOne(sources, catalogue, listing, now, asking))
    },
    cancel: () => {
      for (const controller of running) controller.abort()
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
