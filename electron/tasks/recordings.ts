/**
 * Recordings, one at a time. Each source is asked again and again on its own, so that one which fails or hangs does not
 * lose what the others tell.
 */
import type { Catalogue } from '../../shared/catalogue/schemas/catalogue-schema.ts'
import { failed, known, type Probe } from '../../shared/model/probe.ts'
import type { ListedProcess } from '../../shared/model/process.ts'
import type { Recording, RecordingSample } from '../../shared/model/recording.ts'
import { openTimeline, type Timeline } from '../../shared/recorder/timeline.ts'
import { withDeadline } from '../async/deadline.ts'
import { shareRun, type RunContext, type SharedRun } from '../async/shared-run.ts'
import type { Asking } from '../sources/asking.ts'
import type { Sources } from '../sources/sources.ts'

type RecorderSources = Pick<Sources, 'list' | 'services' | 'connections' | 'clock' | 'machine'>
/** What one look at one part adds to the recording. */
type Part = Omit<RecordingSample, 'atMs'>

/** `latest` is the last recording that ended. */
export type RecordingTasks = SharedRun<void, Recording, Recording, Recording>

export interface RecorderTimes {
  readonly durationMs: number
  readonly sampleEveryMs: number
  /** How long one look may take before it counts as one without an answer. */
  readonly deadlineMs: number
}

/** Windows answers within a millisecond or two; the helper program of other systems takes a tenth of a second. */
const inProcessEveryMs = 500
const psListEveryMs = 1000
/** Start times of ps-list are whole seconds, and may be off by one between two lists. */
const psListToleranceMs = 2000

/** @returns where recordings are made. Cancelled, one answers what was recorded so far. */
export function openRecordingTasks(
  sources: RecorderSources,
  catalogue: Catalogue,
  times: Partial<RecorderTimes> = {},
): RecordingTasks {
  const everyMs = sources.machine.platform === 'win32' ? inProcessEveryMs : psListEveryMs
  const settled = { durationMs: 30_000, sampleEveryMs: everyMs, deadlineMs: 3000, ...times }
  return shareRun(
    (context) => record(sources, catalogue, settled, context),
    (recording) => recording,
  )
}

async function record(
  sources: RecorderSources,
  catalogue: Catalogue,
  { durationMs, sampleEveryMs, deadlineMs }: RecorderTimes,
  { signal: stopped, onProgress }: RunContext<Recording>,
): Promise<Recording> {
  const startedAtUtc = sources.clock().toISOString()
  const startedAt = performance.now()
  const elapsedMs = () => Math.round(performance.now() - startedAt)
  const nowMs = () => Math.min(elapsedMs(), durationMs)
  const timeline: Timeline = openTimeline({
    catalogue: catalogue.processes,
    startedAtUtc,
    plannedMs: durationMs,
    sampleEveryMs,
  })
  const end = new AbortController()
  const stopAll = () => {
    end.abort()
  }
  const timer = setTimeout(stopAll, durationMs)
  stopped.addEventListener('abort', stopAll, { once: true })
  if (stopped.aborted) stopAll()
  const { signal } = end
  const ended = new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => {
      resolve()
    })
  })

  const isOver = () => signal.aborted

  async function follow(look: (asking: Asking) => Promise<Part>, late: Part): Promise<void> {
    while (!isOver()) {
      const askedMs = elapsedMs()
      const answer = look({ signal }).catch(() => late)
      const part = await Promise.race([withDeadline(answer, deadlineMs, late), ended])
      if (part === undefined || isOver()) {
        // Stopped while it was being asked: too early to call it silent, unless it was asked some looks ago.
        if (elapsedMs() - askedMs > 2 * sampleEveryMs) timeline.add({ atMs: nowMs(), ...late })
        return
      }
      timeline.add({ atMs: nowMs(), ...part })
      // A call that hangs is not asked a second time beside itself.
      if (part === late) await Promise.race([answer, ended])
      const nextMs = (Math.floor(elapsedMs() / sampleEveryMs) + 1) * sampleEveryMs
      await pause(nextMs - elapsedMs(), ended)
    }
  }

  const telling = setInterval(() => {
    onProgress(timeline.recording(nowMs()))
  }, sampleEveryMs)
  try {
    const { connections } = sources
    const silent = failed('timeout')
    await Promise.all([
      follow((asking) => processesOf(sources, asking), { processes: silent }),
      follow(async (asking) => ({ services: await sources.services(asking) }), {
        services: silent,
      }),
      connections !== null &&
        follow(async (asking) => ({ listeners: await connections.listeners(asking) }), {
          listeners: silent,
        }),
    ])
    return timeline.recording(nowMs())
  } finally {
    clearTimeout(timer)
    clearInterval(telling)
    stopped.removeEventListener('abort', stopAll)
  }
}

async function processesOf({ list }: RecorderSources, asking: Asking): Promise<Part> {
  const answer = await list(asking)
  if (!answer.ok) return { processes: { state: 'failed', reason: answer.failure.code } }
  const { lister, isComplete, processes } = answer.value
  // Of a list with holes nobody can say what has gone.
  if (!isComplete) return { processes: failed('unreadable') }
  const isRough = lister !== 'in-process'
  return {
    processes: known(processes.filter((row) => !(isRough && isListHelper(row))).map(sampled)),
    startToleranceMs: isRough ? psListToleranceMs : 0,
  }
}

function sampled({ pid, name, startedAtUtc }: ListedProcess) {
  return { pid, name, startedAtUtc: valueOf(startedAtUtc) }
}

function valueOf(probe: Probe<string>): string | null {
  return probe.state === 'known' ? probe.value : null
}

/** The program that makes the list is in the list: it comes and goes with every look, and belongs to nobody's picture. */
function isListHelper({ parentPid, name }: ListedProcess): boolean {
  return parentPid === process.pid && /^(ps|fastlist-[\w.-]+\.exe)$/i.test(name)
}

/** Ends early when `ended` does. */
async function pause(ms: number, ended: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.max(0, ms))
  })
  await Promise.race([over, ended])
  clearTimeout(timer)
}
