/**
 * How much of a core does a visible window cost on the Windows side? The questions that the window asks, in its rhythm,
 * against the sources of this PC, in each of its dearest entries and hidden. The answers are made into text, as for the
 * window. Writes percents of one core to the file named by INSPECTOR_ANSWER.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from '../../electron/inspection/inspect.ts'
import { liveSources } from '../../electron/sources/live-sources.ts'
import { openConnectionTasks } from '../../electron/tasks/connections.ts'
import { openInspectionTasks } from '../../electron/tasks/inspections.ts'
import { openPcFactsTasks } from '../../electron/tasks/pc-facts.ts'
import { openProcessFacts } from '../../electron/tasks/process-facts.ts'
import { openProcessTasks } from '../../electron/tasks/processes.ts'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { asText } from '../../shared/ipc/as-text.ts'
import { packListing } from '../../shared/ipc/pack-listing.ts'

const eachMs = 15_000
/** Of the window: after each answer. */
const pauseMs = 2_000

const programs = process.env['INSPECTOR_WIN32_PROGRAMS']
const children =
  programs === undefined
    ? []
    : [
        'genuine/AppleMobileDeviceService',
        'other-signer/mDNSResponder',
        'renamed/iTunesHelper',
      ].map((name) => spawn(join(programs, `${name}.exe`), [], { stdio: 'ignore' }))
await Promise.all(children.map((child) => once(child, 'spawn')))

const sources = liveSources('en')
const inspections = openInspectionTasks(({ signal, onProgress }) =>
  inspect(sources, { catalogue: readCatalogue(), signal, onProgress }),
)
const processes = openProcessTasks(sources, readCatalogue())
const facts = openProcessFacts(sources, processes.latest)
const pcFacts = openPcFactsTasks(sources)
const connections = openConnectionTasks(sources, inspections)

let revision = 0
const look = async () => {
  asText(await inspections.run(() => {}))
}
const list = async () => {
  const listed = await processes.list()
  asText(listed.ok ? packListing(listed.value) : listed)
  const learned = await facts.since(revision)
  revision = learned.revision
  asText(learned)
}
const readFacts = async () => {
  asText(await pcFacts.read())
}
const lookAtConnections = async () => {
  asText(await connections.look())
}

/** As the window does on a walk: `renewWatchedMs`, `renewNeededMs`. */
let isTheOther = false
const everyOtherTime = async () => {
  isTheOther = !isTheOther
  if (isTheOther) await Promise.all([readFacts(), lookAtConnections()])
}

/** What is asked with each look; beside it all is asked once a minute, which the first round stands for. */
const entries: Readonly<Record<string, readonly (() => Promise<void>)[]>> = {
  overview: [look],
  processes: [look, list],
  fix: [look, everyOtherTime],
  hidden: [],
}
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

// A window that has been open for a minute: what is compiled by then is no load of a look.
for (let round = 0; round < 15; round += 1) {
  for (const ask of [look, list, readFacts, lookAtConnections]) await ask()
}
const percents: Record<string, number> = {}
for (const [entry, asked] of Object.entries(entries)) {
  const startedAt = performance.now()
  const before = process.cpuUsage()
  while (performance.now() - startedAt < eachMs) {
    await Promise.all(asked.map((ask) => ask()))
    await wait(pauseMs)
  }
  const { user, system } = process.cpuUsage(before)
  percents[entry] = (user + system) / 10 / (performance.now() - startedAt)
}
for (const child of children) child.kill()
writeFileSync(process.env['INSPECTOR_ANSWER']!, JSON.stringify(percents))
process.exit(0)
