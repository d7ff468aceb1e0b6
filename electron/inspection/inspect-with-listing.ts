/** An inspection together with its process list. For those who need the whole list as well. */
import { failure, success, type Result } from '../../shared/model/result.ts'
import type { Inspection, InspectionFailure } from '../../shared/model/inspection.ts'
import type { Listing } from '../../shared/model/process.ts'
import { inspect, type InspectOptions } from './inspect.ts'
import type { Sources } from '../sources/sources.ts'

export interface ListedInspection {
  readonly inspection: Inspection
  readonly listing: Listing
}

export async function inspectWithListing(
  sources: Sources,
  options: InspectOptions,
): Promise<Result<ListedInspection, InspectionFailure>> {
  let listing: Listing | undefined
  const inspected = await inspect(sources, {
    ...options,
    onListed: (listed) => {
      listing = listed
      options.onListed?.(listed)
    },
  })
  if (!inspected.ok) return inspected
  if (listing === undefined) return failure({ code: 'unreadable', detail: 'no list was given' })
  return success({ inspection: inspected.value, listing })
}
