/**
 * Looks at connections and checks of them, one at a time. One check runs at a time. All that reads the catalogue is
 * loaded with the first question, so that the window opens without it.
 */
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { failure, success } from '../../shared/model/result.ts'
import type { Answer } from '../../shared/ipc/channels.ts'
import type { ConnectionCheck, ConnectionProgress } from '../../shared/model/connection.ts'
import type { Sources } from '../sources/sources.ts'
import type { Connections } from '../../shared/report/convert/report-of-connections.ts'
import type { InspectionDesk } from './inspection-desk.ts'
import type { CheckOptions } from '../network/check-connections.ts'

type Listener = (progress: ConnectionProgress) => void

export interface ConnectionDesk {
  /** Reads this PC only, beside the inspection that runs or is made for it. */
  readonly look: () => Promise<Answer<'lookAtConnections'>>
  /**
   * Connects. Whoever asks for the same while it runs gets its answer; a check of other servers takes its place. What
   * is tried again after a check of all is put in its place there: the answer is the whole.
   * @param ids servers of the catalogue; null for all that Apple still lists.
   */
  readonly check: (
    ids: readonly string[] | null,
    onProgress: Listener,
  ) => Promise<Answer<'checkConnections'>>
  readonly cancel: () => void
  /** The last look that worked, and the last check of all the servers. */
  readonly latest: () => Connections
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

/**
 * @param inspections where the window's own inspections are made.
 * @param options how the check connects.
 */
export function openConnectionDesk(
  sources: Sources,
  inspections: Pick<InspectionDesk, 'run'>,
  options: Partial<CheckOptions> = {},
): ConnectionDesk {
  const { connections } = sources
  let running: Running | undefined
  let look: Promise<Answer<'lookAtConnections'>> | undefined
  let latest: Connections = {}

  async function lookNow(): Promise<Answer<'lookAtConnections'>> {
    if (connections === null) return notHere
    const { lookAtConnections } = await import('../inspection/look-at-connections.ts')
    const looked = await lookAtConnections({
      ...{ sources, connections, catalogue: readCatalogue() },
      inspect: () => inspections.run(() => {}),
    })
    if (!looked.ok) return looked
    latest = { ...latest, look: looked.value.look }
    return success(looked.value.look)
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

  function withCheck(check: ConnectionCheck | undefined): Connections {
    return {
      ...(latest.look !== undefined && { look: latest.look }),
      ...(check !== undefined && { check }),
    }
  }

  function start(ids: readonly string[] | null, key: string, before?: Running): Running {
    const controller = new AbortController()
    const listeners = new Set<Listener>()
    before?.controller.abort()
    // The window forgets it as well.
    if (ids === null) latest = withCheck(undefined)
    const tell: Listener = (progress) => {
      for (const listener of listeners) listener(progress)
    }
    const begin = async () => {
      // Its sockets are gone when it has answered.
      await before?.answer.catch(() => undefined)
      const check = await connect(ids, controller.signal, tell)
      // One server that was tried alone says nothing about the whole.
      if (ids !== null && latest.check === undefined) return check
      const whole = latest.check === undefined ? check : await merged(latest.check, check)
      latest = withCheck(whole)
      return whole
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
    latest: () => latest,
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
