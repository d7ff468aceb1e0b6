/**
 * How long do listing, matching and a whole inspection take on this system? Bundled into one file, because real
 * node.exe under Wine runs it as well. Writes its figures, in milliseconds, to the file named by INSPECTOR_ANSWER;
 * with INSPECTOR_FIRST_LOOK=1 only those of what a process does once.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Bench } from 'tinybench'
import { inspect } from '../../electron/inspection/inspect.ts'
import { liveSources } from '../../electron/sources/live-sources.ts'
import { pcFactsSource } from '../../electron/sources/pc-facts-source.ts'
import type { Sources } from '../../electron/sources/sources.ts'
import { windowsPcParts } from '../../electron/sources/windows-pc-parts.ts'
import { listInProcess } from '../../electron/processes/list-in-process.ts'
import { listWithPsList } from '../../electron/processes/list-with-ps-list.ts'
import { openProcessFacts } from '../../electron/tasks/process-facts.ts'
import { loadKoffi } from '../../electron/win32/bridge/load-koffi.ts'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { matchProcesses } from '../../shared/catalogue/match.ts'
import { known, skipped } from '../../shared/model/probe.ts'
import type { ListedProcess } from '../../shared/model/process.ts'
import { listed, listing } from '../fixtures/listed.ts'

// Loading a native add-on is one call of Node's, once for a process.
const loadStartedAt = performance.now()
const hasBridge = loadKoffi().ok
const bridgeMs = hasBridge ? performance.now() - loadStartedAt : null

const catalogue = readCatalogue()
const { signal } = new AbortController()

/** 10,000 processes: every 50th is one of ours in some case, the others have names of like length. */
function manyProcesses(): ListedProcess[] {
  const names = catalogue.processes.map(({ imageName }) => imageName)
  return Array.from({ length: 10_000 }, (_, index) => {
    const name = names[index % names.length]!
    if (index % 50 === 0) return listed(index, index % 100 === 0 ? name.toUpperCase() : name)
    return listed(index, `${String.fromCharCode(97 + (index % 26))}${name.slice(1, -4)}.exe`)
  })
}

/** Programs with the names of the catalogue, so that there is something to look at. Windows only. */
async function startPrograms(folder: string): Promise<readonly ChildProcess[]> {
  const files = [
    'genuine/AppleMobileDeviceService.exe',
    'unsigned/AppleMobileDeviceService.exe',
    'tampered/AppleMobileDeviceService.exe',
    'other-signer/mDNSResponder.exe',
    'renamed/iTunesHelper.exe',
    'non-ascii-signer/iTunesHelper.exe',
  ]
  const children = files.map((file) => spawn(join(folder, file), [], { stdio: 'ignore' }))
  await Promise.all(children.map((child) => once(child, 'spawn')))
  return children
}

const programs = process.env['INSPECTOR_WIN32_PROGRAMS']
const children = programs === undefined ? [] : await startPrograms(programs)

const sources = liveSources('en')
// The libraries of Windows are loaded and their functions declared in the first look of a process, and never again.
if (process.env['INSPECTOR_FIRST_LOOK'] === '1') {
  answer({ bridgeMs, firstLookMs: await longestBlockMs(() => look(sources), 1) })
}

const bench = new Bench({ time: 2000, warmupTime: 300 })
const processes = manyProcesses()

/** Ends the program. */
function answer(measured: object): never {
  for (const child of children) child.kill()
  writeFileSync(process.env['INSPECTOR_ANSWER']!, JSON.stringify(measured))
  process.exit(0)
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}

async function look(from: Sources): Promise<void> {
  const looked = await inspect(from, { catalogue })
  if (!looked.ok) throw new Error(looked.failure.detail)
}

/** The parts of the facts without the time that each is good for. */
const freshFacts = factsWithoutKeeping(sources)

function factsWithoutKeeping(from: Sources): () => Promise<void> {
  const parts = Object.entries(windowsPcParts(from))
  const ask = pcFactsSource(
    Object.fromEntries(parts.map(([name, part]) => [name, { ...part, keptMs: 0 }])) as never,
  )
  return async () => {
    await ask({ signal })
  }
}

bench
  .add('match 10,000 processes', () => {
    matchProcesses(catalogue.processes, processes)
  })
  .add('list with ps-list', async () => {
    const answer = await listWithPsList({ signal })
    if (!answer.ok) throw new Error(answer.failure.detail)
  })
  .add('whole inspection', () => look(sources))

