/** Connections on the command line. A look at this PC always, a check of Apple's servers only on request. */
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { readEndpoints } from '../../shared/catalogue/endpoints.ts'
import { targetsOf } from '../../shared/connections/targets.ts'
import { success, type Result } from '../../shared/model/result.ts'
import type { ConnectionCheck } from '../../shared/model/connection.ts'
import type { ConnectionsLook } from '../../shared/model/connections-look.ts'
import type { Inspection, InspectionFailure } from '../../shared/model/inspection.ts'
import type { Listing } from '../../shared/model/process.ts'
import { symptomWords } from '../../shared/text/connection-words.ts'
import type { Words } from '../../shared/text/texts.ts'
import { inspect } from '../inspection/inspect.ts'
import { inspectWithListing, type ListedInspection } from '../inspection/inspect-with-listing.ts'
import type { Sources } from '../sources/sources.ts'
import { checkConnections, type CheckOptions } from '../network/check-connections.ts'
import type { ConnectionSources } from '../sources/connection-sources.ts'
import { lookAtConnections } from '../inspection/look-at-connections.ts'
import { readHosts } from '../inspection/read-hosts.ts'

export interface InspectedWithLook {
  readonly inspection: Inspection
  /** Missing for a saved report, which holds its own. */
  readonly look?: ConnectionsLook
}

export async function inspectWithLook(
  sources: Sources,
  options: { readonly catalogue: Catalogue; readonly onListed: (listing: Listing) => void },
): Promise<Result<InspectedWithLook, InspectionFailure>> {
  const { connections } = sources
  if (connections === null) {
    const inspected = await inspect(sources, options)
    return inspected.ok ? success({ inspection: inspected.value }) : inspected
  }
  let found: Result<ListedInspection, InspectionFailure> | undefined
  const looked = await lookAtConnections({
    sources,
    connections,
    catalogue: options.catalogue,
    inspect: async ({ signal }) =>
      (found = await inspectWithListing(sources, { ...options, signal })),
  })
  if (!looked.ok) return looked
  // The look has a value only where its inspection has one.
  if (found?.ok !== true) throw new Error('a look without an inspection')
  return success({ inspection: found.value.inspection, look: looked.value })
}

export interface CheckSurroundings {
  readonly words: Words
  readonly connections: ConnectionSources
  readonly options: Partial<CheckOptions>
  /** Told each answer as it comes. */
  readonly onLine?: (line: string) => void
}

/** The only thing on the command line that connects to anything. */
export async function checkServers({
  words,
  connections,
  options,
  onLine,
}: CheckSurroundings): Promise<ConnectionCheck> {
  const { names } = readHosts(await connections.hostsFile())
  return checkConnections(targetsOf(readEndpoints(), null), {
    signal: new AbortController().signal,
    hostsNames: names,
    ...options,
    onProgress: ({ result, done, total }) => {
      if (result === undefined) return
      const { title } = symptomWords(words, result)
      const values = { done, total, host: result.host, title }
      onLine?.(words.t('connections.report.progress', values))
    },
  })
}
