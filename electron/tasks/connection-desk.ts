/**
 * Looks at connections and checks of them, one at a time. One check runs at a time. All that reads the catalogue is
 * loaded with the first question, so that the window opens without it.
 */
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { failure, success } from '../../shared/model/result.ts'
import type { Answer } from '../../shared/ipc/channels.ts'
import type { ConnectionCheck, ConnectionProgress } from '../../shared/model/connection.ts'
import { inspectWithListing } from '../inspection/inspect-with-listing.ts'
import type { Sources } from '../sources/sources.ts'
import type { CheckOptions } from '../network/check-connections.ts'

type Listener = (progress: ConnectionProgress) => void

export interface ConnectionDesk {
  /** Reads this PC only. */
  readonly look: () => Promise<Answer<'lookAtConnections'>>
  /**
   * Connects. Whoever asks for the same while it runs gets its answer; a check of other servers takes its place.
   * @param ids servers of the catalogue; null for all that Apple still lists.
   */
  readonly check: (
    ids: readonly string[] | null,
    onProgress: Listener,
  ) => Promise<Answer<'checkConnections'>>
  readonly cancel: () => void
  readonly describe: () => Promise<Answer<'describeConnections'>>
  readonly findErrors: (text: string) => Promise<Answer<'findErrors'>>
}

interface Running {
  readonly key: string
  readonly answer: Promise<ConnectionCheck>
  readonly controller: AbortController
  readonly listeners: Set<Listener>
}

const notHere = failure({ code: 'internal', detail: 'these sources have no connections' } as const)

/** @param options how the check connects. */
export function openConnectionDesk(
  sources: Sources,
  options: Partial<CheckOptions> = {},
): ConnectionDesk {
  const { connections } = sources
  let running: Running | undefined
  let look: Promise<Answer<'lookAtConnections'>> | undefined

  async function lookNow(): Promise<Answer<'lookAtConnections'>> {
    if (connections === null) return notHere
    const { lookAtConnections } = await import('../inspection/look-at-connections.ts')
    const catalogue = readCatalogue()
    return lookAtConnections({
      sources,
      connections,
      catalogue,
      inspect: ({ signal }) => inspectWithListing(sources, { catalogue, signal }),
    })
  }

  async function connect(
    ids: readonly string[] | null,
    signal: AbortSignal,
    onProgress: Listener,
  ): Promise<ConnectionCheck> {
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
      signal,
      onProgress,
    })
  }

  function start(ids: readonly string[] | null, key: string, before?: Running): Running {
    const controller = new AbortController()
    const listeners = new Set<Listener>()
    before?.controller.abort()
    const tell: Listener = (progress) => {
      for (const listener of listeners) listener(progress)
    }
    const begin = async () => {
      // Its sockets are gone when it has answered.
      await before?.answer.catch(() => undefined)
      return connect(ids, controller.signal, tell)
    }
    const started: Running = {
      key,
      controller,
      listeners,
      answer: begin().finally(() => {
        if (running === started) running = undefined
      }),
    }
    return started
  }

  return {
    look: () => {
      look ??= lookNow().finally(() => {
        look = undefined
      })
      return look
    },
    check: async (ids, onProgress) => {
      const key = JSON.stringify(ids === null ? null : [...new Set(ids)].sort())
      const isSame = running?.key === key && !running.controller.signal.aborted
      const mine = (running = isSame && running !== undefined ? running : start(ids, key, running))
      mine.listeners.add(onProgress)
      try {
        return success(await mine.answer)
      } finally {
        mine.listeners.delete(onProgress)
      }
    },
    cancel: () => {
      running?.controller.abort()
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
