/** The choice of a lister: Windows itself where it can be asked, else the ps-list package. */
import type { Result } from '../../shared/model/result.ts'
import type { Listing, ListingFailure } from '../../shared/model/process.ts'
import { listInProcess } from './list-in-process.ts'
import { listWithPsList } from './list-with-ps-list.ts'

type List = (options: { readonly signal: AbortSignal }) => Promise<Result<Listing, ListingFailure>>

interface Listers {
  readonly inProcess: typeof listInProcess
  readonly fallback: List
}

/** The answer's `lister` says who gave it. A list that is broken or empty is no reason to hide that it was. */
export function chooseLister({
  inProcess = listInProcess,
  fallback = listWithPsList,
}: Partial<Listers> = {}): List {
  return async ({ signal }) => {
    const answer = await inProcess({ signal })
    if (answer.ok) return answer
    const { code, detail } = answer.failure
    if (code === 'cancelled') return { ok: false, failure: { code, detail } }
    return fallback({ signal })
  }
}
