/** One inspection, from sources to judged result. The window and the command line both call it. */
import { readyToCompare } from '../../shared/catalogue/confusables.ts'
import { createLookAlikeFinder, type LookAlikeFinder } from '../../shared/catalogue/look-alike.ts'
import { matchProcesses } from '../../shared/catalogue/match.ts'
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import { failure, success, type Result } from '../../shared/model/result.ts'
import { judgeInspection } from '../../shared/judge/judge-inspection.ts'
import type {
  Inspection,
  InspectionFailure,
  InspectionProgress,
} from '../../shared/model/inspection.ts'
import type { Listing } from '../../shared/model/process.ts'
import { examine, type Candidate } from './examine.ts'
import { nextTurn } from '../async/turns.ts'
import type { Sources } from '../sources/sources.ts'

export interface InspectOptions {
  readonly catalogue: Catalogue
  readonly signal?: AbortSignal
  /** Told before each stage begins. */
  readonly onProgress?: (progress: InspectionProgress) => void
}

export interface Inspected {
  readonly inspection: Inspection
  /** The whole process list that it was made from, of which it keeps only what matters. */
  readonly listing: Listing
}

const cancelled = failure({ code: 'cancelled', detail: 'cancelled by the caller' } as const)

export async function inspect(
  sources: Sources,
  { catalogue, signal = new AbortController().signal, onProgress = () => {} }: InspectOptions,
): Promise<Result<Inspected, InspectionFailure>> {
  const isCancelled = () => signal.aborted
  if (isCancelled()) return cancelled
  onProgress({ stage: 'listing' })
  const takenAtUtc = sources.clock().toISOString()
  const listed = await sources.list({ signal })
  if (isCancelled()) return cancelled
  if (!listed.ok) return listed
  const listing = listed.value

  onProgress({ stage: 'matching' })
  // The first time each of these steps takes a few milliseconds.
  await nextTurn()
  const matches = matchProcesses(catalogue.processes, listing.processes)
  await readyToCompare(listing.processes.map(({ name }) => name))
  const finder = finderOf(catalogue)
  await nextTurn()
  const lookAlikes = finder.find(listing.processes)

  onProgress({ stage: 'examining' })
  await nextTurn()
  const candidates = catalogue.processes.flatMap(({ id, imageName }): Candidate[] =>
    (matches.get(id) ?? []).map((process) => ({ process, imageName })),
  )
  for (const { process, resembles } of lookAlikes) {
    candidates.push({ process, imageName: resembles })
  }
  const examination = await examine(sources, catalogue, listing, candidates, { signal })
  if (isCancelled()) return cancelled

  onProgress({ stage: 'judging' })
  await nextTurn()
  const { machine } = sources
  const inspection = judgeInspection({
    takenAtUtc,
    machine,
    catalogue,
    listing,
    matches,
    lookAlikes,
    examination,
  })
  return success({ inspection, listing })
}

let last: { readonly catalogue: Catalogue; readonly finder: LookAlikeFinder } | undefined

function finderOf(catalogue: Catalogue): LookAlikeFinder {
  if (last?.catalogue !== catalogue) {
    last = { catalogue, finder: createLookAlikeFinder(catalogue.processes) }
  }
  return last.finder
}
