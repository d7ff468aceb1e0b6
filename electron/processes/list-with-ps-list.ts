/** The process list from the ps-list package. Its failures become values, and its rows are taken as they are. */
import psList, { type ProcessDescriptor } from 'ps-list'
import { failure, success, type Result } from '../../shared/model/result.ts'
import { known, notToldByLister } from '../../shared/model/probe.ts'
import type {
  ListedProcess,
  Listing,
  ListingFailure,
  ListingFailureCode,
} from '../../shared/model/process.ts'

/** How long a list may take, in milliseconds. A healthy one takes about 100. */
const listingDeadlineMs = 5000

type RunPsList = () => Promise<readonly Partial<ProcessDescriptor>[]>

interface ListOptions {
  readonly signal: AbortSignal
  readonly deadlineMs?: number
  /** Replaced in tests that need a ps-list which fails in a way that this machine cannot. */
  readonly run?: RunPsList
}

/** ps-list cannot be stopped once it runs, so while one call hangs no second helper program is started beside it. */
let running: ReturnType<RunPsList> | undefined

function runOnce(run: RunPsList): ReturnType<RunPsList> {
  if (running !== undefined) return running
  const mine = run().finally(() => {
    if (running === mine) running = undefined
  })
  running = mine
  return mine
}

export async function listWithPsList({
  signal,
  deadlineMs = listingDeadlineMs,
  run = psList,
}: ListOptions): Promise<Result<Listing, ListingFailure>> {
  let timer: NodeJS.Timeout | undefined
  let stopWaiting: (() => void) | undefined
  const gaveUp = new Promise<Result<Listing, ListingFailure>>((resolve) => {
    timer = setTimeout(() => {
      resolve(failure({ code: 'timeout', detail: `no answer within ${deadlineMs} ms` }))
    }, deadlineMs)
    stopWaiting = () => {
      resolve(failure({ code: 'cancelled', detail: 'cancelled by the caller' }))
    }
    signal.addEventListener('abort', stopWaiting, { once: true })
    if (signal.aborted) stopWaiting()
  })
  const answered = runOnce(run).then(readRows, (error: unknown) => failure(explainFailure(error)))
  try {
    return await Promise.race([gaveUp, answered])
  } finally {
    clearTimeout(timer)
    if (stopWaiting !== undefined) signal.removeEventListener('abort', stopWaiting)
  }
}

function readRows(rows: readonly Partial<ProcessDescriptor>[]): Result<Listing, ListingFailure> {
  const processes = rows.flatMap((row) => readRow(row) ?? [])
  if (processes.length === 0) {
    return failure({ code: 'unreadable', detail: `${rows.length} rows, none of them a process` })
  }
  return success({
    lister: 'ps-list',
    processes,
    processesSeen: processes.length,
    isComplete: processes.length === rows.length,
  })
}

/** On Windows ps-list tells pid, parent and name; elsewhere also path and start time. */
function readRow({
  pid,
  ppid,
  // A nameless process in the last row loses its empty column on the way through ps-list.
  name = '',
  path,
  startTime,
}: Partial<ProcessDescriptor>): ListedProcess | undefined {
  if (!isPid(pid) || !isPid(ppid)) return undefined
  return {
    pid,
    parentPid: ppid,
    name,
    imagePath: path ? known(path) : notToldByLister,
    startedAtUtc: startTime instanceof Date ? known(startTime.toISOString()) : notToldByLister,
    workingSetBytes: notToldByLister,
    counts: notToldByLister,
  }
}

function isPid(value: number | undefined): value is number {
  return value !== undefined && Number.isSafeInteger(value) && value >= 0
}

const codeBySystemError: Readonly<Record<string, ListingFailureCode>> = {
  ENOENT: 'helper-missing',
  EACCES: 'helper-blocked',
  EPERM: 'helper-blocked',
  // What Node says when Windows refuses a program by policy or because a scanner holds it.
  UNKNOWN: 'helper-blocked',
  EFTYPE: 'helper-damaged',
  ENOEXEC: 'helper-damaged',
  ERR_CHILD_PROCESS_STDIO_MAXBUFFER: 'unreadable',
}

/** @see https://nodejs.org/api/errors.html#common-system-errors */
function explainFailure(error: unknown): ListingFailure {
  const detail = error instanceof Error ? error.message : String(error)
  if (/not supported yet|unsupported architecture/i.test(detail))
    return { code: 'unsupported', detail }
  const systemCode = error instanceof Error && 'code' in error ? String(error.code) : ''
  return { code: codeBySystemError[systemCode] ?? 'unreadable', detail }
}
