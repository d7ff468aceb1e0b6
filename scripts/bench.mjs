/**
 * `npm run bench`: speed and size, each figure beside the one that it is compared with, in one run. `npm run bench --
 * inspection` leaves the window out.
 */
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { measureDoctor } from './bench/doctor.mjs'
import { buildIfNeeded } from './build.mjs'
import { bundleBench } from './bench/bundle.mjs'
import { measureInElectron } from './bench/in-electron.mjs'
import { findElectron } from './machine/find-electron.mjs'
import { installPackages } from './machine/install-packages.mjs'
import { inCache, inProject, tell } from './project.mjs'
import { runNode } from './machine/run.mjs'
import { shipListingHelper } from './package/ship-listing-helper.mjs'
import { onOwnDisplay } from './machine/virtual-display.mjs'
import { findSignedPrograms } from './suites/windows-suite.mjs'
import { endWine, prepareWine, runWindowsNode, windowsPath } from './machine/wine.mjs'

const rounds = 9
const idleMs = 20_000
const refreshes = 1_000

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
const read = (/** @type {string} */ file) => JSON.parse(readFileSync(file, 'utf8'))

/** @typedef {{ name: string, medianMs: number, minMs: number, p99Ms: number, samples: number }} Figure */
/** @typedef {{ figures: Figure[], longestBlocksMs: Record<'nothing' | 'warm' | 'cold' | 'facts', number[]>, apart: { factsMs: number[], keptFactsMs: number[], psListMs: number[] }, publishers: { blocksMs: number[], nothingMs: number[], tookMs: number[] } }} InspectionFigures */
/** @typedef {{ bridgeMs: number, firstLookMs: number }} FirstLook What a process does once. */

/** @returns {Promise<InspectionFigures>} */
async function measureHere(/** @type {string} */ bundle) {
  const answer = inCache('bench/here.json')
  const { code } = await runNode([bundle], { env: { INSPECTOR_ANSWER: answer } })
  if (code !== 0) throw new Error('The measurement of the inspection here failed: see above.')
  return read(answer)
}

/** What a process does once is measured in five of them. */
async function measureUnderWine(/** @type {string} */ bundle) {
  await prepareWine()
  /** @type {FirstLook[]} */
  const firsts = []
  for (let round = 0; round < 5; round += 1) {
    firsts.push(await runUnderWine(bundle, { INSPECTOR_FIRST_LOOK: '1' }))
  }
  /** @type {InspectionFigures} */
  const figures = await runUnderWine(bundle)
  /** @type {Record<'overview' | 'processes' | 'fix' | 'hidden', number>} */
  const load = await runUnderWine(await bundleBench('load'))
  await endWine()
  return { ...figures, firsts, load }
}

/** @param {string} bundle @param {Readonly<Record<string, string>>} [task] */
async function runUnderWine(bundle, task = {}) {
  const answer = inCache('bench/wine.json')
  const output = inCache('bench/wine.log')
  const code = await runWindowsNode([windowsPath(bundle)], {
    output,
    env: {
      INSPECTOR_ANSWER: windowsPath(answer),
      INSPECTOR_WIN32_PROGRAMS: windowsPath(await findSignedPrograms()),
      ...task,
    },
  })
  if (code !== 0) throw new Error(`Under Wine it failed:\n${readFileSync(output, 'utf8')}`)
  return read(answer)
}

/**
 * @typedef {{ paintMs: number, memoryMb: number, rendererMb: number, visibleLoad?: number, hiddenLoad?: number, grownMb?: number[], frames?: number[] }} WindowFigures
 * @param {string} executable @param {'app' | 'empty'} window @param {Readonly<Record<string, string>>} [task]
 * @returns {Promise<WindowFigures>}
 */
