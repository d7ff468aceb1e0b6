/** Where do the facts of an inspection come from? Live Windows, another system and a saved report are values of one type. */
import type { Result } from '../../shared/ipc/result.ts'
import type { Machine } from '../../shared/model/inspection.ts'
import type { Listing, ListingFailure } from '../../shared/model/process.ts'

export interface Sources {
  /** The PC that the facts are about. */
  readonly machine: Machine
  /** When the facts are from: now, or the moment that a report was saved. */
  readonly clock: () => Date
  /** Every running process, or why there is no list. Never throws for expected trouble. */
  readonly list: (options: {
    readonly signal: AbortSignal
  }) => Promise<Result<Listing, ListingFailure>>
}
