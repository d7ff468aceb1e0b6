/**
 * `npm test`: all suites. Installs what is missing, builds, runs all suites (or those that are named: `npm test --
 * unit windows`) and closes with one line of counts.
 */
import { buildIfNeeded } from './build.mjs'
import { closingLine, exitCodeFor, failure, oneFailure, sum } from './counts.mjs'
import { findElectron } from './find-electron.mjs'
import { installPackages } from './install-packages.mjs'
import { tell } from './project.mjs'
import { endRunning } from './run.mjs'
import { suites } from './suites.mjs'
import { isOnPath, prepareSystem } from './system-packages.mjs'
import { openVirtualDisplay } from './virtual-display.mjs'
import { endWine } from './wine.mjs'

const isCi = process.env['CI'] === 'true'
/** @type {import("./counts.mjs").Counts} */
const oneSkipped = { passed: 0, failed: 0, skipped: 1 }

/** @param {unknown} error */
const wordsOf = (error) => (error instanceof Error ? error.message : String(error))

/** @template T @param {() => Promise<T>} make @returns {() => Promise<T>} which makes it on the first call only */
function once(make) {
  /** @type {Promise<T> | undefined} */
  let made
  return () => (made ??= make())
}

/** @type {import('./suites.mjs').Surroundings} */
const surroundings = {
  findElectron: once(() => findElectron({ log: tell })),
  display: once(async () =>
    process.platform === 'linux' ? { DISPLAY: (await openVirtualDisplay()).display } : {},
  ),
}

/** @param {import('./suites.mjs').Suite} suite @param {string | undefined} buildFailure */
async function runSuite(suite, buildFailure) {
  tell(`\n— ${suite.name} —`)
  const obstacle = suite.cannotRun()
  if (obstacle !== undefined) {
    tell(`  skipped: ${obstacle}`)
    return oneSkipped
  }
  if (suite.needsBuild && buildFailure !== undefined) {
    tell('  FAILED: there is no build')
    return failure('there is no build')
  }
  try {
    return await suite.run(surroundings)
  } catch (error) {
    tell(`  FAILED: ${wordsOf(error)}`)
    return failure(wordsOf(error))
  }
}

/** @param {readonly import('./suites.mjs').Suite[]} chosen */
async function test(chosen) {
  await installPackages()
  const missing = await prepareSystem()
  for (const line of missing) tell(line)
  const buildFailure = await buildIfNeeded().then(() => undefined, wordsOf)
  if (buildFailure !== undefined) tell(buildFailure)

  const results = []
  for (const suite of chosen) {
    const startedMs = Date.now()
    const counts = await runSuite(suite, buildFailure)
    results.push({ name: suite.name, counts, seconds: Math.round((Date.now() - startedMs) / 1000) })
  }
  tell('')
  // Who is shown the last lines only still learns which test it was.
  for (const { name, counts } of results) {
    for (const line of counts.failures ?? []) tell(`FAILED in ${name}: ${line}`)
  }
  for (const { name, counts, seconds } of results) {
    tell(`${name.padEnd(8)} ${closingLine(counts)} (${seconds} s)`)
  }
  return sum([
    ...results.map(({ counts }) => counts),
    ...(buildFailure === undefined ? [] : [oneFailure]),
    // A half-equipped machine may try; the one that decides may not.
    ...(isCi ? missing.map(() => oneFailure) : []),
  ])
}

// What still runs when this script ends, for whatever reason, was started for nothing.
process.on('exit', endRunning)
process.on('SIGINT', () => {
  endRunning()
  const tidied =
    process.platform === 'linux' && isOnPath('wineserver') ? endWine() : Promise.resolve()
  void tidied.finally(() => process.exit(130))
})

const names = process.argv.slice(2)
const unknown = names.filter((name) => !suites.some((suite) => suite.name === name))
if (unknown.length > 0) {
  const known = suites.map(({ name }) => name).join(', ')
  tell(`There is no suite ${unknown.join(', ')}. The suites are: ${known}.`)
  process.exit(2)
}
const total = await test(
  suites.filter(({ name }) => names.length === 0 || names.includes(name)),
).catch((error) => {
  tell(wordsOf(error))
  return oneFailure
})
const code = exitCodeFor(total, isCi)
// stderr and stdout may be two pipes: the closing line is the last one on both.
process.stdout.write(`${closingLine(total)}\n`, () => process.exit(code))