function openOnce(executable, window, task = {}) {
  return measureInElectron(executable, 'window', {
    LANGUAGE: 'en',
    // Electron warns developers in each page; a packed program does not.
    ELECTRON_DISABLE_SECURITY_WARNINGS: '1',
    INSPECTOR_WINDOW: window,
    INSPECTOR_IDLE_MS: '0',
    INSPECTOR_STARTED_AT: String(Date.now()),
    ...task,
  })
}

async function measureWindow() {
  const { executable, version } = await findElectron({ log: tell })
  return onOwnDisplay(async () => {
    // One of each first, so that both find their files in the system's cache; then in turns.
    await openOnce(executable, 'empty')
    await openOnce(executable, 'app')
    // As on Windows, where the list starts no program.
    const listed = { INSPECTOR_KEPT_LIST: inCache('bench/list.json') }
    rmSync(listed.INSPECTOR_KEPT_LIST, { force: true })
    await openOnce(executable, 'app', listed)
    /** @type {Record<'app' | 'empty' | 'listed', WindowFigures[]>} */
    const seen = { app: [], empty: [], listed: [] }
    for (let round = 0; round < rounds; round += 1) {
      seen.empty.push(await openOnce(executable, 'empty'))
      seen.app.push(await openOnce(executable, 'app'))
      seen.listed.push(await openOnce(executable, 'app', listed))
    }
    const idle = await openOnce(executable, 'app', { INSPECTOR_IDLE_MS: String(idleMs) })
    const long = await openOnce(executable, 'app', { INSPECTOR_REFRESHES: String(refreshes) })
    const checking = await openOnce(executable, 'app', { INSPECTOR_CHECK: '1' })
    return { version, seen, idle, long, checking }
  })
}

/** What the window loads, gzipped, in kB: its first view, and all views; of the languages one, and the longest counts. */
function rendererSizes() {
  const folder = inProject('out/renderer/assets')
  const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name))
  const size = (/** @type {string} */ name) =>
    gzipSync(readFileSync(join(folder, name))).length / 1000
  const sum = (/** @type {string[]} */ names) =>
    names.reduce((whole, name) => whole + size(name), 0)
  const isLanguage = (/** @type {string} */ name) => /^[a-z]{2}-[\w-]{8}\.js$/.test(name)
  const language = Math.max(0, ...files.filter(isLanguage).map(size))
  const page = readFileSync(inProject('out/renderer/index.html'), 'utf8')
  return {
    first: sum(files.filter((name) => page.includes(name))) + language,
    all: sum(files.filter((name) => !isLanguage(name))) + language,
  }
}

await installPackages()
await buildIfNeeded()
mkdirSync(inCache('bench'), { recursive: true })
// For plain Node here and for node.exe, with ps-list's helper programs beside it.
const bundle = await bundleBench('inspection', [shipListingHelper()])
const here = await measureHere(bundle)
const doctor = await measureDoctor()
const wine = process.platform === 'linux' ? await measureUnderWine(bundle) : undefined
const window = process.argv.includes('inspection') ? undefined : await measureWindow()

const figure = (/** @type {InspectionFigures} */ from, /** @type {string} */ name) =>
  from.figures.find((each) => each.name === name)?.medianMs ?? NaN
const round = (/** @type {number} */ value) => Number(value.toFixed(value < 10 ? 2 : 0))

const rows = [
  ['match 10,000 processes, here', figure(here, 'match 10,000 processes'), 'ms', '', 'under 5 ms'],
  ['list with ps-list, here', figure(here, 'list with ps-list'), 'ms', '', ''],
  [
    'whole inspection, here',
    figure(here, 'whole inspection'),
    'ms',
    ratio(figure(here, 'whole inspection'), figure(here, 'list with ps-list'), 'ps-list'),
    '',
  ],
  blockRow('longest block in 100 looks, here', here, 'warm', ''),
  onceRow(
    'first answer of the doctor in a process',
    doctor.map(({ first }) => first),
    'under 16 ms',
  ),
  onceRow(
    'second answer',
    doctor.map(({ second }) => second),
    'under 16 ms',
  ),
  onceRow(
    'later answers',
    doctor.flatMap(({ later }) => later),
    'under 16 ms',
  ),
  ...(wine === undefined ? [] : wineRows(wine)),
  ...(window === undefined ? [] : windowRows(window)),
]

