/** Facts about every listed process, found in the background: paths and command lines first, then the files, two at a time. */
import { known, skipped, type Probe } from '../../shared/model/probe.ts'
import type { ListedProcess, Listing } from '../../shared/model/process.ts'
import type { ProcessFacts, ProcessFactsAnswer } from '../../shared/model/process-facts.ts'
import type { Signature } from '../../shared/model/signature.ts'
import type { Sources } from '../sources/sources.ts'

export interface ProcessFactsTasks {
  /**
   * What has become known after `revision`. Starts the work where something is not known yet, and waits a moment for
   * it. Nothing is looked at while nobody asks.
   */
  readonly since: (revision: number) => Promise<ProcessFactsAnswer>
  /** Of the listed process that has this pid. */
  readonly pathOf: (pid: number) => string | undefined
  readonly cancel: () => void
}

interface Timing {
  /** How long a question waits for the next news. */
  readonly patienceMs: number
  /** News within this time are told together. */
  readonly gatherMs: number
  /** Work ends when nobody has asked for so long. */
  readonly unaskedMs: number
}

const usualTiming: Timing = { patienceMs: 1000, gatherMs: 120, unaskedMs: 6000 }

/** At once: the disk and the four threads belong to others, too. */
const filesAtOnce = 2
const processesAtOnce = 250
/** In one answer, so that neither side is busy with it for long. */
const mostTold = 1500
/** A command line may have 32,767 characters, and 10,000 processes one each. The details hold all of it. */
const longestCommandLine = 2048
const servicesKeptMs = 10_000

type Told<T> = T & { revision: number }
interface FileEntry {
  readonly path: string
  signature: Probe<Signature> | null
}