if (process.platform === 'win32') {
  bench
    .add('list in process', async () => {
      const answer = await listInProcess({ signal })
      if (!answer.ok) throw new Error(answer.failure.detail)
    })
    // Sources that remember nothing yet: every file is read, every signature checked.
    .add('whole inspection, cold', () => look(liveSources('en')))
    // What is kept for seconds is asked anew in each; signatures of files stay.
    .add('what this PC has', freshFacts)
    .add('what this PC has, cold', async () => {
      await liveSources('en').pcFacts({ signal })
    })
}

await bench.run()
const figures = bench.tasks.map(({ name, result }) => {
  if (!('latency' in result)) throw new Error(`${name} gave no figures`)
  const { p50, min, p99, samplesCount } = result.latency
  return { name, medianMs: p50, minMs: min, p99Ms: p99, samples: samplesCount }
})

/** How long was the main thread kept at most, in so many looks? */
async function longestBlockMs(lookOnce: () => Promise<void>, looks = 100): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  // What comes before its first tick is not counted.
  await wait(5)
  for (let round = 0; round < looks; round += 1) {
    await lookOnce()
    await wait(5)
  }
  delay.disable()
  return delay.max / 1e6
}

/**
 * Five hundreds of each kind, in turns. The system itself takes the processor away now and then, as the looks that do
 * nothing show; a call of ours that takes long does so in each hundred.
 */
const hundreds: Record<'nothing' | 'warm' | 'cold' | 'facts', number[]> = {
  ...{ nothing: [], warm: [], cold: [], facts: [] },
}
for (let turn = 0; turn < 5; turn += 1) {
  hundreds.nothing.push(await longestBlockMs(() => wait(20)))
  hundreds.warm.push(await longestBlockMs(() => look(sources)))
  hundreds.cold.push(await longestBlockMs(() => look(liveSources('en'))))
  if (process.platform === 'win32') {
    hundreds.facts.push(await longestBlockMs(freshFacts))
  }
}

/** The publishers of 300 program files of their own, as the list of all processes asks for them: nothing is kept. */
async function findPublishers(paths: readonly string[]): Promise<void> {
  const { file } = liveSources('en')
  const processes = listing(paths.map((_path, index) => listed(1_000 + index, `${index}.exe`)))
  const facts = openProcessFacts(
    {
      file,
      services: () => Promise.resolve(skipped('not-checked')),
      imagePaths: (some) =>
        Promise.resolve(some.map(({ pid }) => known({ path: paths[pid - 1_000]!, way: 'lister' }))),
    },
    () => processes,
  )
  let told = await facts.since(0)
  while (told.pending > 0) told = await facts.since(told.revision)
}

/** Signed, not signed and signed by somebody else, in turns: what is not signed is looked for in Windows's catalogues. */
function copyPrograms(from: string, to: string): readonly string[] {
  const kinds = ['genuine/AppleMobileDeviceService', 'unsigned/AppleMobileDeviceService']
  const all = [...kinds, 'other-signer/mDNSResponder'].map((name) => join(from, `${name}.exe`))
  return Array.from({ length: 300 }, (_, index) => {
    const file = join(to, `${index}.exe`)
    copyFileSync(all[index % all.length]!, file)
    return file
  })
}

const publishers: Record<'blocksMs' | 'nothingMs' | 'tookMs', number[]> = {
  ...{ blocksMs: [], nothingMs: [], tookMs: [] },
}
if (programs !== undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'publishers-'))
  const paths = copyPrograms(programs, folder)
  for (let turn = 0; turn < 5; turn += 1) {
    const startedAt = performance.now()
    publishers.blocksMs.push(await longestBlockMs(() => findPublishers(paths), 1))
    publishers.tookMs.push(performance.now() - startedAt)
    // As long, so that the system has the same time to take the processor away.
    publishers.nothingMs.push(await longestBlockMs(() => wait(publishers.tookMs.at(-1)!), 1))
  }
  rmSync(folder, { recursive: true })
}

/**
 * In a loop, answers that several parts ask for are kept for a second or two from one look to the next. So also: looks
 * at what this PC has with nothing kept but the signatures of files, such a look as the window makes it, which keeps what is
 * dear for ten seconds or a minute, and ps-list beside each.
 */
const apart: Record<'factsMs' | 'keptFactsMs' | 'psListMs', number[]> = {
  ...{ factsMs: [], keptFactsMs: [], psListMs: [] },
}
if (process.platform === 'win32') {
  for (let pair = 0; pair < 8; pair += 1) {
    apart.factsMs.push(await timedAfterPause(freshFacts))
    apart.keptFactsMs.push(await timedAfterPause(() => sources.pcFacts({ signal })))
    apart.psListMs.push(await timedAfterPause(() => listWithPsList({ signal })))
  }
}

async function timedAfterPause(work: () => Promise<unknown>): Promise<number> {
  await wait(2_100)
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

answer({ figures, longestBlocksMs: hundreds, apart, publishers })