/** @param {Awaited<ReturnType<typeof measureWindow>>} measured */
function windowRows({ seen, idle, long: { grownMb = [] }, checking: { frames = [] } }) {
  const of = (
    /** @type {'app' | 'empty' | 'listed'} */ window,
    /** @type {'paintMs' | 'memoryMb' | 'rendererMb'} */ key,
  ) => median(seen[window].map((each) => each[key]))
  const sizes = rendererSizes()
  return [
    ['empty window, start to paint', of('empty', 'paintMs'), 'ms', '', ''],
    [
      'our window, start to paint with data',
      of('app', 'paintMs'),
      'ms',
      ratio(of('app', 'paintMs'), of('empty', 'paintMs'), 'empty'),
      'at most 1.3 times',
    ],
    [
      'the same without ps, which only Linux starts',
      of('listed', 'paintMs'),
      'ms',
      ratio(of('listed', 'paintMs'), of('empty', 'paintMs'), 'empty'),
      'at most 1.3 times',
    ],
    ['empty window, memory of all processes', of('empty', 'memoryMb'), 'MB', '', ''],
    [
      'our window, memory of all processes',
      of('app', 'memoryMb'),
      'MB',
      ratio(of('app', 'memoryMb'), of('empty', 'memoryMb'), 'empty'),
      '',
    ],
    [
      'our page alone over the empty page',
      of('app', 'rendererMb') - of('empty', 'rendererMb'),
      'MB',
      '',
      'at most 40 MB',
    ],
    [
      `page and main process, grown by ${refreshes} looks`,
      grownMb[0] ?? NaN,
      'MB',
      `by ${grownMb
        .slice(1)
        .map((more, index) => `${(index + 2) * refreshes}: ${round(more)}`)
        .join(', by ')} MB`,
      'flat',
    ],
    [
      'longest frame in 8 s of a check that nobody answers',
      Math.max(...frames),
      'ms',
      `${frames.length} frames`,
      '60 a second',
    ],
    ['visible window, load of one core', idle.visibleLoad ?? NaN, '%', '', 'under 2 %'],
    ['hidden window, load of one core', idle.hiddenLoad ?? NaN, '%', '', 'about 0 %'],
    ['files of the first view, gzipped', sizes.first, 'kB', '', 'under 250 kB'],
    ['files of all views, gzipped', sizes.all, 'kB', '', ''],
  ]
}