export function openProcessFacts(
  sources: Pick<Sources, 'imagePaths' | 'commandLines' | 'services' | 'file'>,
  latest: () => Listing | undefined,
  timing: Timing = usualTiming,
): ProcessFactsTasks {
  let controller = new AbortController()
  let revision = 0
  let askedAt = -Infinity
  let working: Promise<void> | undefined
  let servicesAt = -Infinity
  const processes = new Map<number, Told<{ facts: ProcessFacts }>>()
  const files = new Map<string, Told<FileEntry>>()
  /** Known files of which another process has started. */
  const again = new Set<string>()
  let waiting: (() => void)[] = []

  const tell = () => {
    const all = waiting
    waiting = []
    for (const one of all) one()
  }

  const isWanted = ({ signal }: AbortController) =>
    !signal.aborted && performance.now() - askedAt < timing.unaskedMs

  function freshIn(listing: Listing): readonly ListedProcess[] {
    return listing.processes.filter((process) => !isSame(processes.get(process.pid), process))
  }

  async function work(): Promise<void> {
    const mine = controller
    const { signal } = mine
    let last: Listing | undefined
    // Each list once, until no newer one has come meanwhile.
    for (;;) {
      const listing = latest()
      if (listing === undefined || listing === last || !isWanted(mine)) return
      last = listing
      forget(listing)
      const fresh = freshIn(listing)
      if (fresh.length > 0 || performance.now() - servicesAt > servicesKeptMs) {
        await lookAtProcesses(fresh, signal)
      }
      const open = [...files.values()].filter(({ signature }) => signature === null)
      if (open.length + again.size > 0) await lookAtFiles(open, mine)
    }
  }

  function forget({ processes: listed }: Listing): void {
    const running = new Set(listed.map(({ pid }) => pid))
    for (const pid of processes.keys()) if (!running.has(pid)) processes.delete(pid)
    const used = new Set([...processes.values()].map(({ facts }) => pathIn(facts)))
    for (const path of files.keys()) if (!used.has(path)) files.delete(path)
  }

  async function lookAtProcesses(fresh: readonly ListedProcess[], signal: AbortSignal) {
    const listed = await sources.services({ signal })
    servicesAt = performance.now()
    const byPid = new Map<number, string[]>()
    for (const { pid, keyName } of listed.state === 'known' ? listed.value : []) {
      if (pid === null) continue
      const names = byPid.get(pid)
      if (names === undefined) byPid.set(pid, [keyName])
      else names.push(keyName)
    }
    const servicesOf = (pid: number): ProcessFacts['services'] =>
      listed.state === 'known' ? known(byPid.get(pid) ?? []) : listed
    for (const entry of processes.values()) {
      const services = servicesOf(entry.facts.pid)
      if (isSameList(entry.facts.services, services)) continue
      entry.facts = { ...entry.facts, services }
      entry.revision = revision += 1
    }
    for (let from = 0; from < fresh.length; from += processesAtOnce) {
      if (isAborted(signal)) return
      const some = fresh.slice(from, from + processesAtOnce)
      const [paths, commandLines] = await Promise.all([
        sources.imagePaths(some, () => undefined, { signal }),
        sources.commandLines?.(some, { signal }),
      ])
      if (isAborted(signal)) return
      some.forEach((process, index) => {
        const path = paths[index] ?? skipped('not-checked')
        const facts: ProcessFacts = {
          pid: process.pid,
          startedAtUtc: startOf(process),
          imagePath: path.state === 'known' ? known(path.value.path) : path,
          commandLine: cut(commandLines?.[index] ?? skipped('not-checked')),
          services: servicesOf(process.pid),
        }
        processes.set(process.pid, { facts, revision: (revision += 1) })
        // Also when it is known already: the file may be another one by now. An unchanged one costs one look at its date.
        if (path.state === 'known') queue(path.value.path)
      })
      tell()
    }
  }

  function queue(path: string): void {
    const entry = files.get(path)
    if (entry === undefined) files.set(path, { path, signature: null, revision: 0 })
    else if (entry.signature !== null) again.add(path)
  }

  async function lookAtFiles(open: readonly Told<FileEntry>[], mine: AbortController) {
    const paths = [...new Set([...open.map(({ path }) => path), ...again])]
    again.clear()
    let next = 0
    const lookOn = async () => {
      for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
        if (!isWanted(mine)) return
        const { signature } = isOnNetwork(path)
          ? { signature: skipped('not-checked') }
          : await sources.file(path, { signal: mine.signal })
        const entry = files.get(path)
        if (entry === undefined || mine.signal.aborted || entry.signature === signature) continue
        entry.signature = signature
        entry.revision = revision += 1
        tell()
      }
    }
    await Promise.all(Array.from({ length: filesAtOnce }, lookOn))
  }

  function read(since: number): ProcessFactsAnswer {
    const isNew = (one: { readonly revision: number }) => one.revision > since
    const news = [
      ...[...processes.values()].filter(isNew),
      ...[...files.values()].filter(isNew),
    ].sort((a, b) => a.revision - b.revision)
    const told = news.slice(0, mostTold)
    const listing = latest()
    const unlooked = [...files.values()].filter(({ signature }) => signature === null).length
    const fresh = listing === undefined ? 0 : freshIn(listing).length
    return {
      revision: told.at(-1)?.revision ?? since,
      processes: told.flatMap((one) => ('facts' in one ? [one.facts] : [])),
      files: told.flatMap((one) =>
        'path' in one && one.signature !== null
          ? [{ path: one.path, signature: one.signature }]
          : [],
      ),
      // Without work in hand there is nothing to wait for.
      pending: news.length - told.length + (working === undefined ? 0 : unlooked + fresh),
    }
  }

  return {
    since: async (from) => {
      // Another window, or one that was loaded anew, has been told nothing yet.
      const since = from > revision ? 0 : from
      askedAt = performance.now()
      if (working === undefined) {
        if (controller.signal.aborted) controller = new AbortController()
        working = work().finally(() => {
          working = undefined
          tell()
        })
        // A bug in a source ends the work; whoever asks is told what there is.
        working.catch(() => {})
      }
      const isWorking = () => working !== undefined
      if (isWorking() && read(since).revision === since) {
        await Promise.race([
          new Promise<void>((resolve) => waiting.push(resolve)),
          pause(timing.patienceMs),
        ])
        if (isWorking()) await pause(timing.gatherMs)
      }
      return read(since)
    },
    pathOf: (pid) => {
      const facts = processes.get(pid)?.facts
      return facts === undefined ? undefined : pathIn(facts)
    },
    cancel: () => {
      controller.abort()
      tell()
    },
  }
}

/** A call, because the answer changes while one waits. */
const isAborted = ({ aborted }: AbortSignal): boolean => aborted

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms)
  })

function startOf({ startedAtUtc }: ListedProcess): string | null {
  return startedAtUtc.state === 'known' ? startedAtUtc.value : null
}

function isSame(entry: { readonly facts: ProcessFacts } | undefined, process: ListedProcess) {
  return entry?.facts.startedAtUtc === startOf(process)
}

function pathIn({ imagePath }: ProcessFacts): string | undefined {
  return imagePath.state === 'known' ? imagePath.value : undefined
}

function isOnNetwork(path: string): boolean {
  return /^\\\\(?![?.]\\(?!UNC\\))/i.test(path)
}

function cut(probe: Probe<string>): Probe<string> {
  return probe.state === 'known' && probe.value.length > longestCommandLine
    ? known(`${probe.value.slice(0, longestCommandLine)}…`)
    : probe
}

function isSameList(a: Probe<readonly string[]>, b: Probe<readonly string[]>): boolean {
  if (a.state !== 'known' || b.state !== 'known') return a.state === b.state
  return a.value.join('\0') === b.value.join('\0')
}
