/**
 * How long do listing, matching and a whole inspection take on this system? Bundled into one file, because real
 * node.exe under Wine runs it as well. Writes its figures, in milliseconds, to the file named by INSPECTOR_ANSWER.
 */
import { writeFileSync } from 'node:fs'
import { Bench } from 'tinybench'
import { inspect } from '../../electron/inspection/inspect.ts'
import { liveSources } from '../../electron/inspection/live-sources.ts'
import { listWithPsList } from '../../electron/processes/list-with-ps-list.ts'
import { readCatalogue } from '../../shared/catalogue/catalogue.ts'
import { matchProcesses } from '../../shared/catalogue/match.ts'
import type { ListedProcess } from '../../shared/model/process.ts'
import { listed } from '../fixtures/listed.ts'

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

const bench = new Bench({ time: 2000, warmupTime: 300 })
const processes = manyProcesses()
const sources = liveSources('en')

bench
  .add('match 10,000 processes', () => {
    matchProcesses(catalogue.processes, processes)
  })
  .add('list with ps-list', async () => {
    const answer = await listWithPsList({ signal })
    if (!answer.ok) throw new Error(answer.failure.detail)
  })
  .add('whole inspection', async () => {
    const answer = await inspect(sources, { catalogue })
    if (!answer.ok) throw new Error(answer.failure.detail)
  })

await bench.run()
const figures = bench.tasks.map(({ name, result }) => {
  if (!('latency' in result)) throw new Error(`${name} gave no figures`)
  const { p50, min, p99, samplesCount } = result.latency
  return { name, medianMs: p50, minMs: min, p99Ms: p99, samples: samplesCount }
})
writeFileSync(process.env['INSPECTOR_ANSWER']!, JSON.stringify(figures))
process.exit(0)
