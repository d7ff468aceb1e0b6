/**
 * `node scripts/bench/fleet.mjs`: reading, judging and listing many PCs, beside a loop that reads the same file and JSON-parses
 * each line, in the same run.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { benchMany } from './many.mjs'
import { bundleBench } from './bundle.mjs'
import { inCache, inProject, tell } from '../project.mjs'

/** What takes a tenth of a second is disturbed by whatever else the machine does, and costs little to repeat. */
const smallBytes = 50_000_000
const [roundsOfSmall, rounds] = [9, 3]

/** @typedef {{ count: number, cpuMs: number, memoryMb: number }} Measured */
/** @typedef {{ name: string, kind: 'lines' | 'rows' | 'snapshots', count: number, overMb: number, isDistinct?: boolean }} Case */

/** @type {readonly Case[]} */
const cases = [
  ...[1_000, 3_000, 10_000, 30_000, 100_000].map(
    (count) =>
      /** @type {Case} */ ({
        name: `${count} lines`,
        kind: 'lines',
        count,
        overMb: count > 10_000 ? 300 : 150,
      }),
  ),
  ...[1_000, 10_000].map(
    (count) => /** @type {Case} */ ({ name: `${count} rows`, kind: 'rows', count, overMb: 150 }),
  ),
  ...[1_000, 10_000].map(
    (count) =>
      /** @type {Case} */ ({ name: `${count} snapshots`, kind: 'snapshots', count, overMb: 250 }),
  ),
  {
    name: '50,000 rows, all different',
    kind: 'rows',
    count: 50_000,
    overMb: 300,
    isDistinct: true,
  },
]

/** @param {string} file @param {readonly string[]} task */
function run(file, ...task) {
  return execFileSync(process.execPath, [file, ...task], { encoding: 'utf8', maxBuffer: 1_000_000 })
}

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

async function benchFleet(only = '') {
  mkdirSync(inCache('bench'), { recursive: true })
  const file = await bundleBench('fleet')
  const empty = /** @type {Measured} */ (JSON.parse(run(file, 'empty')))
  const rows = []
  let inWindow = ''
  for (const { name, kind, count, overMb, isDistinct } of cases) {
    if (only !== '' && !name.includes(only)) continue
    const data = inCache(`bench/fleet-${kind}-${count}.ndjson`)
    if (!existsSync(data))
      run(file, 'write', kind, String(count), data, isDistinct ? 'distinct' : '')
    /** @type {Measured[]} */
    const loops = []
    /** @type {Measured[]} */
    const reads = []
    const some = statSync(data).size < smallBytes ? roundsOfSmall : rounds
    for (let round = 0; round < (isDistinct ? 1 : some); round += 1) {
      loops.push(JSON.parse(run(file, 'loop', data)))
      reads.push(JSON.parse(run(file, 'read', data)))
    }
    const loopMs = median(loops.map(({ cpuMs }) => cpuMs))
    const readMs = median(reads.map(({ cpuMs }) => cpuMs))
    rows.push({
      name,
      kind,
      count: reads[0]?.count ?? 0,
      megabytes: Math.round(statSync(data).size / 1e6),
      loopMs: Math.round(loopMs),
      readMs: Math.round(readMs),
      ratio: Number((readMs / loopMs).toFixed(2)),
      overMb: Math.round(median(reads.map(({ memoryMb }) => memoryMb)) - empty.memoryMb),
      mostMb: overMb,
    })
    if (count === 100_000) inWindow = data
    else rmSync(data)
    tell(`${name}: ${JSON.stringify(rows.at(-1))}`)
  }
  console.table(rows)
  mkdirSync(inProject('test-results'), { recursive: true })
  writeFileSync(inProject('test-results/bench-fleet.json'), `${JSON.stringify(rows, null, 2)}\n`)
  if (inWindow !== '') {
    await benchMany(inWindow)
    rmSync(inWindow)
  }
  const lines = rows.filter(({ kind }) => kind === 'lines')
  if (lines.length > 3) writeFileSync(inProject('docs/fleet-cost.svg'), plotOf(lines))
  return rows
}

/**
 * CPU time over the number of PCs, both in powers of ten: what grows linearly rises by one step a step.
 * @param {readonly { count: number, readMs: number, loopMs: number }[]} rows
 */
function plotOf(rows) {
  const [width, height, left, bottom] = [520, 320, 64, 40]
  const x = (/** @type {number} */ count) =>
    left + ((Math.log10(count) - 3) / 2) * (width - left - 24)
  const y = (/** @type {number} */ ms) =>
    height - bottom - (Math.log10(Math.max(ms, 1)) / 4) * (height - bottom - 24)
  const line = (/** @type {'readMs' | 'loopMs'} */ what, /** @type {string} */ colour) => {
    const points = rows.map((row) => `${x(row.count).toFixed(1)},${y(row[what]).toFixed(1)}`)
    return `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.join(' ')}"/>`
  }
  const texts = [
    ...[1_000, 10_000, 100_000].map(
      (count) =>
        `<text x="${x(count)}" y="${height - 18}" text-anchor="middle">${count.toLocaleString('en')}</text>`,
    ),
    ...[1, 10, 100, 1_000, 10_000].map(
      (ms) =>
        `<text x="${left - 8}" y="${y(ms) + 4}" text-anchor="end">${ms.toLocaleString('en')} ms</text>`,
    ),
    `<text x="${left + 12}" y="20" fill="#0a5fb4">reading, judging and listing</text>`,
    `<text x="${left + 220}" y="20" fill="#767676">reading and parsing alone</text>`,
    `<text x="${width / 2}" y="${height - 4}" text-anchor="middle">PCs, one line each</text>`,
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">
<rect width="100%" height="100%" fill="#fff"/>
<path d="M${left} 24V${height - bottom}H${width - 24}" fill="none" stroke="#767676"/>
${line('loopMs', '#767676')}
${line('readMs', '#0a5fb4')}
${texts.join('\n')}
</svg>
`
}

await benchFleet(process.argv[1] === import.meta.filename ? process.argv[2] : '')
