/**
 * `node scripts/bench/list.mjs`: the list of all processes with 10,000 rows in a real Electron. Measures a refresh
 * until it is painted, the frames while it is scrolled, and what a refresh without change draws.
 */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { findElectron } from '../machine/find-electron.mjs'
import { inCache, inProject, tell } from '../project.mjs'
import { measureInElectron } from './in-electron.mjs'
import { onOwnDisplay } from '../machine/virtual-display.mjs'

const rowCount = 10_000
const longFrameMs = 32

/** @param {boolean} isProfiling React's own count of what it drew costs time: it is measured in a run of its own. */
async function buildPage(isProfiling) {
  const { build } = await import('vite')
  const { default: react } = await import('@vitejs/plugin-react')
  const folder = inCache(`bench/list${isProfiling ? '-profiling' : ''}`)
  await build({
    root: inProject(),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    resolve: { alias: isProfiling ? { 'react-dom/client': 'react-dom/profiling' } : {} },
    build: {
      target: 'chrome114',
      minify: true,
      outDir: folder,
      emptyOutDir: true,
      lib: {
        entry: inProject('test/bench/list/page.tsx'),
        formats: ['iife'],
        name: 'page',
        fileName: () => 'page.js',
        cssFileName: 'page',
      },
    },
  })
  copyFileSync(inProject('test/bench/list/page.html'), join(folder, 'page.html'))
  return folder
}

/** What the program's main process does with a list before it hands it out. */
async function buildPacker() {
  const { build } = await import('vite')
  const folder = inCache('bench/list-packer')
  await build({
    root: inProject(),
    configFile: false,
    logLevel: 'error',
    build: {
      target: 'node18',
      outDir: folder,
      emptyOutDir: true,
      lib: {
        entry: inProject('shared/ipc/pack-listing.ts'),
        formats: ['cjs'],
        fileName: () => 'packer.cjs',
      },
    },
  })
  return join(folder, 'packer.cjs')
}

/** Rows with recorded names of ordinary Windows programs, every hundredth one of the catalogue's. */
function writeRows() {
  const read = (/** @type {string} */ file) => JSON.parse(readFileSync(inProject(file), 'utf8'))
  /** @type {{ sources: { names: string[] }[] }} */
  const { sources } = read('test/fixtures/ordinary-windows-names.json')
  const ordinary = sources.flatMap(({ names }) => names)
  /** @type {{ imageName: string }[]} */
  const catalogue = read('assets/catalogue/processes.json')
  const known = (/** @type {unknown} */ value) => ({ state: 'known', value })
  const begin = Date.UTC(2026, 10, 22, 6)
  const rows = Array.from({ length: rowCount }, (_, index) => ({
    pid: 4 * (index + 1),
    parentPid: index === 0 ? 0 : 4 * (Math.floor(index / 4) + 1),
    name:
      index % 100 === 7
        ? catalogue[Math.floor(index / 100) % catalogue.length]?.imageName
        : ordinary[index % ordinary.length],
    imagePath: { state: 'skipped', reason: 'lister-does-not-tell' },
    startedAtUtc: known(new Date(begin + index * 1300).toISOString()),
    workingSetBytes: known(2_000_000 + ((index * 7919) % 900) * 1_400_000),
    privateBytes: known(1_000_000 + ((index * 7919) % 900) * 1_000_000),
    cpuMs: known((index * 31) % 90_000),
    counts: known({
      sessionId: index % 3,
      threads: 1 + (index % 90),
      handles: 40 + (index % 4000),
    }),
  }))
  const file = inCache('bench/rows.json')
  writeFileSync(file, JSON.stringify(rows))
  return file
}

/**
 * @typedef {{ transportMs: number, paintMs: number, renders: number, mutations: number }} Look
 * @typedef {{ changed: Look[], started: Look[], unchanged: Look[], rowsInPage: number, still: number[], slow: number[], fast: number[], looking: number[] }} Answer
 * @returns {Promise<Answer>}
 */
function run(
  /** @type {string} */ executable,
  /** @type {string} */ page,
  /** @type {string} */ rows,
  /** @type {string} */ packer,
) {
  return measureInElectron(executable, 'list', {
    INSPECTOR_PAGE: page,
    INSPECTOR_ROWS: rows,
    INSPECTOR_PACKER: packer,
  })
}

/** @param {readonly number[]} values @param {number} share */
const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? NaN
const ms = (/** @type {readonly number[]} */ values) =>
  `${quantile(values, 0.5).toFixed(1)} ms (worst ${Math.max(...values).toFixed(1)})`
const long = (/** @type {readonly number[]} */ frames) =>
  `${frames.filter((time) => time > longFrameMs).length} of ${frames.length} (longest ${Math.max(...frames).toFixed(1)} ms)`

mkdirSync(inCache('bench'), { recursive: true })
const rows = writeRows()
const pages = { plain: await buildPage(false), profiling: await buildPage(true) }
const packer = await buildPacker()
const { executable, version } = await findElectron({ log: tell })
await onOwnDisplay(async () => {
  const plain = await run(executable, pages.plain, rows, packer)
  const profiled = await run(executable, pages.profiling, rows, packer)
  const pick = (/** @type {Look[]} */ looks, /** @type {keyof Look} */ key) =>
    looks.map((look) => look[key])
  const most = (/** @type {Look[]} */ looks, /** @type {keyof Look} */ key) =>
    Math.max(...pick(looks, key))
  tell(
    `Electron ${version}, ${process.platform} ${process.arch}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}`,
  )
  console.table([
    {
      what: 'answer to painted, 1,000 of 10,000 rows changed',
      value: ms(pick(plain.changed, 'paintMs')),
      target: 'under 50 ms',
    },
    {
      what: 'answer to painted, 5 started and 5 ended as well',
      value: ms(pick(plain.started, 'paintMs')),
      target: 'under 50 ms',
    },
    {
      what: 'question to answer, through the bridge',
      value: ms(pick(plain.changed, 'transportMs')),
      target: '',
    },
    { what: 'rows in the page', value: String(plain.rowsInPage), target: '' },
    { what: 'long frames, standing still', value: long(plain.still), target: '' },
    { what: 'long frames, scrolling 40 px a frame', value: long(plain.slow), target: 'none' },
    { what: 'long frames, scrolling 700 px a frame', value: long(plain.fast), target: 'none' },
    {
      what: 'long frames, 40 px a frame and a refresh each second',
      value: long(plain.looking),
      target: 'none',
    },
    {
      what: 'drawn by a refresh without change',
      value: `${most(profiled.unchanged, 'renders')} renders, ${most(profiled.unchanged, 'mutations')} changes of the page`,
      target: '0',
    },
    {
      what: 'drawn by a refresh with changes (the count counts)',
      value: `${most(profiled.changed, 'renders')} renders`,
      target: '',
    },
  ])
  mkdirSync(inProject('test-results'), { recursive: true })
  writeFileSync(
    inProject('test-results/bench-list.json'),
    `${JSON.stringify({ takenAtUtc: new Date().toISOString(), version, plain, profiled }, null, 2)}\n`,
  )
})
