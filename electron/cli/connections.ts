/** Connections on the command line. A look at this PC always, a check of Apple's servers only on request. */
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import { readEndpoints } from '../../shared/catalogue/endpoints.ts'
import { targetsOf } from '../../shared/connections/targets.ts'
import type { Result } from '../../shared/model/result.ts'
import type { ConnectionCheck } from '../../shared/model/connection.ts'
import type { ConnectionsLook } from '../../shared/connections/connections-look.ts'
import type { InspectionFailure } from '../../shared/model/inspection.ts'
import { symptomWords } from '../../shared/text/connection-words.ts'
import type { Words } from '../../shared/text/texts.ts'
import { inspect, type Inspected } from '../inspection/inspect.ts'
import type { Sources } from '../sources/sources.ts'
import { checkConnections, type CheckOptions } from '../network/check-connections.ts'
import type { ConnectionSources } from '../sources/connection-sources.ts'
import { lookAtConnections } from '../inspection/look-at-connections.ts'
import { readHosts } from '../inspection/read-hosts.ts'

export interface InspectedWithLook extends Inspected {
  /** Missing for a saved report, which holds its own. */
  readonly look?: ConnectionsLook
}

export async function inspectWithLook(
  sources: Sources,
  catalogue: Catalogue,
): Promise<Result<InspectedWithLook, InspectionFailure>> {
  const { connections } = sources
  if (connections === null) return inspect(sources, { catalogue })
  return lookAtConnections({
    ...{ sources, connections, catalogue },
    inspect: ({ signal }) => inspect(sources, { catalogue, signal }),
  })
}

export interface ServersCheck {
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
}: ServersCheck): Promise<ConnectionCheck> {
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
