/**
 * Looks at connections and checks of them, one at a time each. All that reads the catalogue is loaded with the first
 * question, so that the window opens without it.
 */
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { failure, success } from '../../shared/model/result.ts'
import type { Answer } from '../../shared/ipc/channels.ts'
import type { ConnectionCheck, ConnectionProgress } from '../../shared/model/connection.ts'
import { shareRun, type RunContext } from '../async/shared-run.ts'
import type { Sources } from '../sources/sources.ts'
import type { Connections } from '../../shared/connections/connections-look.ts'
import type { InspectionTasks } from './inspections.ts'
import type { CheckOptions } from '../network/check-connections.ts'

type Context = RunContext<ConnectionProgress>

export interface ConnectionTasks {
  /** Reads this PC only, beside the inspection that runs or is made for it. */
  readonly look: () => Promise<Answer<'lookAtConnections'>>
  /**
   * Connects. Whoever asks for the same while it runs gets its answer; a check of other servers takes its place. What
   * is tried again after a check of all is put in its place there: the answer is the whole.
   * @param ids servers of the catalogue; null for all that Apple still lists.
   */
  readonly check: (
    ids: readonly string[] | null,
    onProgress: Context['onProgress'],
  ) => Promise<Answer<'checkConnections'>>
  readonly cancel: () => void
  /** The last look that worked, and the last check of all the servers. */
  readonly latest: () => Connections
  readonly describe: () => Promise<Answer<'describeConnections'>>
  readonly findErrors: (text: string) => Promise<Answer<'findErrors'>>
}

const notHere = failure({ code: 'internal', detail: 'these sources have no connections' } as const)

/**
 * @param inspections where the window's own inspections are made.
 * @param options how the check connects.
 */
export function openConnectionTasks(
  sources: Sources,
  inspections: Pick<InspectionTasks, 'run'>,
  options: Partial<CheckOptions> = {},
): ConnectionTasks {
  const { connections } = sources
  let latestCheck: ConnectionCheck | undefined

  const looks = shareRun<never, Answer<'lookAtConnections'>, Connections['look']>(
    async () => {
      if (connections === null) return notHere
      const { lookAtConnections } = await import('../inspection/look-at-connections.ts')
      const looked = await lookAtConnections({
        ...{ sources, connections, catalogue: readCatalogue() },
        inspect: () => inspections.run(() => {}),
      })
      return looked.ok ? success(looked.value.look) : looked
    },
    (answer) => (answer.ok ? answer.value : undefined),
  )

  const checks = shareRun(async (context: Context, ids: readonly string[] | null) => {
    // The window forgets it as well.
    if (ids === null) latestCheck = undefined
    const check = await connect(ids, context)
    // One server that was tried alone says nothing about the whole.
    if (ids !== null && latestCheck === undefined) return check
    latestCheck = latestCheck === undefined ? check : await merged(latestCheck, check)
    return latestCheck
  })

  async function connect(ids: readonly string[] | null, context: Context) {
    const [{ checkConnections }, { readHosts }, { readEndpoints }, { targetsOf }] =
      await Promise.all([
        import('../network/check-connections.ts'),
        import('../inspection/read-hosts.ts'),
        import('../../shared/catalogue/endpoints.ts'),
        import('../../shared/connections/targets.ts'),
      ])
    const hosts = connections === null ? undefined : readHosts(await connections.hostsFile())
    return checkConnections(targetsOf(readEndpoints(), ids), {
      ...(hosts !== undefined && { hostsNames: hosts.names }),
      ...options,
      ...context,
    })
  }

  return {
    look: () => looks.run(() => {}),
    check: async (ids, onProgress) =>
      success(await checks.run(onProgress, ids && [...new Set(ids)].sort())),
    cancel: checks.cancel,
    latest: () => {
      const look = looks.latest()
      return {
        ...(look !== undefined && { look }),
        ...(latestCheck !== undefined && { check: latestCheck }),
      }
    },
    describe: async () => {
      const [{ readEndpoints }, { readPorts }] = await Promise.all([
        import('../../shared/catalogue/endpoints.ts'),
        import('../../shared/catalogue/ports.ts'),
      ])
      return success({ endpoints: readEndpoints(), ports: readPorts() })
    },
    findErrors: async (text) => {
      const { findErrors } = await import('../../shared/connections/find-errors.ts')
      return success(findErrors(text))
    },
  }
}

async function merged(earlier: ConnectionCheck, later: ConnectionCheck): Promise<ConnectionCheck> {
  const { mergeChecks } = await import('../../shared/connections/merge-checks.ts')
  return mergeChecks(earlier, later)
}