/** @param {InspectionFigures & { firsts: readonly FirstLook[], load: Record<'overview' | 'processes' | 'fix' | 'hidden', number> }} wine */
function wineRows(wine) {
  const psList = figure(wine, 'list with ps-list')
  const list = figure(wine, 'list in process')
  const warm = figure(wine, 'whole inspection')
  const cold = figure(wine, 'whole inspection, cold')
  const facts = figure(wine, 'what this PC has')
  const { factsMs, keptFactsMs, psListMs } = wine.apart
  const psListApart = median(psListMs)
  const coldFacts = figure(wine, 'what this PC has, cold')
  const firstLooks = wine.firsts.map(({ firstLookMs }) => firstLookMs)
  const bridges = wine.firsts.map(({ bridgeMs }) => bridgeMs)
  return [
    [
      'match 10,000 processes, Wine',
      figure(wine, 'match 10,000 processes'),
      'ms',
      '',
      'under 5 ms',
    ],
    ['list with ps-list, Wine', psList, 'ms', '', ''],
    ['list in process, Wine', list, 'ms', ratio(psList, list, 'as fast'), 'at least 20 x as fast'],
    ['whole inspection, Wine', warm, 'ms', ratio(warm, psList, 'ps-list'), 'under 0.5 x'],
    ['the same with nothing kept, Wine', cold, 'ms', ratio(cold, psList, 'ps-list'), 'under 4 x'],
    ['what this PC has, Wine', facts, 'ms', ratio(facts, psList, 'ps-list'), 'under 0.25 x'],
    [
      'the same two seconds later, as the window looks, Wine',
      median(keptFactsMs),
      'ms',
      ratio(median(keptFactsMs), psListApart, 'ps-list'),
      'under 0.25 x',
    ],
    [
      'the same two seconds later, all parts anew, Wine',
      median(factsMs),
      'ms',
      ratio(median(factsMs), psListApart, 'ps-list'),
      'under 1 x',
    ],
    [
      'the same with nothing kept, Wine',
      coldFacts,
      'ms',
      ratio(coldFacts, psList, 'ps-list'),
      'under 1 x',
    ],
    blockRow('longest block in 100 looks at what this PC has, Wine', wine, 'facts', 'under 20 ms'),
    blockRow('longest block in 100 looks, Wine', wine, 'warm', 'under 20 ms'),
    blockRow('the same with nothing kept, Wine', wine, 'cold', 'under 20 ms'),
    onceRow('the same in the first look of a process, Wine', firstLooks, 'under 20 ms'),
    ['publishers of 300 programs, Wine', median(wine.publishers.tookMs), 'ms', '', ''],
    [
      'longest block meanwhile, Wine',
      median(wine.publishers.blocksMs),
      'ms',
      `worst ${round(Math.max(...wine.publishers.blocksMs))}, idle ${round(Math.max(...wine.publishers.nothingMs))} ms`,
      'under 20 ms',
    ],
    onceRow('loading the bridge to Windows, once, Wine', bridges, ''),
    [
      'visible window, load of one core by its looks, Wine',
      wine.load.overview,
      '%',
      `Processes ${round(wine.load.processes)}, Fix a problem ${round(wine.load.fix)} %`,
      'under 2 %',
    ],
    ['hidden window, the same, Wine', wine.load.hidden, '%', '', '0 %'],
  ]
}

/**
 * The median of five hundreds, beside the worst of them and that of looks that do nothing.
 * @param {string} what @param {InspectionFigures} from @param {'warm' | 'cold' | 'facts'} kind @param {string} target
 */
function blockRow(what, { longestBlocksMs }, kind, target) {
  const worst = round(Math.max(...longestBlocksMs[kind]))
  const idle = round(Math.max(...longestBlocksMs.nothing))
  return [what, median(longestBlocksMs[kind]), 'ms', `worst ${worst}, idle ${idle} ms`, target]
}

/** @param {string} what @param {readonly number[]} times one for each process @param {string} target */
function onceRow(what, times, target) {
  return [what, median(times), 'ms', `worst ${round(Math.max(...times))} ms`, target]
}

/** @param {number} value @param {number} base @param {string} name */
function ratio(value, base, name) {
  return `${(value / base).toFixed(2)} x ${name}`
}

tell(
  `Node ${process.version}, Electron ${window?.version ?? 'not measured'}, ${process.platform} ${process.arch}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'})`,
)
console.table(
  rows.map(([what, value, unit, compared, target]) => ({
    what,
    median: `${round(Number(value))} ${unit}`,
    compared,
    target,
  })),
)
mkdirSync(inProject('test-results'), { recursive: true })
const kept = inProject('test-results/bench.json')
writeFileSync(
  kept,
  `${JSON.stringify({ takenAtUtc: new Date().toISOString(), processor: cpus()[0]?.model, cores: cpus().length, node: process.version, here, doctor, wine, window, rows }, null, 2)}\n`,
)
tell(`Kept in ${kept}`)
if (window !== undefined) {
  await import('./bench/list.mjs')
  await import('./bench/report.mjs')
}
if (!process.argv.includes('inspection')) await import('./bench/fleet.mjs')
