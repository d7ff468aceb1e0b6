/** The process list from Windows itself, without a helper program. */
import { availableParallelism, cpus, freemem, totalmem } from 'node:os'
import { failure, success, type Result } from '../../shared/model/result.ts'
import { known, notToldByLister } from '../../shared/model/probe.ts'
import type { ListedProcess, Listing, ListingFailure, PcLoad } from '../../shared/model/process.ts'
import { listProcesses } from '../win32/processes/list-processes.ts'
import type { ProcessRecord } from '../win32/bytes/read-process-information.ts'

/** Why the question could not be put at all: another lister may be able to. */
export type InProcessFailure =
  ListingFailure | { readonly code: 'no-bridge'; readonly detail: string }

interface ListOptions {
  readonly signal: AbortSignal
  /** Replaced in tests by one that fails in ways that this machine cannot. */
  readonly run?: typeof listProcesses
}

/** One call takes a millisecond or two, also for thousands of processes: there is nothing to wait for, and no deadline. */
export async function listInProcess({
  signal,
  run = listProcesses,
}: ListOptions): Promise<Result<Listing, InProcessFailure>> {
  const answer = await run()
  if (signal.aborted) return failure({ code: 'cancelled', detail: 'cancelled by the caller' })
  if (!answer.ok) {
    const { code, detail } = answer.failure
    return failure({ code: 'no-bridge', detail: `${code}: ${detail}` })
  }
  const { processes, isComplete } = answer.value
  if (processes.length === 0) {
    return failure({ code: 'unreadable', detail: 'Windows answered with an empty list' })
  }
  return success({
    lister: 'in-process',
    processes: processes.map(readRecord),
    processesSeen: processes.length,
    isComplete,
    load: readLoad(),
  })
}

/** All processors count, also those that this process is kept from: the times of the list are of all of them. */
let processors: number | undefined

function readLoad(): PcLoad {
  processors ??= Math.max(cpus().length, availableParallelism())
  const memoryBytes = totalmem()
  return {
    atMs: Math.round(performance.now()),
    processors,
    memoryBytes,
    memoryInUseBytes: memoryBytes - freemem(),
  }
}

function readRecord(record: ProcessRecord): ListedProcess {
  const { pid, parentPid, name, startedAtUtc, workingSetBytes } = record
  return {
    pid,
    parentPid,
    name,
    // Only asked of the few that matter: see electron/win32/processes/image-path.ts.
    imagePath: notToldByLister,
    startedAtUtc: startedAtUtc === null ? notToldByLister : known(startedAtUtc),
    workingSetBytes: known(workingSetBytes),
    privateBytes: record.privateBytes === null ? notToldByLister : known(record.privateBytes),
    cpuMs: known(record.cpuMs),
    counts: known({
      sessionId: record.sessionId,
      threads: record.threadCount,
      handles: record.handleCount,
    }),
  }
}
